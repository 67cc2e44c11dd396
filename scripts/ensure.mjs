import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Root of the repository, wherever the command was called from. */
export const root = fileURLToPath(new URL("../", import.meta.url));

const oldestNode = [20, 19];

/**
 * Makes a clone ready to run, with whatever it lacks and nothing else: Node's version, the
 * dependencies of the lock file, the build, the bundles for browsers. Ready already, it takes
 * some tenths of a second.
 *
 * @param {string[]} projects - folders with a tsconfig.json, below the root
 * @throws {Error} with one line to show, where something could not be had
 */
export async function ensure(projects) {
  requireNode();
  await install();
  await build(projects);
  await run(process.execPath, [`${root}scripts/bundle.mjs`]);
}

/** Every package and app that is built. */
export function projects() {
  return ["packages", "apps"]
    .flatMap((folder) => readdirSync(root + folder).map((name) => `${folder}/${name}`))
    .filter((folder) => existsSync(`${root}${folder}/tsconfig.json`));
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `Milepost needs Node ${oldestNode.join(".")} or newer; this is ${process.versions.node}.`,
  );
}

/**
 * The stamp stands inside node_modules, so that removing the folder
 * removes it. A folder that `npm install` made has no stamp but npm's
 * own list, which is newer than the lock file it was made from.
 */
async function install() {
  const lockFile = `${root}package-lock.json`;
  const stamp = `${root}node_modules/.milepost-lock`;
  const npmList = `${root}node_modules/.package-lock.json`;
  const sha256 = createHash("sha256").update(readFileSync(lockFile)).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sha256) return;
  const current = existsSync(npmList) && statSync(npmList).mtimeMs >= statSync(lockFile).mtimeMs;
  if (!current) {
    console.error("Installing dependencies (npm ci).");
    // Said outright, or NODE_ENV=production would leave out the compiler.
    await run("npm", ["ci", "--include=dev", "--loglevel=error"]);
  }
  writeFileSync(stamp, sha256);
}

function build(projects) {
  const compiler = `${root}node_modules/typescript-native/bin/tsc`;
  return run(process.execPath, [compiler, "-b", ...projects.map((project) => root + project)]);
}

/**
 * Runs a command at the root with its output on standard
 * error: standard output is the caller's own.
 */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", 2, 2],
      shell: process.platform === "win32",
    });
    const end = () => {
      child.kill("SIGTERM");
      process.exit(143);
    };
    process.once("SIGTERM", end);
    child.once("error", reject);
    child.once("exit", (code) => {
      process.off("SIGTERM", end);
      if (code === 0) resolve();
      else reject(new Error(`Failed: ${[command, ...args].join(" ")}`));
    });
  });
}
