import type pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { embeddedDump } from "../../../../tests/support/embeddedDump.ts";
import { type EmbeddedDatabase, openEmbedded } from "../../src/index.ts";

/**
 * A database in memory for the tests of the current file, which share it. To be read inside tests
 * and hooks only.
 */
export function useEmbedded(): Pick<EmbeddedDatabase, "pool"> {
  let opened: EmbeddedDatabase | undefined;
  beforeAll(async () => {
    opened = await openEmbedded({ loadFrom: await embeddedDump() });
  });
  afterAll(() => opened?.close());

  const open = (): EmbeddedDatabase => {
    if (opened === undefined) throw new Error("The database is there inside tests and hooks only.");
    return opened;
  };
  return {
    get pool() {
      return open().pool;
    },
  };
}

/** Runs `act` with a client of its own, given back after it. */
export async function withClient<T>(
  pool: pg.Pool,
  act: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    return await act(client);
  } finally {
    client.release();
  }
}
