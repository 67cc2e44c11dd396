import { call } from "./call.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { pageLimit } from "./pageLimit.ts";
import type { LedgerEntry, Page, PageRequest, Queryable, Scope } from "./types.ts";

interface Row {
  event_no: string;
  type: string;
  attempt: number | null;
  lesson: string | null;
  occurred_at: Date;
  received_at: Date;
  source: string | null;
  actor: string | null;
  client_event_id: string | null;
  outline_version: number | null;
  reason: string | null;
  data: Record<string, unknown> | null;
}

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
  const rows = await call<Row>(db, "learner_timeline", values, { learner, course });
  const items = rows.map((row) => ({
    id: row.event_no,
    type: row.type,
    attempt: row.attempt,
    lesson: row.lesson,
    occurredAt: row.occurred_at,
    receivedAt: row.received_at,
    source: row.source,
    actor: row.actor,
    eventId: row.client_event_id,
    outlineVersion: row.outline_version,
    reason: row.reason,
    data: row.data,
  }));
  const last = items.at(-1);
  return { items, next: last && items.length === limit ? encodeCursor([last.id]) : null };
}
