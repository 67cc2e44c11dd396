import type { Queryable, Scope } from "../types.ts";
import { foldReports } from "./foldReports.ts";

/**
 * {@link foldReports}, statement after statement, until nothing is left: after an import, or
 * wherever no server runs.
 *
 * @param limit - most deltas a statement, 1–100,000; 10,000 when omitted
 * @param signal - stops it between two statements
 */
export async function foldAllReports(
  db: Queryable,
  { limit = 10_000, signal }: { limit?: number | undefined; signal?: AbortSignal | undefined } = {},
  scope: Pick<Scope, "tenant"> = {},
): Promise<void> {
  let folded = limit;
  while (folded >= limit && !signal?.aborted) folded = await foldReports(db, { limit }, scope);
}
