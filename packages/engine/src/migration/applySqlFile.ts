import pg from "pg";
import { MigrationError } from "./MigrationError.ts";
import type { SqlFile } from "./readSqlFiles.ts";

/**
 * Runs one file inside the caller's transaction, as `milepost_owner` unless
 * told otherwise, and keeps what was run. The search path is empty: a name
 * without its schema fails here, not on the first host whose path differs.
 */
export async function applySqlFile(
  client: pg.ClientBase,
  file: SqlFile,
  { asMigrator }: { asMigrator: boolean },
): Promise<void> {
  try {
    if (!asMigrator) await client.query("set local role milepost_owner");
    await client.query("set local search_path = ''");
    await client.query(file.text);
    await client.query("reset role");
  } catch (error) {
    throw inFile(file, error);
  }
  await client.query(keepSql, [file.name, file.sha256]);
}

/**
 * Texts it had before are kept for `isMigrated`: an older
 * program is still served during a rolling upgrade.
 */
const keepSql = `
  insert into milepost_migration.applied_file as kept (name, sha256) values ($1, $2)
  on conflict (name) do update set
    sha256 = excluded.sha256,
    applied_at = clock_timestamp(),
    earlier_sha256 = case when kept.sha256 = excluded.sha256 then kept.earlier_sha256
      else array_append(array_remove(kept.earlier_sha256, excluded.sha256), kept.sha256) end`;

function inFile(file: SqlFile, error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const parts = [error.message, error.hint, error.where?.split("\n")[0]];
  return new MigrationError(parts.filter((part) => part !== undefined).join(" | "), {
    file: file.name,
    ...placeOf(file.text, error.position),
    cause: error,
  });
}

/** The database counts characters from 1 over the whole text; people count lines and columns. */
function placeOf(
  text: string,
  position: string | undefined,
): { line: number | null; column: number | null } {
  if (position === undefined) return { line: null, column: null };
  const lines = Array.from(text)
    .slice(0, Number(position) - 1)
    .join("")
    .split("\n");
  return { line: lines.length, column: Array.from(lines.at(-1) ?? "").length + 1 };
}
