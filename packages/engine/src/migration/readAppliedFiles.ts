import type { Queryable } from "../types.ts";
import type { AppliedFile } from "./planMigration.ts";

/** The bookkeeping, in name order; undefined where there is none yet. */
export async function readAppliedFiles(db: Queryable): Promise<AppliedFile[] | undefined> {
  const exists = await db.query<{ there: boolean }>(
    "select to_regclass('milepost_migration.applied_file') is not null as there",
  );
  if (exists.rows[0]?.there !== true) return undefined;
  const { rows } = await db.query<AppliedFile>(
    'select name, sha256 from milepost_migration.applied_file order by name collate "C"',
  );
  return rows;
}
