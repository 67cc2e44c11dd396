import { call } from "../call.ts";
import { pageLimit } from "../pageLimit.ts";
import { percentage } from "../percentage.ts";
import type { Page, PageRequest, Queryable, Scope } from "../types.ts";
import { type DueRow, decodeDueCursor, encodeDueCursor } from "./dueCursor.ts";
import { type DueFilter, type ReportHead, reportHead, type WindowFilter } from "./reportHead.ts";
import { reportSubject } from "./reportSubject.ts";
import { dueValues, windowValues } from "./windowValues.ts";

interface Row {
  learner: string | null;
  name: string | null;
  course: string;
  course_title: string;
  attempt: number;
  due_at: Date;
  time_zone: string | null;
  lessons_left: number;
  started: boolean;
  seconds_per_lesson: string | null;
  seconds_left: string;
  seconds_needed: string | null;
  at_risk: boolean;
  progress_percentage: string | null;
  last_viewed_at: Date | null;
  as_of: Date;
  cursor_bucket: number;
  cursor_id: string;
  total: string;
}

/** A current attempt whose deadline is near, with the arithmetic behind `atRisk`. */
export interface DueAttempt {
  /** The host's own id; null once the learner is erased, as is the name. */
  readonly learner: string | null;
  readonly name: string | null;
  readonly course: string;
  readonly courseTitle: string;
  readonly attempt: number;
  readonly dueAt: Date;
  /** Zone that the deadline was stated in; null for an instant. */
  readonly timeZone: string | null;
  /** Required lessons not completed. */
  readonly lessonsLeft: number;
  readonly started: boolean;
  /** What a lesson takes by the calendar, as a median; null while nobody has finished one. */
  readonly secondsPerLesson: number | null;
  /** Until the deadline. */
  readonly secondsLeft: number;
  /** lessonsLeft × secondsPerLesson; null where that is. */
  readonly secondsNeeded: number | null;
  /** Not started, or secondsNeeded > secondsLeft. */
  readonly atRisk: boolean;
  /** 0–100, truncated to two decimals; null where nothing is required. */
  readonly progressPercentage: number | null;
  readonly lastActivityAt: Date | null;
}

export interface DueNextPage extends ReportHead, Page<DueAttempt> {
  /** The deadlines listed are those of so many days from now. */
  readonly days: number;
  /** All that match, not just those of the page. */
  readonly total: number;
}

/** Whose deadlines; those of all courses when it names none. */
export interface DueNextRequest extends WindowFilter, DueFilter, PageRequest {
  readonly course?: string | undefined;
  /** How far to look ahead: 1–90; 14 when omitted. */
  readonly days?: number | undefined;
}

/**
 * Whose deadline comes next, soonest first.
 *
 * @throws {@link MilepostError} `course_not_found`, `group_not_found`, `time_out_of_range`,
 * `cursor_invalid`, `limit_out_of_range`
 */
export async function reportDueNext(
  db: Queryable,
  request: DueNextRequest = {},
  scope: Scope = {},
): Promise<DueNextPage> {
  const { course, group, days = 14 } = request;
  const { tenant = "default", now } = scope;
  const limit = pageLimit(request);
  const after = decodeDueCursor(request.after);
  const which = [tenant, course ?? null, group ?? null, days];
  const only = [...windowValues(request), ...dueValues(request)];
  const values = [...which, ...after, limit, ...only, now ?? null];
  const subject = reportSubject({ course, group });
  const rows = await call<DueRow<Row>>(db, "report_due_next", values, subject);
  const attempts = rows.filter((row): row is Row => row.attempt !== null);
  return {
    ...reportHead(rows, request, scope),
    days,
    total: Number(rows[0]?.total ?? 0),
    items: attempts.map(dueAttempt),
    next: encodeDueCursor(attempts, limit),
  };
}

function dueAttempt(row: Row): DueAttempt {
  const seconds = (text: string | null) => (text === null ? null : Number(text));
  return {
    learner: row.learner,
    name: row.name,
    course: row.course,
    courseTitle: row.course_title,
    attempt: row.attempt,
    dueAt: row.due_at,
    timeZone: row.time_zone,
    lessonsLeft: row.lessons_left,
    started: row.started,
    secondsPerLesson: seconds(row.seconds_per_lesson),
    secondsLeft: Number(row.seconds_left),
    secondsNeeded: seconds(row.seconds_needed),
    atRisk: row.at_risk,
    progressPercentage: percentage(row.progress_percentage),
    lastActivityAt: row.last_viewed_at,
  };
}
