import { callOne } from "../callOne.ts";
import type { Queryable, Scope } from "../types.ts";
import {
  type CourseReport,
  type CourseReportColumns,
  type CourseStates,
  courseReport,
  courseStates,
} from "./courseReport.ts";
import { type MaturedRate, maturedRate } from "./maturedRate.ts";
import { rateInterval } from "./rateInterval.ts";
import { type RateWithInterval, rateWithInterval } from "./rateWithInterval.ts";
import { type AsOfFilter, type ReportHead, reportHead } from "./reportHead.ts";
import { reportSubject } from "./reportSubject.ts";
import { windowValues } from "./windowValues.ts";

/** What share of the attempts that fell due were complete by then. Exempt ones are left out. */
export interface OnTimeRate extends RateWithInterval {
  /** Attempts whose deadline has come. */
  readonly due: number;
  readonly onTime: number;
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
  const which = [tenant, course, group ?? null, asOf ?? null];
  const values = [...which, null, 1, maturedDays, ...windowValues(request), now ?? null];
  const subject = reportSubject({ course, group });
  const row = await callOne<CourseReportColumns>(db, "report_courses", values, subject);
  const report = courseReport(row);
  const counted = report.enrolled - report.exempt;
  const { low, high } = rateInterval(report.completed, counted);
  return {
    ...reportHead([row], request, scope),
    ...report,
    outlineVersion: row.outline_version,
    totalLessons: row.total_lessons,
    completionRateLow: low,
    completionRateHigh: high,
    states: courseStates(row),
    matured: maturedRate(row, maturedDays, counted),
    onTime: onTimeRate(Number(row.due_on_time), Number(row.due)),
    onTimeOriginal: onTimeRate(Number(row.original_on_time), Number(row.original_due)),
  };
}

function onTimeRate(onTime: number, due: number): OnTimeRate {
  return { due, onTime, ...rateWithInterval(onTime, due) };
}
