import { call } from "./call.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { pageLimit } from "./pageLimit.ts";
import type { EventInput, Page, PageRequest, Queryable, Scope } from "./types.ts";

/** A fact with the attempt it belongs to. */
export interface EventRecord extends EventInput {
  readonly attempt: number;
  readonly at: Date;
}

interface Row {
  bucket: number;
  enrollment_id: string;
  learner: string;
  attempt: number;
  lesson: string | null;
  type: EventInput["type"];
  at: Date;
  received_at: Date | null;
}

/** Which part of a course's history to move out; `limit` counts attempts, not events. */
export interface ExportEventsRequest extends PageRequest {
  readonly course: string;
  /** The completions recorded while the course stood at this version; null: all its views. */
  readonly outlineVersion: number | null;
}

/** The facts of a course, page by page; recorded in this order they give the same progress. */
export async function exportEvents(
  db: Queryable,
  { course, outlineVersion, ...page }: ExportEventsRequest,
  { tenant = "default" }: Scope = {},
): Promise<Page<EventRecord>> {
  const limit = pageLimit(page);
  const [bucket = null, id = null] = decodeCursor(page.after, [/^\d{1,4}$/, /^\d{1,18}$/]) ?? [];
  const values = [tenant, course, outlineVersion, bucket, id, limit];
  const rows = await call<Row>(db, "export_events", values, { course });
  const attempts = new Set(rows.map((row) => row.enrollment_id)).size;
  const last = attempts === limit ? rows.at(-1) : undefined;
  return {
    items: rows.flatMap(({ type, learner, lesson, attempt, at, received_at: received }) => {
      if (lesson === null) return [];
      const event = { type, learner, lesson, attempt, at };
      return [received === null ? event : { ...event, receivedAt: received }];
    }),
    next: last ? encodeCursor([String(last.bucket), last.enrollment_id]) : null,
  };
}
