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
  // One that breaks says so as an event, too, which would end the process if nobody listened.
  const onError = () => {};
  client.on("error", onError);
  try {
    const limits = await liftLimits(client);
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    const answer = await act(client);
    await client.query("select pg_advisory_unlock($1)", [lockKey]);
    await client.query(restoreSql, [Object.keys(limits), Object.values(limits)]);
    client.off("error", onError);
    client.release();
    return answer;
  } catch (error) {
    // Closed instead of given back: that lets go of the lock, whatever state the connection is in.
    client.release(true);
    throw error;
  }
}

const limitNames = ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"];

/**
 * The host's own limits are for its requests: a long migration, or the wait for one, is no
 * runaway. Answers the former limits.
 */
async function liftLimits(client: pg.ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    "select name, setting from pg_catalog.pg_settings where name = any($1)",
    [limitNames],
  );
  await client.query(restoreSql, [limitNames, limitNames.map(() => "0")]);
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}

const restoreSql = `
  select pg_catalog.set_config(name, setting, false)
    from unnest($1::text[], $2::text[]) as limits (name, setting)`;
