import type { Queryable } from "@milepost/engine";
import type pg from "pg";
import { borrowClient } from "./borrowClient.ts";

/**
 * The pool as the engine takes it, with connections that outlive a refusal. A refusal is an error
 * to PostgreSQL, and a pool's own `query` throws the connection away after any error: a read of
 * an unknown learner took 49 ms that way, for the new connection and its plans, and takes 1.3.
 */
export function keepConnections(pool: pg.Pool): Queryable {
  const query = async (...statement: Parameters<pg.PoolClient["query"]>) => {
    const { client, giveBack } = await borrowClient(pool);
    try {
      const result = await client.query(...statement);
      giveBack(false);
      return result;
    } catch (error) {
      giveBack(!isRefusal(error));
      throw error;
    }
  };
  return { query: query as unknown as Queryable["query"] };
}

/**
 * Raised by our own functions, so PostgreSQL is well. After some of its own errors it hangs up, a
 * moment later: the next request would meet that.
 */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^MP/.test(String(error.code));
}
