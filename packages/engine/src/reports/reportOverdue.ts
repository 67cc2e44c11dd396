import { call } from "../call.ts";
import { pageLimit } from "../pageLimit.ts";
import { percentage } from "../percentage.ts";
import type { Page, PageRequest, Queryable, Scope } from "../types.ts";
import { type DueRow, decodeDueCursor, encodeDueCursor } from "./dueCursor.ts";
import { type AsOfFilter, type DaysFilter, type ReportHead, reportHead } from "./reportHead.ts";
import { reportSubject } from "./reportSubject.ts";
import { daysValues, windowValues } from "./windowValues.ts";

interface Row {
  learner: string | null;
  name: string | null;
  course: string;
  course_title: string;
  attempt: number;
  due_at: Date;
  original_due_at: Date;
  time_zone: string | null;
  days_overdue: number;
  progress_percentage: string | null;
  last_viewed_at: Date | null;
  as_of: Date;
  cursor_bucket: number;
  cursor_id: string;
  total: string;
}

/** A current attempt whose deadline has passed: not complete, not withdrawn, not exempt. */
export interface OverdueAttempt {
  /** The host's own id; null once the learner is erased, as is the name. */
  readonly learner: string | null;
  readonly name: string | null;
  readonly course: string;
  readonly courseTitle: string;
  readonly attempt: number;
  readonly dueAt: Date;
  /** Before it was moved. */
  readonly originalDueAt: Date;
  /** Zone that the deadline was stated in; null for an instant. */
  readonly timeZone: string | null;
  /** The day begun counted whole: by the calendar of `timeZone`, of 24 hours without one. */
  readonly daysOverdue: number;
  /** 0–100, truncated to two decimals; null where nothing is required. */
  readonly progressPercentage: number | null;
  readonly lastActivityAt: Date | null;
}

export interface OverduePage extends ReportHead, Page<OverdueAttempt> {
  /** All that match, not just those of the page. */
  readonly total: number;
}

/** Whose deadlines; those of all courses when it names none. Days are those overdue. */
export interface OverdueRequest extends AsOfFilter, DaysFilter, PageRequest {
  readonly course?: string | undefined;
}

/**
 * Who is overdue, most overdue first.
 *
 * @throws {@link MilepostError} `course_not_found`, `group_not_found`, `time_out_of_range`,
 * `cursor_invalid`, `limit_out_of_range`
 */
export async function reportOverdue(
  db: Queryable,
  request: OverdueRequest = {},
  scope: Scope = {},
): Promise<OverduePage> {
  const { course, group, asOf } = request;
  const { tenant = "default", now } = scope;
  const limit = pageLimit(request);
  const after = decodeDueCursor(request.after);
  const which = [tenant, course ?? null, group ?? null, asOf ?? null];
  const only = [...windowValues(request), ...daysValues(request)];
  const values = [...which, ...after, limit, ...only, now ?? null];
  const subject = reportSubject({ course, group });
  const rows = await call<DueRow<Row>>(db, "report_overdue", values, subject);
  const attempts = rows.filter((row): row is Row => row.attempt !== null);
  return {
    ...reportHead(rows, request, scope),
    total: Number(rows[0]?.total ?? 0),
    items: attempts.map(overdueAttempt),
    next: encodeDueCursor(attempts, limit),
  };
}

function overdueAttempt(row: Row): OverdueAttempt {
  return {
    learner: row.learner,
    name: row.name,
    course: row.course,
    courseTitle: row.course_title,
    attempt: row.attempt,
    dueAt: row.due_at,
    originalDueAt: row.original_due_at,
    timeZone: row.time_zone,
    daysOverdue: row.days_overdue,
    progressPercentage: percentage(row.progress_percentage),
    lastActivityAt: row.last_viewed_at,
  };
}
