import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { MigrationError } from "./MigrationError.ts";

/** One file of the schema, as it stands in this program. */
export interface SqlFile {
  /** Path below `sql/` with forward slashes: the key of the bookkeeping. */
  readonly name: string;
  readonly text: string;
  /** Of the text with `\n` line ends: a checkout that writes `\r\n` is the same file. */
  readonly sha256: string;
}

export interface SqlFiles {
  /** Numbered, in order, applied once and frozen from then on. */
  readonly migrations: readonly SqlFile[];
  /** Functions, then views, each in path order: applied again whenever their text changes. */
  readonly objects: readonly SqlFile[];
}

/**
 * Reads `migrations/`, `functions/` and `views/` below a
 * folder. Other folders and other files are none of ours.
 */
export async function readSqlFiles(directory: URL): Promise<SqlFiles> {
  const root = fileURLToPath(directory);
  const names = (await readdir(root, { recursive: true }))
    .map((name) => name.split(sep).join("/"))
    .filter((name) => name.endsWith(".sql"))
    .sort((a, b) => (a < b ? -1 : 1));
  const below = (folder: string) =>
    Promise.all(
      names.filter((name) => name.startsWith(folder)).map((name) => readSqlFile(root, name)),
    );

  const migrations = await below("migrations/");
  if (migrations.length === 0) {
    throw new MigrationError(`No migrations in ${root}: this installation is incomplete.`);
  }
  refuseUnordered(migrations);
  return { migrations, objects: [...(await below("functions/")), ...(await below("views/"))] };
}

async function readSqlFile(root: string, name: string): Promise<SqlFile> {
  const text = (await readFile(join(root, name), "utf8")).replaceAll("\r\n", "\n");
  return { name, text, sha256: createHash("sha256").update(text).digest("hex") };
}

/**
 * Two files of one number come from two branches; which of
 * them runs first must not hang on their names.
 */
function refuseUnordered(migrations: readonly SqlFile[]): void {
  let before: string | undefined;
  for (const { name } of migrations) {
    const number = /^migrations\/(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1];
    if (number === undefined) {
      throw new MigrationError("A migration is named NNNN_what_it_does.sql.", { file: name });
    }
    if (number === before) {
      throw new MigrationError(`Another migration has the number ${number} too.`, { file: name });
    }
    before = number;
  }
}
