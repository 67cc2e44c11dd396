import type { CourseReportColumns } from "./courseReport.ts";
import { type RateWithInterval, rateWithInterval } from "./rateWithInterval.ts";

/** What share completes within so many days, of the attempts that are as old as that. */
export interface MaturedRate extends RateWithInterval {
  readonly days: number;
  readonly n: number;
  /** Attempts that are younger, and say nothing yet. */
  readonly immature: number;
  readonly completed: number;
}

/**
 * The matured rate of a course.
 *
 * @param days - those that its row was asked with
 * @param counted - all its attempts but the exempt
 */
export function maturedRate(row: CourseReportColumns, days: number, counted: number): MaturedRate {
  const n = Number(row.matured);
  const completed = Number(row.matured_completed);
  return { days, n, immature: counted - n, completed, ...rateWithInterval(completed, n) };
}
