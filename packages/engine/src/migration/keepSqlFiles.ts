import type pg from "pg";
import type { SqlFile } from "./readSqlFiles.ts";

/** Writes down that these texts are applied, in the transaction that applies them. */
export async function keepSqlFiles(
  client: pg.ClientBase,
  files: readonly SqlFile[],
): Promise<void> {
  await client.query(keepSql, [files.map(({ name }) => name), files.map(({ sha256 }) => sha256)]);
}

/** Former texts are kept for `isMigrated`: during a rolling upgrade an older program asks, too. */
const keepSql = `
  insert into milepost_migration.applied_file as kept (name, sha256)
  select name, sha256 from unnest($1::text[], $2::text[]) as own (name, sha256)
  on conflict (name) do update set
    sha256 = excluded.sha256,
    applied_at = clock_timestamp(),
    earlier_sha256 = case when kept.sha256 = excluded.sha256 then kept.earlier_sha256
      else array_append(array_remove(kept.earlier_sha256, excluded.sha256), kept.sha256) end`;
