import { call } from "../call.ts";
import { pageLimit } from "../pageLimit.ts";
import { percentage } from "../percentage.ts";
import type { Page, PageRequest, Queryable, Scope } from "../types.ts";
import { decodeLearnersCursor, encodeLearnersCursor, type LearnerSort } from "./learnersCursor.ts";
import {
  type DaysFilter,
  type DueFilter,
  type ReportHead,
  reportHead,
  type WindowFilter,
} from "./reportHead.ts";
import { reportSubject } from "./reportSubject.ts";
import type { TimeOrigin } from "./reportTimeToComplete.ts";
import { daysValues, dueValues, windowValues } from "./windowValues.ts";

interface Row {
  learner: string | null;
  name: string | null;
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
  withdrawn_at: Date | null;
  exempted_at: Date | null;
  current_lesson: string | null;
  lesson_first_viewed_at: Date | null;
  lesson_last_viewed_at: Date | null;
  lesson_completed_at: Date | null;
  as_of: Date;
  cursor_value: string | null;
  cursor_bucket: number;
  cursor_id: string;
}

/** The state of an attempt; the first one in this order that applies. */
export type AttemptReportState =
  | "exempt"
  | "withdrawn"
  | "completed"
  | "overdue"
  | "active"
  | "stalled"
  | "notStarted";

/** What became of the attempts at one lesson, as {@link LessonReport} counts them. */
export type LessonSegment =
  | "viewed"
  | "completed"
  | "viewedNotCompleted"
  | "stillActive"
  | "movedOn"
  | "stoppedHere";

/** A current attempt behind a number. */
export interface CourseLearner {
  /** The host's own id; null once the learner is erased, as is the name. */
  readonly learner: string | null;
  readonly name: string | null;
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
  readonly timeZone: string | null;
  readonly completedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly exemptedAt: Date | null;
  /** Id of the lesson viewed last. */
  readonly currentLesson: string | null;
  /** Of the lesson that was asked for; null without one, as are the two after it. */
  readonly lessonFirstViewedAt: Date | null;
  readonly lessonLastViewedAt: Date | null;
  readonly lessonCompletedAt: Date | null;
}

export interface CourseLearnerPage extends ReportHead, Page<CourseLearner> {
  readonly course: string;
}

/** Which learners of a course, and in what order. */
export interface CourseLearnersRequest extends WindowFilter, DueFilter, DaysFilter, PageRequest {
  readonly course: string;
  /**
   * Where `minDays` and `maxDays` are counted from, until completion: only those who completed, as
   * the curve counts them (of a group, its members when the attempt began). `firstAccess` when
   * omitted beside either; without all three, completed or not.
   */
  readonly from?: TimeOrigin | undefined;
  /** All states when omitted. */
  readonly state?: AttemptReportState | undefined;
  /** Only those in a segment of this lesson. */
  readonly lesson?: string | undefined;
  /** Needs `lesson`; `viewed` when omitted. */
  readonly segment?: LessonSegment | undefined;
  /** `name` when omitted. */
  readonly sort?: LearnerSort | undefined;
  /** False when omitted. */
  readonly descending?: boolean | undefined;
}

/**
 * The learners behind any number of a course's reports.
 *
 * @throws {@link MilepostError} `course_not_found`, `lesson_not_found`, `group_not_found`,
 * `time_out_of_range`, `cursor_invalid`, also for a cursor of another order, `limit_out_of_range`
 */
export async function reportCourseLearners(
  db: Queryable,
  request: CourseLearnersRequest,
  scope: Scope = {},
): Promise<CourseLearnerPage> {
  const { course, state, lesson, group, sort = "name", descending = false } = request;
  const { tenant = "default", now } = scope;
  const limit = pageLimit(request);
  const order = { sort, descending };
  const after = decodeLearnersCursor(request.after, order);
  const segment = lesson === undefined ? null : (request.segment ?? "viewed");
  const hasDays = request.minDays !== undefined || request.maxDays !== undefined;
  const from = request.from ?? (hasDays ? "firstAccess" : null);
  const values = [
    ...[tenant, course, state ?? null, lesson ?? null, segment, group ?? null, sort, descending],
    ...[after?.value ?? null, after?.bucket ?? null, after?.id ?? null, limit],
    ...[...windowValues(request), ...dueValues(request)],
    ...[from, ...daysValues(request), now ?? null],
  ];
  const subject = reportSubject({ course, lesson, group });
  const rows = await call<Row>(db, "report_learners", values, subject);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const next = last && {
    value: last.cursor_value,
    bucket: String(last.cursor_bucket),
    id: last.cursor_id,
  };
  return {
    ...reportHead(rows, request, scope, from === null ? "current" : "atStart"),
    course,
    items: rows.map(courseLearner),
    next: next ? encodeLearnersCursor(order, next) : null,
  };
}

function courseLearner(row: Row): CourseLearner {
  return {
    learner: row.learner,
    name: row.name,
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
    withdrawnAt: row.withdrawn_at,
    exemptedAt: row.exempted_at,
    currentLesson: row.current_lesson,
    lessonFirstViewedAt: row.lesson_first_viewed_at,
    lessonLastViewedAt: row.lesson_last_viewed_at,
    lessonCompletedAt: row.lesson_completed_at,
  };
}
