import { call } from "../call.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { pageLimit } from "../pageLimit.ts";
import type { Page, PageRequest, Queryable, Scope } from "../types.ts";
import { type CourseReport, type CourseReportColumns, courseReport } from "./courseReport.ts";
import { type MaturedRate, maturedRate } from "./maturedRate.ts";
import { type AsOfFilter, type ReportHead, reportHead } from "./reportHead.ts";
import { reportSubject } from "./reportSubject.ts";
import { windowValues } from "./windowValues.ts";

/** A course in the list, with its matured rate where that was asked for. */
export interface ListedCourseReport extends CourseReport {
  readonly matured?: MaturedRate;
}

/** A page of the courses of a tenant. */
export interface CourseReportPage extends ReportHead, Page<ListedCourseReport> {}

/** Which attempts the list counts, and whether it tells what share of them completes in time. */
export interface CourseReportsRequest extends AsOfFilter, PageRequest {
  /** Days of `matured`, 1–365; left out when omitted, since it takes about a seventh more. */
  readonly maturedDays?: number | undefined;
}

/**
 * How each course of a tenant is doing, by its id: a page of the current attempts, without those
 * withdrawn within a day of enrollment.
 *
 * @throws {@link MilepostError} `group_not_found`, `time_out_of_range`, `cursor_invalid`,
 * `limit_out_of_range`
 */
export async function reportCourses(
  db: Queryable,
  request: CourseReportsRequest = {},
  scope: Scope = {},
): Promise<CourseReportPage> {
  const limit = pageLimit(request);
  const { tenant = "default", now } = scope;
  const { group, asOf, maturedDays } = request;
  const [after = null] = decodeCursor(request.after, [/^.{1,255}$/su]) ?? [];
  const which = [tenant, null, group ?? null, asOf ?? null];
  const values = [
    ...which,
    after,
    limit,
    maturedDays ?? null,
    ...windowValues(request),
    now ?? null,
  ];
  const subject = reportSubject({ group });
  const rows = await call<CourseReportColumns>(db, "report_courses", values, subject);
  const items = rows.map((row): ListedCourseReport => {
    const report = courseReport(row);
    if (maturedDays === undefined) return report;
    const counted = report.enrolled - report.exempt;
    return { ...report, matured: maturedRate(row, maturedDays, counted) };
  });
  const last = items.length === limit ? items.at(-1) : undefined;
  return {
    ...reportHead(rows, request, scope),
    items,
    next: last ? encodeCursor([last.course]) : null,
  };
}
