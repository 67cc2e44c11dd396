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
    : { passed: 0, failed: 0, skipped: 0 };
  const nothingRan = counts.passed + counts.failed === 0;
  if (counts.failed === 0 && (exitCode !== 0 || nothingRan)) counts.failed = 1;
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
  const { passed, failed, skipped } = readCounts(countsFile, exitCode);
  rmSync(folder, { recursive: true });
  const skippedToo = skipped > 0 ? `, ${skipped} skipped` : "";
  console.log(`${passed} passed, ${failed} failed${skippedToo}`);
  process.exitCode = failed > 0 ? exitCode || 1 : 0;
}

await main();
