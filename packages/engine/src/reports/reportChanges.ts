import { call } from "../call.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { pageLimit } from "../pageLimit.ts";
import type { Page, PageRequest, Queryable, Scope } from "../types.ts";
import { type ReportFilter, type ReportHead, reportHead } from "./reportHead.ts";
import { reportSubject } from "./reportSubject.ts";

/** What administrators do to attempts by hand, as the ledger calls it. */
export const manualChangeTypes = [
  "deadline.moved",
  "enrollment.exempted",
  "enrollment.reinstated",
  "enrollment.withdrawn",
] as const;

export type ManualChangeType = (typeof manualChangeTypes)[number];

interface Row {
  as_of: Date;
  event_no: string;
  bucket: number;
  type: ManualChangeType;
  occurred_at: Date;
  received_at: Date;
  learner: string | null;
  name: string | null;
  course: string;
  course_title: string;
  attempt: number;
  reason: string | null;
  actor: string | null;
  source: string | null;
  due_from: Date | null;
  due_from_time_zone: string | null;
  due_to: Date | null;
  due_to_time_zone: string | null;
}

/** An entry of the ledger of a type of {@link manualChangeTypes}. */
export interface ManualChange {
  readonly id: string;
  readonly type: ManualChangeType;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
  /** Null once the learner is erased, as are the name and the reason. */
  readonly learner: string | null;
  readonly name: string | null;
  readonly course: string;
  readonly courseTitle: string;
  readonly attempt: number;
  readonly reason: string | null;
  readonly actor: string | null;
  readonly source: string | null;
  /** Of a deadline that was moved; nulls of anything else. */
  readonly data: {
    readonly from: Date | null;
    readonly fromTimeZone: string | null;
    readonly to: Date | null;
    readonly timeZone: string | null;
  };
}

export interface ChangesPage extends ReportHead, Page<ManualChange> {}

export interface ChangesRequest extends ReportFilter, PageRequest {
  /** All of {@link manualChangeTypes} when omitted. */
  readonly types?: readonly ManualChangeType[] | undefined;
  readonly course?: string | undefined;
  readonly learner?: string | undefined;
}

/**
 * What was done to attempts by hand, the newest first; of a group, to those of who belongs to it
 * now.
 *
 * @throws {@link MilepostError} `course_not_found`, `group_not_found`, `learner_not_found`,
 * `cursor_invalid`, `limit_out_of_range`
 */
export async function reportChanges(
  db: Queryable,
  request: ChangesRequest = {},
  scope: Scope = {},
): Promise<ChangesPage> {
  const { types, course, group, learner } = request;
  const { tenant = "default", now } = scope;
  const limit = pageLimit(request);
  const shape = ["instant", /^\d{1,4}$/, /^\d{1,18}$/] as const;
  const after = decodeCursor(request.after, shape) ?? [null, null, null];
  const which = [tenant, types ?? null, course ?? null, group ?? null, learner ?? null];
  const values = [...which, ...after, limit, now ?? null];
  const subject = reportSubject({ course, group, learner });
  const rows = await call<Row>(db, "report_changes", values, subject);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    ...reportHead(rows, { group }, scope),
    items: rows.map(manualChange),
    next: last
      ? encodeCursor([last.received_at.toISOString(), String(last.bucket), last.event_no])
      : null,
  };
}

function manualChange(row: Row): ManualChange {
  return {
    id: row.event_no,
    type: row.type,
    occurredAt: row.occurred_at,
    receivedAt: row.received_at,
    learner: row.learner,
    name: row.name,
    course: row.course,
    courseTitle: row.course_title,
    attempt: row.attempt,
    reason: row.reason,
    actor: row.actor,
    source: row.source,
    data: {
      from: row.due_from,
      fromTimeZone: row.due_from_time_zone,
      to: row.due_to,
      timeZone: row.due_to_time_zone,
    },
  };
}
