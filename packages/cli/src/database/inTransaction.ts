import type pg from "pg";

/**
 * Runs `act` in one transaction on a connection of its own.
 *
 * @param begin - how it begins, where it is not one as usual
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  act: (client: pg.PoolClient) => Promise<T>,
  { begin = "begin" } = {},
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const result = await act(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    // One that does not even roll back is of no use to anybody else.
    client.release(broken);
  }
}
