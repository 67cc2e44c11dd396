import { call } from "./call.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { type LedgerRow, ledgerEntryOf } from "./ledgerEntryOf.ts";
import { pageLimit } from "./pageLimit.ts";
import type { LedgerEntry, Page, PageRequest, Queryable, Scope } from "./types.ts";

/** Whose timeline at which course; of all attempts, or of the one named. */
export interface TimelineRequest extends PageRequest {
  readonly learner: string;
  readonly course: string;
  readonly attempt?: number | undefined;
}

/**
 * The ledger of a learner at a course, oldest first.
 *
 * @throws {@link MilepostError} `course_not_found`, `learner_not_found`, `enrollment_not_found`,
 * `cursor_invalid`, `limit_out_of_range`
 */
export async function readTimeline(
  db: Queryable,
  { learner, course, attempt, ...page }: TimelineRequest,
  { tenant = "default" }: Scope = {},
): Promise<Page<LedgerEntry>> {
  const limit = pageLimit(page);
  const [after = null] = decodeCursor(page.after, [/^\d{1,18}$/]) ?? [];
  const values = [tenant, learner, course, attempt ?? null, after, limit];
  const rows = await call<LedgerRow>(db, "learner_timeline", values, { learner, course });
  const items = rows.map(ledgerEntryOf);
  const last = items.at(-1);
  return { items, next: last && items.length === limit ? encodeCursor([last.id]) : null };
}
