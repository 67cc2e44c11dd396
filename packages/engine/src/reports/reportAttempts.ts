import { call } from "../call.ts";
import { pageLimit } from "../pageLimit.ts";
import { percentage } from "../percentage.ts";
import type { Page, PageRequest, Queryable, Scope } from "../types.ts";
import {
  decodeListedCursor,
  encodeListedCursor,
  type ListedKey,
  type ListedOrder,
} from "./listedCursor.ts";
import type { AttemptReportState } from "./reportCourseLearners.ts";
import { type DueFilter, type ReportHead, reportHead, type WindowFilter } from "./reportHead.ts";
import { reportSubject } from "./reportSubject.ts";
import { dueValues, windowValues } from "./windowValues.ts";

interface Row extends ListedKey {
  learner: string | null;
  name: string | null;
  course: string;
  course_title: string;
  attempt: number;
  state: AttemptReportState;
  completed_lessons: number;
  total_lessons: number;
  progress_percentage: string | null;
  enrolled_at: Date;
  first_viewed_at: Date | null;
  last_viewed_at: Date | null;
  due_at: Date | null;
  time_zone: string | null;
  completed_at: Date | null;
  as_of: Date;
  total: string | null;
}
type AnyRow = Row | { attempt: null; as_of: Date; total: string | null };

/** A current attempt, whichever course it is at. */
export interface ListedAttempt {
  /** The host's own id; null once the learner is erased, as is the name. */
  readonly learner: string | null;
  readonly name: string | null;
  readonly course: string;
  readonly courseTitle: string;
  readonly attempt: number;
  readonly state: AttemptReportState;
  readonly completedLessons: number;
  readonly totalLessons: number;
  /** 0–100, truncated to two decimals; null where nothing is required. */
  readonly progressPercentage: number | null;
  readonly enrolledAt: Date;
  readonly firstViewedAt: Date | null;
  readonly lastActivityAt: Date | null;
  readonly dueAt: Date | null;
  /** Zone that the deadline was stated in; null for an instant, and without a deadline. */
  readonly timeZone: string | null;
  readonly completedAt: Date | null;
}

export interface AttemptPage extends ReportHead, Page<ListedAttempt> {
  /** What the items are in the order of. */
  readonly order: ListedOrder;
  /** All that match, not just those of the page; counted once, on the first one. */
  readonly total: number;
}

/** Which attempts; those of every course and state when it names nothing. */
export interface AttemptsRequest extends WindowFilter, DueFilter, PageRequest {
  readonly state?: AttemptReportState | undefined;
  /** UTC instant: only attempts completed then or later; all up to the end when omitted. */
  readonly completedFrom?: Date | undefined;
  /** UTC instant, after `completedFrom`: only attempts completed earlier. */
  readonly completedBefore?: Date | undefined;
}

/**
 * The attempts behind a number that counts those of all courses: newest completion first where
 * completions are asked for; else soonest deadline first where deadlines are, of who is overdue or
 * has not started; else longest without activity first.
 *
 * @throws {@link MilepostError} `group_not_found`, `time_out_of_range`, `cursor_invalid`, also for
 * a cursor of another order, `limit_out_of_range`
 */
export async function reportAttempts(
  db: Queryable,
  request: AttemptsRequest = {},
  scope: Scope = {},
): Promise<AttemptPage> {
  const { group, state, completedFrom, completedBefore } = request;
  const { tenant = "default", now } = scope;
  const limit = pageLimit(request);
  const order = orderOf(request);
  const after = decodeListedCursor(request.after, order);
  const values = [
    ...[tenant, group ?? null, state ?? null, ...dueValues(request)],
    ...[completedFrom ?? null, completedBefore ?? null, ...windowValues(request)],
    ...[...after.key, limit, now ?? null],
  ];
  const subject = reportSubject({ group });
  const rows = await call<AnyRow>(db, "report_listed_attempts", values, subject);
  const attempts = rows.filter((row): row is Row => row.attempt !== null);
  const total = after.total ?? Number(rows[0]?.total ?? 0);
  return {
    ...reportHead(rows, request, scope),
    order,
    total,
    items: attempts.map(listedAttempt),
    next: encodeListedCursor(attempts, { order, limit, total }),
  };
}

/** As the function listed_order of the database has it. */
function orderOf(request: AttemptsRequest): ListedOrder {
  const { state, dueFrom, dueBefore, completedFrom, completedBefore } = request;
  if (completedFrom ?? completedBefore) return "completed";
  if (dueFrom ?? dueBefore) return "due";
  return state === "overdue" || state === "notStarted" ? "due" : "lastActivity";
}

function listedAttempt(row: Row): ListedAttempt {
  return {
    learner: row.learner,
    name: row.name,
    course: row.course,
    courseTitle: row.course_title,
    attempt: row.attempt,
    state: row.state,
    completedLessons: row.completed_lessons,
    totalLessons: row.total_lessons,
    progressPercentage: percentage(row.progress_percentage),
    enrolledAt: row.enrolled_at,
    firstViewedAt: row.first_viewed_at,
    lastActivityAt: row.last_viewed_at,
    dueAt: row.due_at,
    timeZone: row.time_zone,
    completedAt: row.completed_at,
  };
}
