import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from } from "pg-copy-streams";
import { type CopyLines, mergeEvents } from "../../src/mergeEvents.ts";
import type { EventInput, EventResult } from "../../src/types.ts";

export const copyLines: CopyLines = (client, { statement, lines }) =>
  pipeline(Readable.from(lines), client.query(from(statement)));

/** mergeEvents in a transaction of its own. */
export async function merge(
  pool: pg.Pool,
  events: readonly EventInput[],
  scope: Parameters<typeof mergeEvents>[2],
): Promise<EventResult[]> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const results = await mergeEvents(client, { events, copyLines }, scope);
    await client.query("commit");
    return results;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}
