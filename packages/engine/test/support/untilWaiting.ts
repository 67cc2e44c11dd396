import type { TestDatabase } from "../../../../tests/support/useDatabase.ts";

/** Until so many calls wait for a lock that another holds. */
export async function untilWaiting(database: TestDatabase, calls: number): Promise<void> {
  for (;;) {
    const { rows } = await database.superuser.query(
      `select from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length >= calls) return;
  }
}
