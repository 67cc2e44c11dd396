import pg from "pg";
import { readSqlFiles, type SqlFile } from "./migration/readSqlFiles.ts";
import { sqlDirectory } from "./migration/sqlDirectory.ts";
import type { Queryable } from "./types.ts";

/**
 * Whether the database has had every file of this program, in the text that this program has. A
 * newer database counts as migrated: while an upgrade rolls through, the older servers stay ready.
 *
 * One statement, by any role; fails only where the database cannot be asked.
 */
export async function isMigrated(db: Queryable): Promise<boolean> {
  const files = await ownFiles();
  try {
    const { rows } = await db.query<{ migrated: boolean }>({
      name: "milepost_is_migrated",
      text: isMigratedSql,
      values: [files.map(({ name }) => name), files.map(({ sha256 }) => sha256)],
    });
    return rows[0]?.migrated === true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === undefinedTable) return false;
    throw error;
  }
}

const undefinedTable = "42P01";

const isMigratedSql = `
  select count(*) = cardinality($1::text[]) as migrated
    from unnest($1::text[], $2::text[]) as own (name, sha256)
    join milepost_migration.applied_file as kept
      on kept.name = own.name
     and own.sha256 = any (kept.earlier_sha256 || kept.sha256)`;

let files: Promise<readonly SqlFile[]> | undefined;

/** Read once: they are part of the program and do not change under it. */
function ownFiles(): Promise<readonly SqlFile[]> {
  files ??= readSqlFiles(sqlDirectory).then(({ migrations, objects }) => [
    ...migrations,
    ...objects,
  ]);
  return files;
}
