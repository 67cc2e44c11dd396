import type pg from "pg";

/** The eight bytes of "milepost" as a bigint: a number that no other program picks by chance. */
const lockKey = "7883951805622612852";

/**
 * Gives one connection of the pool to `act` while no other migration
 * runs on this database; a second starter waits. A session lock, not
 * a transaction's: it has to outlast the transaction of each file.
 *
 * Through a pooler in transaction mode a session lock holds
 * nothing: migrate over a direct connection.
 */
export async function withMigrationLock<T>(
  pool: pg.Pool,
  act: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // The host's own limits are for its requests: a long
    // migration, or the wait for one, is no runaway.
    await client.query("set statement_timeout = 0");
    await client.query("set lock_timeout = 0");
    await client.query("set idle_in_transaction_session_timeout = 0");
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    return await act(client);
  } finally {
    try {
      await client.query("select pg_advisory_unlock($1)", [lockKey]);
      await client.query("reset statement_timeout");
      await client.query("reset lock_timeout");
      await client.query("reset idle_in_transaction_session_timeout");
    } catch (error) {
      // A connection that cannot let go of the lock is closed, which does it.
      broken = error instanceof Error ? error : new Error(String(error));
    }
    client.release(broken);
  }
}
