import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { ensure, projects, root } from "./ensure.mjs";
import { keepResult } from "./keepResult.mjs";

/**
 * `npm run bench [name…]`: every bench, or those named, one after the other. Prints one JSON line
 * each and keeps it in bench/results.ndjson in place of the one before; then writes the tables of
 * docs/performance.md anew. Tiny runs show that a bench works, and are not kept.
 */
async function main() {
  const all = readdirSync(`${root}bench`)
    .filter((file) => file.endsWith(".bench.ts"))
    .map((file) => file.slice(0, -".bench.ts".length));
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    throw new Error(`There is no bench ${unknown.join(", ")}; there are ${all.join(", ")}.`);
  }
  await ensure(projects());
  const failed = [];
  for (const name of asked.length > 0 ? asked : all) {
    console.error(`bench ${name}`);
    const line = await run(name);
    if (line === undefined) failed.push(name);
    else keepResult(line);
  }
  const tables = `${root}scripts/generate/performance.mjs`;
  spawnSync(process.execPath, [tables], { stdio: "inherit" });
  if (failed.length > 0) throw new Error(`Failed: ${failed.join(", ")}`);
}

/** The line that a bench printed last, printed too; undefined where it failed. */
function run(name) {
  const args = ["--import", `${root}scripts/loadTs.mjs`, `${root}bench/${name}.bench.ts`];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  const end = () => {
    child.kill("SIGTERM");
    process.exit(143);
  };
  process.once("SIGTERM", end);
  return new Promise((resolve) => {
    child.once("error", () => resolve(undefined));
    child.once("close", (code) => {
      process.off("SIGTERM", end);
      resolve(code === 0 ? output.trimEnd().split("\n").at(-1) : undefined);
    });
  });
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
