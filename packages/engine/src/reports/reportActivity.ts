import { call } from "../call.ts";
import type { Queryable, Scope } from "../types.ts";
import { type PeriodKind, period } from "./period.ts";
import { type ReportHead, reportHead, type WindowFilter } from "./reportHead.ts";
import { reportSubject } from "./reportSubject.ts";
import { windowValues } from "./windowValues.ts";

interface Row {
  as_of: Date;
  period: Date | string;
  enrollments: string;
  starts: string;
  completions: string;
  is_over: boolean;
}

/** What happened in one period. */
export interface PeriodActivity {
  /** `2026-W09`, or `2026-03` by month. */
  readonly period: string;
  /** Its first day in the tenant's zone: `2026-02-23`. */
  readonly from: string;
  readonly enrollments: number;
  /** First accesses of attempts. */
  readonly starts: number;
  /** Completions of the course. */
  readonly completions: number;
  /** False for the period that is still running: its numbers will grow. */
  readonly complete: boolean;
}

export interface ActivityReport extends ReportHead {
  readonly course: string;
  readonly by: PeriodKind;
  /**
   * Oldest first: from the first with anything in it through the one of `asOf`, no gap. Those to
   * come are there where something is in them, such as enrollments ahead of time.
   */
  readonly items: PeriodActivity[];
}

/**
 * What happened at a course, week by week or month by month.
 * @throws {@link MilepostError} `course_not_found`, `group_not_found`, `time_out_of_range`
 */
export async function reportActivity(
  db: Queryable,
  request: { course: string; by?: PeriodKind | undefined } & WindowFilter,
  scope: Scope = {},
): Promise<ActivityReport> {
  const { course, group, by = "week" } = request;
  const { tenant = "default", now } = scope;
  const values = [tenant, course, group ?? null, by, ...windowValues(request), now ?? null];
  const subject = reportSubject({ course, group });
  const rows = await call<Row>(db, "report_activity", values, subject);
  const items = rows.map((row) => {
    const { name, from } = period(row.period, by);
    return {
      period: name,
      from,
      enrollments: Number(row.enrollments),
      starts: Number(row.starts),
      completions: Number(row.completions),
      complete: row.is_over,
    };
  });
  return { ...reportHead(rows, request, scope, "atStart"), course, by, items };
}
