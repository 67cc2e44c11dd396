import type { Queryable } from "../types.ts";

/**
 * When the database had its first migration, to the microsecond, as text: tells it apart from one
 * of the same name that was dropped and made anew. By any role; the database has to be migrated.
 */
export async function readMigratedAt(db: Queryable): Promise<string> {
  const { rows } = await db.query<{ migrated_at: string }>(
    `select to_char(min(applied_at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as migrated_at
       from milepost_migration.applied_file
      where name like 'migrations/%'`,
  );
  return rows[0]?.migrated_at ?? "";
}
