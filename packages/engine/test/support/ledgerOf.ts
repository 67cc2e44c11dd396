import { readTimeline } from "../../src/readTimeline.ts";
import type { LedgerEntry, Queryable } from "../../src/types.ts";

/** The ledger of a learner at a course in order, or the entries of some types in it. */
export async function ledgerOf(
  db: Queryable,
  { learner, course }: { learner: string; course: string },
  types?: readonly string[],
): Promise<LedgerEntry[]> {
  const { items } = await readTimeline(db, { learner, course, limit: 1000 });
  return items.filter(({ type }) => types === undefined || types.includes(type));
}
