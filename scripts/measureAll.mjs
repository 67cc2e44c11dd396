import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { ensure, projects, root } from "./ensure.mjs";

/**
 * Runs all programs `<folder>/<name>.<kind>.ts`, or those named, one after the other. Prints the
 * one JSON line that each ends with, gives it to `keep`, and writes the tables made of them anew.
 *
 * @param {{ folder: string, kind: string, generator: string, keep: (line: string) => void }} what
 * @param {string[]} asked - names; all of them where there is none
 * @throws {Error} where one is not there or fails: the others have been run
 */
export async function measureAll({ folder, kind, generator, keep }, asked) {
  const ending = `.${kind}.ts`;
  const all = readdirSync(root + folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
  const unknown = asked.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    throw new Error(`There is no ${kind} ${unknown.join(", ")}; there are ${all.join(", ")}.`);
  }
  await ensure(projects());
  const failed = [];
  for (const name of asked.length > 0 ? asked : all) {
    console.error(`${kind} ${name}`);
    const line = await run(`${root}${folder}/${name}${ending}`);
    if (line === undefined) failed.push(name);
    else keep(line);
  }
  spawnSync(process.execPath, [`${root}scripts/generate/${generator}`], { stdio: "inherit" });
  if (failed.length > 0) throw new Error(`Failed: ${failed.join(", ")}`);
}

/** The line that a program printed last, printed too; undefined where it failed. */
function run(file) {
  const args = ["--import", `${root}scripts/loadTs.mjs`, file];
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
