import type pg from "pg";

/**
 * Runs `act` `n` times at once, each on a connection of its own. All connections stand before
 * the first statement is sent: connecting takes longer than the race that a test is after.
 *
 * @param n - at most 64, the size of a test database's pools
 */
export async function parallel<T>(
  pool: pg.Pool,
  n: number,
  act: (client: pg.PoolClient, index: number) => Promise<T>,
): Promise<T[]> {
  const clients = await Promise.all(Array.from({ length: n }, () => pool.connect()));
  const runs = await Promise.allSettled(clients.map((client, index) => act(client, index)));
  for (const client of clients) client.release();
  return runs.map((run) => {
    if (run.status === "rejected") throw run.reason;
    return run.value;
  });
}
