import type pg from "pg";
import { borrowClient } from "./borrowClient.ts";

/**
 * Runs `act` in one transaction, committed when it resolves and rolled back when it throws. The
 * engine never begins or ends one, so that it can be part of a host's; this one is the server's.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  act: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const { client, giveBack } = await borrowClient(pool);
  let broken = false;
  try {
    await client.query("begin");
    const result = await act(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    giveBack(broken);
  }
}
