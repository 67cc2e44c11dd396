import { callOne } from "../callOne.ts";
import type { Queryable, Scope } from "../types.ts";
import { isoDate } from "./isoDate.ts";
import { rateInterval } from "./rateInterval.ts";
import { rateOf } from "./rateOf.ts";
import { type ReportHead, reportHead, type WindowFilter } from "./reportHead.ts";
import { reportSubject } from "./reportSubject.ts";
import { windowValues } from "./windowValues.ts";

interface Row {
  as_of: Date;
  overdue: string;
  overdue_yesterday: string;
  oldest_due_at: Date | null;
  overdue_course: string | null;
  overdue_course_title: string;
  overdue_in_course: string | null;
  due_soon: string;
  at_risk: string;
  completed_from: Date | string;
  completed_until: Date | string;
  completed: string;
  completed_before: string;
  stalled: string;
  stalled_course: string | null;
  stalled_course_title: string;
  stalled_in_course: string | null;
  lesson_course: string;
  lesson_course_title: string;
  lesson: string | null;
  lesson_title: string;
  stopped_here: string;
  viewed: string;
}

/** The lesson that most leave their course at, by the lower bound of that rate. */
export interface WorstLesson {
  readonly course: string;
  readonly courseTitle: string;
  readonly lesson: string;
  readonly title: string;
  readonly stoppedHere: number;
  readonly viewed: number;
  /** stoppedHere ÷ viewed: 0–1 to four decimals. */
  readonly stoppedHereRate: number | null;
  /** Of Wilson's 95 % interval. */
  readonly stoppedHereRateLow: number | null;
}

/** What an administrator looks at first. All are counts of current attempts. */
export interface OverviewReport extends ReportHead {
  readonly overdue: {
    readonly attempts: number;
    /** How many were a day before `asOf`, as was known then; of a group, its members of now. */
    readonly attemptsYesterday: number;
    readonly oldestDueAt: Date | null;
    /** The course with the most of them. */
    readonly course: {
      readonly course: string;
      readonly title: string;
      readonly overdue: number;
    } | null;
  };
  readonly dueSoon: {
    readonly days: 7;
    readonly attempts: number;
    /** Not started, or more time needed than is left: as in the list of whose deadline is next. */
    readonly atRisk: number;
  };
  /** The last full days of the tenant's zone: from the day `from` up to that of `before`. */
  readonly completed: {
    readonly days: 7;
    /** The first day: `2026-02-23`. */
    readonly from: string;
    /** The day of `asOf`, which is not over and not counted. */
    readonly before: string;
    readonly attempts: number;
    /** In the seven days before those. */
    readonly attemptsPrevious: number;
  };
  readonly stalled: {
    readonly attempts: number;
    /** The course with the most of them. */
    readonly course: {
      readonly course: string;
      readonly title: string;
      readonly stalled: number;
    } | null;
  };
  readonly attention: { readonly worstLesson: WorstLesson | null };
}

/**
 * What needs attention today, over all courses: who is overdue, at risk or stalled, what was
 * completed last week, and where learners leave.
 *
 * @throws {@link MilepostError} `group_not_found`, `time_out_of_range`
 */
export async function reportOverview(
  db: Queryable,
  request: WindowFilter = {},
  scope: Scope = {},
): Promise<OverviewReport> {
  const { group } = request;
  const { tenant = "default", now } = scope;
  const values = [tenant, group ?? null, ...windowValues(request), now ?? null];
  const row = await callOne<Row>(db, "report_overview", values, reportSubject({ group }));
  return {
    ...reportHead([row], request, scope),
    overdue: {
      attempts: Number(row.overdue),
      attemptsYesterday: Number(row.overdue_yesterday),
      oldestDueAt: row.oldest_due_at,
      course: overdueCourse(row),
    },
    dueSoon: { days: 7, attempts: Number(row.due_soon), atRisk: Number(row.at_risk) },
    completed: {
      days: 7,
      from: isoDate(row.completed_from),
      before: isoDate(row.completed_until),
      attempts: Number(row.completed),
      attemptsPrevious: Number(row.completed_before),
    },
    stalled: { attempts: Number(row.stalled), course: stalledCourse(row) },
    attention: { worstLesson: worstLesson(row) },
  };
}

function overdueCourse(row: Row): OverviewReport["overdue"]["course"] {
  const { overdue_course: course, overdue_course_title: title } = row;
  return course === null ? null : { course, title, overdue: Number(row.overdue_in_course) };
}

function stalledCourse(row: Row): OverviewReport["stalled"]["course"] {
  const { stalled_course: course, stalled_course_title: title } = row;
  return course === null ? null : { course, title, stalled: Number(row.stalled_in_course) };
}

function worstLesson(row: Row): WorstLesson | null {
  if (row.lesson === null) return null;
  const stoppedHere = Number(row.stopped_here);
  const viewed = Number(row.viewed);
  return {
    course: row.lesson_course,
    courseTitle: row.lesson_course_title,
    lesson: row.lesson,
    title: row.lesson_title,
    stoppedHere,
    viewed,
    stoppedHereRate: rateOf(stoppedHere, viewed),
    stoppedHereRateLow: rateInterval(stoppedHere, viewed).low,
  };
}
