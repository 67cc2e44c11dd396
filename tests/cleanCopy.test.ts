import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prints, shellEnvironment } from "./support/childProgram.ts";
import { freePort } from "./support/freePort.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));
const minutes = 60_000;

let folder: string;
let copy: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "milepost-copy-"));
  copy = join(folder, "milepost");
  // What is committed, and nothing that was installed or built.
  await run("git", ["clone", "--quiet", root, copy]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("npm start in a clean copy answers with the demo, and ends when it is told to", {
  timeout: 5 * minutes,
}, async () => {
  const port = String(await freePort());
  const child = spawn("npm", ["start"], { cwd: copy, env: shellEnvironment({ PORT: port }) });
  await prints(child, /Milepost is ready/);
  const response = await fetch(`http://127.0.0.1:${port}/v1/courses`);
  const { items } = (await response.json()) as { items: { totalLessons: number }[] };
  expect(items.length).toBeGreaterThan(3);
  const ended = new Promise((resolve) => child.on("exit", resolve));
  child.kill("SIGTERM");
  await ended;
});

test("npm test in the same copy passes the tests it is given and counts them last", {
  timeout: 5 * minutes,
}, async () => {
  const { stdout } = await run("npm", ["test", "--", "packages/progress"], {
    cwd: copy,
    env: shellEnvironment(),
    maxBuffer: 16 * 1024 * 1024,
  });
  expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^[1-9]\d* passed, 0 failed$/);
});
