import { callOne } from "./callOne.ts";
import type { Queryable } from "./types.ts";

/**
 * Makes the table of the session that mergeEvents copies into, where it is missing. False where the
 * database lets nobody have temporary tables: then there is recordEvents alone.
 */
export async function stageEvents(db: Queryable): Promise<boolean> {
  const { staged } = await callOne<{ staged: boolean }>(db, "stage_events", []);
  return staged;
}
