import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const command = fileURLToPath(new URL("../../scripts/test.mjs", import.meta.url));
const config = 'export default { test: { globals: true, include: ["*.test.mjs"] } };\n';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "milepost-suite-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs the test command on a suite of these files; answers what it printed and its exit code. */
async function runWhole(files: Record<string, string>): Promise<[string, number | null]> {
  for (const [name, text] of Object.entries({ "vitest.config.mjs": config, ...files })) {
    await writeFile(join(folder, name), text);
  }
  const outer = Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST"));
  const child = spawn(process.execPath, [command, `--root=${folder}`], {
    env: Object.fromEntries(outer),
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  return new Promise((resolve) => {
    child.once("close", (code) => resolve([output, code]));
  });
}

/** Runs it likewise; answers the last lines, without reasons, and the exit code. */
async function run(files: Record<string, string>): Promise<[string[], number | null]> {
  const [output, code] = await runWhole(files);
  return [summarize(output), code];
}

/** What failed, by name, and the counts. */
function summarize(output: string): string[] {
  const lines = output.trimEnd().split("\n");
  return [...lines.filter((line) => /^failed: \S/.test(line)).toSorted(), lines.at(-1) ?? ""];
}

test("the test command ends with its counts, and with 0 where all passed", async () => {
  const files = { "a.test.mjs": 'test("a", () => {});\ntest.skip("b", () => {});\n' };
  expect(await run(files)).toEqual([["1 passed, 0 failed, 1 skipped"], 0]);
});

test("a file that does not load, a hook and an error outside a test are failures", async () => {
  const files = {
    "test.test.mjs": 'test("a", () => {});\ntest("b", () => expect(1).toBe(2));\n',
    "load.test.mjs": 'import "./nothing.mjs";\n',
    "hook.test.mjs":
      'describe("d", () => { afterAll(() => { throw 1; }); test("c", () => {}); });\n',
    "late.test.mjs": 'test("d", async () => { Promise.reject(new Error("late")); });\n',
  };
  const lines = [
    "failed: hook.test.mjs > d, a hook",
    "failed: load.test.mjs, as it loads",
    "failed: outside any test",
    "failed: test.test.mjs > b",
    "3 passed, 4 failed",
  ];
  expect(await run(files)).toEqual([lines, 1]);
});

test("what failed says why at the end, as far as the first lines of what caused it", async () => {
  const cause = 'new Error(["first", "", ..."23456789"].join("\\n"))';
  const thrown = `Object.assign(new Error("all\\n{ seed: 1 }"), { cause: ${cause} })`;
  const files = { "a.test.mjs": `test("a", () => { throw ${thrown}; });\n` };
  const [output] = await runWhole(files);
  const lines = output.trimEnd().split("\n");
  expect(lines.slice(lines.indexOf("failed: a.test.mjs > a"))).toEqual([
    "failed: a.test.mjs > a",
    ...["all", "{ seed: 1 }", "first", "2", "3", "4", "5"].map((line) => `failed:   ${line}`),
    "0 passed, 1 failed",
  ]);
});

test("a run without a test has failed", async () => {
  expect(await run({})).toEqual([["failed: no test was run", "0 passed, 1 failed"], 1]);
});

test("a run that dies has failed", async () => {
  const files = { "vitest.config.mjs": "process.exit(0);\n" };
  expect(await run(files)).toEqual([["failed: no test was run", "0 passed, 1 failed"], 1]);
});
