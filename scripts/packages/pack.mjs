import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { projects, root } from "../ensure.mjs";

const run = promisify(execFile);

/**
 * Packs every package as `npm publish` would.
 *
 * @param {string} folder - where the tarballs go
 * @returns {Promise<{ name: string, at: string, tarball: string, files: string[] }[]>} `at`: the
 * package's folder; `files`: paths inside the tarball
 */
export async function packAll(folder) {
  const folders = new Map(
    projects().map((at) => [JSON.parse(readFileSync(`${root}${at}/package.json`)).name, at]),
  );
  const { stdout } = await run(
    "npm",
    ["pack", "--workspaces", "--json", "--ignore-scripts", "--pack-destination", folder],
    { cwd: root, maxBuffer: 64 * 1024 * 1024, shell: process.platform === "win32" },
  );
  // An array of older npm, an object by name of newer.
  return Object.values(JSON.parse(stdout)).map(({ name, filename, files }) => ({
    name,
    at: folders.get(name),
    tarball: join(folder, filename.replace("@", "").replace("/", "-")),
    files: files.map(({ path }) => path),
  }));
}
