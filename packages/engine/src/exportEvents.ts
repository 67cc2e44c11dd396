import { call } from "./call.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { pageLimit } from "./pageLimit.ts";
import type { EventInput, Page, PageRequest, Queryable, Scope } from "./types.ts";

/** A fact with the attempt it belongs to. */
export interface EventRecord extends EventInput {
  readonly attempt: number;
  readonly at: Date;
  /** Of a completion: who told of it, such as `api`. To be given back as the scope's source. */
  readonly source?: string;
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
  source: string | null;
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
    items: rows.flatMap(({ type, learner, lesson, attempt, at, received_at, source }) => {
      if (lesson === null) return [];
      const event = { type, learner, lesson, attempt, at };
      if (received_at === null || source === null) return [event];
      return [{ ...event, receivedAt: received_at, source }];
    }),
    next: last ? encodeCursor([String(last.bucket), last.enrollment_id]) : null,
  };
}
