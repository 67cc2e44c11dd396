import { readFileSync } from "node:fs";
import { projects, root } from "../ensure.mjs";

/** `packages` of the lock file, by path. */
export const { packages: locked } = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8"));

/** Written by the bundler beside what it made. */
const notices = [
  "apps/dashboard/dist/public/licenses.md",
  "apps/demo/dist/public/licenses.md",
  "packages/elements/dist/bundle/licenses.md",
];

/**
 * @typedef {{ name: string, version: string, license: string }} Dependency - of somebody else's;
 * `license` is an SPDX expression, or "none"
 */

/** Where the package `at` finds `name`, as Node looks for it; undefined where it is not there. */
function find(name, at) {
  for (let folder = at; ; folder = folder.replace(/\/?(?:node_modules\/)?(?:@?[^/]+)$/, "")) {
    const path = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (locked[path] !== undefined) return locked[path].link ? locked[path].resolved : path;
    if (folder === "") return undefined;
  }
}

/**
 * Paths in the lock file of our packages and of all that comes with them where a host installs
 * them. npm's own mark `dev` does not tell: it stands on some that are needed in both ways.
 */
export function installedPaths() {
  const reached = new Set();
  const waiting = projects();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    const { dependencies, optionalDependencies } = locked[at];
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const found = find(name, at);
      if (found !== undefined) waiting.push(found);
    }
  }
  return [...reached];
}

/** @returns {Dependency[]} what a host installs with our packages */
export function installed() {
  return installedPaths()
    .filter((at) => at.includes("node_modules/"))
    .map((at) => {
      const { version, license = "none" } = locked[at];
      return { name: at.split("node_modules/").at(-1), version, license };
    });
}

/** @returns {Dependency[]} what is inside the scripts for browsers that our packages hold */
export function bundled() {
  return notices
    .flatMap((path) => readFileSync(root + path, "utf8").split("\n"))
    .map((line) => /^## (\S+) - (\S+) \((.+)\)$/.exec(line))
    .flatMap((match) => (match === null ? [] : [match.slice(1)]))
    .map(([name, version, license]) => ({ name, version, license }));
}
