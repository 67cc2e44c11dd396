import pg from "pg";
import { MigrationError } from "./MigrationError.ts";
import type { SqlFile } from "./readSqlFiles.ts";

/**
 * Runs one file inside the caller's transaction, as `milepost_owner` unless told otherwise, which
 * holds until the transaction ends. The search path is empty: a name without its schema fails here,
 * not on the first host whose path differs.
 */
export async function runSqlFile(
  client: pg.ClientBase,
  file: SqlFile,
  { asMigrator = false } = {},
): Promise<void> {
  try {
    if (!asMigrator) await client.query("set local role milepost_owner");
    await client.query("set local search_path = ''");
    await client.query(file.text);
  } catch (error) {
    throw inFile(file, error);
  }
}

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
