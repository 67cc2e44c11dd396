import type pg from "pg";

export interface BorrowedClient {
  readonly client: pg.PoolClient;
  /** To the pool, unless the connection is broken: then it is thrown away. */
  giveBack(broken: boolean): void;
}

/**
 * Takes a connection out of the pool. One that breaks meanwhile says so as an event, which would
 * end the process if nobody listened.
 */
export async function borrowClient(pool: pg.Pool): Promise<BorrowedClient> {
  const client = await pool.connect();
  let broke = false;
  const onError = () => {
    broke = true;
  };
  client.on("error", onError);
  return {
    client,
    giveBack(broken) {
      client.off("error", onError);
      client.release(broken || broke);
    },
  };
}
