import type pg from "pg";
import type { Act, TransactionOptions } from "./useDatabase.ts";

/** Runs `act` on one client, in one transaction, as a role of the schema. */
export async function inTransaction<T>(
  pool: pg.Pool,
  role: "milepost_owner" | "milepost_app",
  act: Act<T>,
  { commit = false }: TransactionOptions = {},
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(`set local role ${role}`);
    const answer = await act(client);
    await client.query(commit ? "commit" : "rollback");
    return answer;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}
