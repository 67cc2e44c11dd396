import { call } from "./call.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import type { DueRecord, EnrollmentRecord } from "./EnrollmentRecord.ts";
import { pageLimit } from "./pageLimit.ts";
import type { Page, PageRequest, Queryable, Scope } from "./types.ts";

interface Row {
  bucket: number;
  enrollment_id: string;
  learner: string;
  attempt: number;
  is_current: boolean;
  enrolled_at: Date;
  received_at: Date;
  source: string;
  due_at: Date | null;
  original_due_at: Date | null;
  due_rule: DueRecord["rule"] | null;
  due_date: string | null;
  due_days: number | null;
  due_time_zone: string | null;
  due_time_zone_source: DueRecord["timeZoneSource"];
  withdrawn_at: Date | null;
  withdrawn_reason: string | null;
  exempted_at: Date | null;
  exempted_reason: string | null;
  last_viewed_lesson: string | null;
}

/** Which part of a course's history to move out. */
export interface ExportEnrollmentsRequest extends PageRequest {
  readonly course: string;
  /** Only attempts that were opened while the course stood at this version. */
  readonly outlineVersion: number;
}

/** The attempts opened under one outline version of a course, page by page. */
export async function exportEnrollments(
  db: Queryable,
  { course, outlineVersion, ...page }: ExportEnrollmentsRequest,
  { tenant = "default" }: Scope = {},
): Promise<Page<EnrollmentRecord>> {
  const limit = pageLimit(page);
  const [bucket = null, id = null] = decodeCursor(page.after, [/^\d{1,4}$/, /^\d{1,18}$/]) ?? [];
  const values = [tenant, course, outlineVersion, bucket, id, limit];
  const rows = await call<Row>(db, "export_enrollments", values, { course });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    items: rows.map((row) => record(row, course, outlineVersion)),
    next: last ? encodeCursor([String(last.bucket), last.enrollment_id]) : null,
  };
}

function record(row: Row, course: string, outlineVersion: number): EnrollmentRecord {
  return {
    learner: row.learner,
    course,
    attempt: row.attempt,
    isCurrent: row.is_current,
    enrolledAt: row.enrolled_at,
    receivedAt: row.received_at,
    source: row.source,
    due: due(row),
    originalDueAt: row.original_due_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnReason: row.withdrawn_reason,
    exemptedAt: row.exempted_at,
    exemptedReason: row.exempted_reason,
    lastViewedLesson: row.last_viewed_lesson,
    outlineVersion,
  };
}

function due(row: Row): DueRecord | null {
  if (row.due_at === null || row.due_rule === null) return null;
  return {
    rule: row.due_rule,
    at: row.due_at,
    date: row.due_date,
    days: row.due_days,
    timeZone: row.due_time_zone,
    timeZoneSource: row.due_time_zone_source,
  };
}
