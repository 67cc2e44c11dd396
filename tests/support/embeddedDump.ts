import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openEmbedded } from "@milepost/embedded";
import { migrate } from "@milepost/engine";
import { inject } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const cache = join(root, "node_modules/.cache/milepost");

/** Whatever the migrated database is made of: a change to any of it makes a new one. */
const ingredients = [
  "packages/engine/sql",
  "packages/engine/src/migration",
  "packages/embedded/src",
  "packages/embedded/package.json",
];

/**
 * A dump of the migrated embedded database, for `openEmbedded` to start from. Making it takes some
 * four seconds, starting from it half of one. So the first test that asks makes it while others
 * wait, and it is kept between runs, by the SHA-256 of what it is made of.
 */
export async function embeddedDump(): Promise<Uint8Array> {
  const path = join(cache, `embedded-${await digestOf(ingredients)}.dump`);
  // Of this run alone: one that was killed while making its dump holds up no other.
  const lock = join(tmpdir(), `${inject("testServer").template}.lock`);
  for (;;) {
    const made = await readFile(path).catch(() => undefined);
    if (made !== undefined) return made;
    if (await isFirst(lock)) await make(path).finally(() => rm(lock, { recursive: true }));
    else await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function digestOf(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) {
    const full = join(root, path);
    const isFolder = (await stat(full)).isDirectory();
    const names = isFolder ? await readdir(full, { recursive: true }) : [""];
    for (const name of names.sort()) {
      const file = join(full, name);
      if ((await stat(file)).isFile()) hash.update(`${name}\0`).update(await readFile(file));
    }
  }
  return hash.digest("hex");
}

function isFirst(lock: string): Promise<boolean> {
  return mkdir(lock).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return false;
      throw error;
    },
  );
}

async function make(path: string): Promise<void> {
  const database = await openEmbedded();
  await migrate(database.pool);
  const dump = await database.dump();
  await database.close();
  await rm(cache, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  // Under another name first: nobody ever reads half of it.
  await writeFile(`${path}.${process.pid}`, dump);
  await rename(`${path}.${process.pid}`, path);
}
