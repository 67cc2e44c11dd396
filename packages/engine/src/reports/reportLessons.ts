import { call } from "../call.ts";
import type { Queryable, Scope } from "../types.ts";
import { rateInterval } from "./rateInterval.ts";
import { rateOf } from "./rateOf.ts";
import { type ReportHead, reportHead, type WindowFilter } from "./reportHead.ts";
import { reportSubject } from "./reportSubject.ts";
import { windowValues } from "./windowValues.ts";

interface Row {
  as_of: Date;
  lesson: string;
  title: string;
  section: string | null;
  position: number;
  required: boolean;
  available: string;
  viewed: string;
  completed: string;
  still_active: string;
  moved_on: string;
  stopped_here: string;
  median_seconds: string | null;
}

/**
 * What became of the attempts at one lesson. Rates are fractions 0–1 to four decimals, null for 0
 * of 0; the others count attempts.
 */
export interface LessonReport {
  readonly lesson: string;
  readonly title: string;
  readonly section: string | null;
  readonly required: boolean;
  readonly position: number;
  /** Attempts that were open when the lesson was published, or began later. */
  readonly available: number;
  readonly viewed: number;
  readonly completed: number;
  /** viewed − completed, which is stillActive + movedOn + stoppedHere. */
  readonly viewedNotCompleted: number;
  /** viewedNotCompleted ÷ viewed, with Wilson's 95 % interval. */
  readonly dropOffRate: number | null;
  readonly dropOffRateLow: number | null;
  readonly dropOffRateHigh: number | null;
  /** Not completed, and the learner was here lately. */
  readonly stillActive: number;
  /** Not completed, and a later lesson was touched. */
  readonly movedOn: number;
  /** Not completed, no later lesson touched, silent for at least 14 days. */
  readonly stoppedHere: number;
  /** stoppedHere ÷ viewed. */
  readonly stoppedHereRate: number | null;
  /** Drop-off among those who are no longer active here. */
  readonly settledDropOffRate: number | null;
  /** viewed ÷ available. */
  readonly reachRate: number | null;
  /** Seconds from first view to completion, half of those who completed took no longer. */
  readonly medianSeconds: number | null;
}

export interface LessonsReport extends ReportHead {
  readonly course: string;
  /** The current outline, in order. */
  readonly items: LessonReport[];
}

/**
 * Where learners of a course drop off, lesson by lesson.
 * @throws {@link MilepostError} `course_not_found`, `group_not_found`, `time_out_of_range`
 */
export async function reportLessons(
  db: Queryable,
  request: { course: string } & WindowFilter,
  scope: Scope = {},
): Promise<LessonsReport> {
  const { course, group } = request;
  const { tenant = "default", now } = scope;
  const values = [tenant, course, group ?? null, ...windowValues(request), now ?? null];
  const subject = reportSubject({ course, group });
  const rows = await call<Row>(db, "report_lessons", values, subject);
  return { ...reportHead(rows, request, scope), course, items: rows.map(lessonReport) };
}

function lessonReport(row: Row): LessonReport {
  const viewed = Number(row.viewed);
  const completed = Number(row.completed);
  const stillActive = Number(row.still_active);
  const stoppedHere = Number(row.stopped_here);
  const viewedNotCompleted = viewed - completed;
  const { low, high } = rateInterval(viewedNotCompleted, viewed);
  return {
    lesson: row.lesson,
    title: row.title,
    section: row.section,
    required: row.required,
    position: row.position,
    available: Number(row.available),
    viewed,
    completed,
    viewedNotCompleted,
    dropOffRate: rateOf(viewedNotCompleted, viewed),
    dropOffRateLow: low,
    dropOffRateHigh: high,
    stillActive,
    movedOn: Number(row.moved_on),
    stoppedHere,
    stoppedHereRate: rateOf(stoppedHere, viewed),
    settledDropOffRate: rateOf(viewedNotCompleted - stillActive, viewed - stillActive),
    reachRate: rateOf(viewed, Number(row.available)),
    medianSeconds: row.median_seconds === null ? null : Number(row.median_seconds),
  };
}
