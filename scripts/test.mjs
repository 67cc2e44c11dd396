import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensure, projects, root } from "./ensure.mjs";

/** Runs vitest with the arguments given and answers its exit code, or 1 where a signal ended it. */
function runTests(countsFile) {
  const vitest = `${root}node_modules/vitest/vitest.mjs`;
  const reporters = ["--reporter=default", `--reporter=${root}scripts/countReporter.mjs`];
  const child = spawn(process.execPath, [vitest, "run", ...reporters, ...process.argv.slice(2)], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, MILEPOST_TEST_COUNTS: countsFile },
  });
  // Ctrl-C reaches the child by itself; we stay to say how it ended.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** The counts, with a failure added wherever the run failed in a way that no test shows. */
function readCounts(countsFile, exitCode) {
  const counts = existsSync(countsFile)
    ? JSON.parse(readFileSync(countsFile, "utf8"))
    : { passed: 0, skipped: 0, failures: [] };
  const { passed, failures } = counts;
  if (failures.length > 0) return counts;
  if (passed === 0) failures.push({ name: "no test was run", why: [] });
  else if (exitCode !== 0) {
    failures.push({ name: `the run itself, with exit code ${exitCode}`, why: [] });
  }
  return counts;
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), "milepost-counts-"));
  const countsFile = join(folder, "counts.json");
  let exitCode = 1;
  try {
    await ensure(projects());
    exitCode = await runTests(countsFile);
  } catch (error) {
    console.error(error.message);
  }
  const { passed, failures, skipped } = readCounts(countsFile, exitCode);
  rmSync(folder, { recursive: true });
  // At the end, where it is seen when what came before has been cut off.
  for (const { name, why } of failures) {
    console.log(`failed: ${name}`);
    for (const line of why) console.log(`failed:   ${line}`);
  }
  const skippedToo = skipped > 0 ? `, ${skipped} skipped` : "";
  console.log(`${passed} passed, ${failures.length} failed${skippedToo}`);
  process.exitCode = failures.length > 0 ? exitCode || 1 : 0;
}

await main();
