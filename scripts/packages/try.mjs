import { execFile, spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { startCluster } from "../../tests/support/startCluster.ts";
import { root } from "../ensure.mjs";

const run = promisify(execFile);

/**
 * Installs the tarballs in an empty project and does there what a reader of the README does.
 *
 * @param {{ name: string, tarball: string }[]} packed - of `packAll`
 * @param {string} project - a folder to make
 * @throws {Error} at the first thing that does not work
 */
export async function tryPackages(packed, project) {
  await install(packed, project);
  const tries = [runSnippet(project), runCommand(project), checkTypes(project)];
  // All to their end, so that no database is left behind by a fault elsewhere.
  for (const tried of await Promise.allSettled(tries)) {
    if (tried.status === "rejected") throw tried.reason;
  }
}

async function install(packed, project) {
  await mkdir(project);
  const manifest = {
    name: "packed",
    private: true,
    type: "module",
    // One that our own packages ask each other for is the one packed here, never a registry's.
    overrides: Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`])),
    dependencies: {
      ...Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`])),
      ...(await versionsOf(["@types/node", "@types/react", "react"])),
    },
  };
  await writeFile(join(project, "package.json"), JSON.stringify(manifest));
  await inProject(project, "npm", [
    "install",
    "--prefer-offline",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
}

/** What this repository has of packages that a host brings itself. */
async function versionsOf(names) {
  const { packages } = JSON.parse(await readFile(`${root}package-lock.json`, "utf8"));
  return Object.fromEntries(names.map((name) => [name, packages[`node_modules/${name}`].version]));
}

/** The README's library snippet, letter by letter, against a PostgreSQL that has nothing yet. */
async function runSnippet(project) {
  const readme = await readFile(`${root}README.md`, "utf8");
  const snippet = /^As a library[^\n]*\n+```ts\n(.*?)^```$/ms.exec(readme)?.[1];
  if (snippet === undefined) throw new Error("README.md has no library snippet.");
  await writeFile(join(project, "snippet.ts"), snippet);
  await writeFile(join(project, "snippet.mjs"), snippet);
  const cluster = await startCluster();
  try {
    const line = await firstLine(project, { DATABASE_URL: cluster.url });
    if (line !== "100 []") throw new Error(`README.md's library snippet says: ${line}`);
  } finally {
    await cluster.stop();
  }
}

/** Not waited for until it ends: its pool keeps a connection for ten seconds more. */
function firstLine(cwd, env) {
  const child = spawn(process.execPath, ["snippet.mjs"], { cwd, env: { ...process.env, ...env } });
  return new Promise((resolve, reject) => {
    let out = "";
    let err = "";
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.stdout.on("data", (chunk) => {
      out += chunk;
      if (out.includes("\n")) resolve(out.split("\n")[0]);
    });
    child.once("error", reject);
    child.once("close", () => reject(new Error(`README.md's library snippet ended:\n${err}`)));
  }).finally(() => child.kill());
}

async function runCommand(project) {
  const { stdout } = await inProject(project, "npx", ["--no-install", "milepost", "--help"]);
  if (!stdout.startsWith("Usage: milepost")) throw new Error(`milepost --help says: ${stdout}`);
}

const consumer = `import { createClient } from "@milepost/client";
import { type ProviderElement, registerMessages } from "@milepost/elements";
import { openEmbedded } from "@milepost/embedded";
import { completeLesson, MilepostError } from "@milepost/engine";
import { displayPercentage } from "@milepost/progress";
import { ProgressProvider } from "@milepost/react";
import { de } from "@milepost/react/locales/de";
import { createApp } from "@milepost/server";
import "@milepost/elements/locales/ar";

registerMessages("de", de);
export const element: ProviderElement | null = document.querySelector("lp-provider");
export const { pool, close } = await openEmbedded();
const { progress } = await completeLesson(pool, { learner: "ada", lesson: "fs-1" });
export const percentage: number | null = progress.progressPercentage;
export const shown: number | null = displayPercentage(1, 2, false);
export const { data } = await createClient().GET("/v1/courses");
export const title: string | undefined = data?.items[0]?.title;
export const refused = (error: unknown) => error instanceof MilepostError && error.code;
export const provider: typeof ProgressProvider = ProgressProvider;
export const app: typeof createApp = createApp;
// @ts-expect-error: a lesson has to be named, and what is imported is not any.
await completeLesson(pool, { learner: "ada" });
`;

/** A small consumer in strict mode, by both ways to find packages that are in use. */
async function checkTypes(project) {
  await writeFile(join(project, "consumer.ts"), consumer);
  const compiler = `${root}node_modules/typescript-native/bin/tsc`;
  for (const [module, resolution] of [
    ["node16", "node16"],
    ["esnext", "bundler"],
  ]) {
    await inProject(project, process.execPath, [
      compiler,
      ...["--noEmit", "--strict", "--skipLibCheck", "--target", "es2023"],
      ...["--lib", "es2023,dom,dom.iterable", "--types", "node"],
      ...["--module", module, "--moduleResolution", resolution, "consumer.ts", "snippet.ts"],
    ]);
  }
}

/** Runs a command in the project; where it fails, all that it said is in the error. */
async function inProject(cwd, command, args) {
  try {
    return await run(command, args, { cwd, shell: process.platform === "win32" });
  } catch (error) {
    throw new Error(`Failed: ${command} ${args.join(" ")}\n${error.stdout}${error.stderr}`);
  }
}
