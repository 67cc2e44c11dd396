import { callOne } from "../callOne.ts";
import type { Queryable, Scope } from "../types.ts";
import {
  type CourseReport,
  type CourseReportColumns,
  type CourseStates,
  courseReport,
  courseStates,
} from "./courseReport.ts";
import { type RateInterval, rateInterval } from "./rateInterval.ts";
import { rateOf } from "./rateOf.ts";
import { type AsOfFilter, type ReportHead, reportHead } from "./reportHead.ts";
import { reportSubject } from "./reportSubject.ts";

/** A rate with Wilson's 95 % interval: 0–1 to four decimals, all null for 0 of 0. */
export interface RateWithInterval extends RateInterval {
  readonly rate: number | null;
}

/** What share of the attempts that fell due were complete by then. Exempt ones are left out. */
export interface OnTimeRate extends RateWithInterval {
  /** Attempts whose deadline has come. */
  readonly due: number;
  readonly onTime: number;
}

/** What share completes within so many days, of the attempts that are as old as that. */
export interface MaturedRate extends RateWithInterval {
  readonly days: number;
  readonly n: number;
  /** Attempts that are younger, and say nothing yet. */
  readonly immature: number;
  readonly completed: number;
}

/** One course in full. */
export interface CourseReportDetail extends ReportHead, CourseReport {
  readonly outlineVersion: number;
  readonly totalLessons: number;
  readonly completionRateLow: number | null;
  readonly completionRateHigh: number | null;
  readonly states: CourseStates;
  readonly matured: MaturedRate;
  readonly onTime: OnTimeRate;
  /** Against the deadlines as they were before any was moved. */
  readonly onTimeOriginal: OnTimeRate;
}

/** Which course, and how it is looked at. */
export interface CourseReportRequest extends AsOfFilter {
  readonly course: string;
  /** Days of `matured`, 1–365; 30 when omitted. */
  readonly maturedDays?: number | undefined;
}

/**
 * How one course is doing: its row in the list, with the states and the intervals.
 *
 * @throws {@link MilepostError} `course_not_found`, `group_not_found`, `time_out_of_range`
 */
export async function reportCourse(
  db: Queryable,
  request: CourseReportRequest,
  scope: Scope = {},
): Promise<CourseReportDetail> {
  const { course, group, asOf, maturedDays = 30 } = request;
  const { tenant = "default", now } = scope;
  const values = [tenant, course, group ?? null, asOf ?? null, null, 1, maturedDays, now ?? null];
  const subject = reportSubject({ course, group });
  const row = await callOne<CourseReportColumns>(db, "report_courses", values, subject);
  const report = courseReport(row);
  const counted = report.enrolled - report.exempt;
  const { low, high } = rateInterval(report.completed, counted);
  const matured = Number(row.matured);
  const maturedCompleted = Number(row.matured_completed);
  return {
    ...reportHead([row], request, scope),
    ...report,
    outlineVersion: row.outline_version,
    totalLessons: row.total_lessons,
    completionRateLow: low,
    completionRateHigh: high,
    states: courseStates(row),
    matured: {
      days: maturedDays,
      n: matured,
      immature: counted - matured,
      completed: maturedCompleted,
      ...withInterval(maturedCompleted, matured),
    },
    onTime: onTimeRate(Number(row.due_on_time), Number(row.due)),
    onTimeOriginal: onTimeRate(Number(row.original_on_time), Number(row.original_due)),
  };
}

function onTimeRate(onTime: number, due: number): OnTimeRate {
  return { due, onTime, ...withInterval(onTime, due) };
}

function withInterval(part: number, whole: number): RateWithInterval {
  return { rate: rateOf(part, whole), ...rateInterval(part, whole) };
}
