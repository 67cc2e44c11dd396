import { callOne } from "../callOne.ts";
import type { Queryable, Scope } from "../types.ts";

/**
 * Folds what a tenant's writes counted since into the sums that reports read. Housekeeping:
 * reports are exact without it, and slower the longer it is left.
 *
 * @param limit - most deltas to fold in this call, so that it stays short; 10,000 when omitted
 * @returns how many were folded: fewer than `limit` when there are no more
 */
export async function foldReports(
  db: Queryable,
  { limit = 10_000 }: { limit?: number | undefined } = {},
  { tenant = "default" }: Pick<Scope, "tenant"> = {},
): Promise<number> {
  const values = [tenant, limit];
  const { fold_reports } = await callOne<{ fold_reports: string }>(db, "fold_reports", values);
  return Number(fold_reports);
}
