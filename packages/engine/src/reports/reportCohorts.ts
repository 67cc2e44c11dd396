import { call } from "../call.ts";
import type { Queryable, Scope } from "../types.ts";
import { type IncidencePoint, incidence } from "./incidence.ts";
import { type PeriodKind, period } from "./period.ts";
import { quantileDay } from "./quantileDay.ts";
import { rateInterval } from "./rateInterval.ts";
import { rateOf } from "./rateOf.ts";
import { reachedRate } from "./reachedRate.ts";
import { type ReportFilter, type ReportHead, reportHead } from "./reportHead.ts";
import { reportSubject } from "./reportSubject.ts";
import { roundCurve } from "./roundCurve.ts";
import { type DayCountColumns, toDayCounts } from "./toDayCounts.ts";

interface Row extends Omit<DayCountColumns, "time_days"> {
  days: number[] | null;
  as_of: Date;
  cohort: Date | string;
  exempt: string;
  withdrawn: string;
  completed: string;
  in_progress: string;
  not_started: string;
}

/** Those who enrolled in one period. Each attempt is in one state: they add up to `enrolled`. */
export interface CohortReport {
  /** `2026-W09`, or `2026-03` by month. */
  readonly cohort: string;
  /** First day of the period in the tenant's zone: `2026-02-23`. */
  readonly from: string;
  readonly enrolled: number;
  readonly exempt: number;
  readonly withdrawn: number;
  readonly completed: number;
  readonly inProgress: number;
  readonly notStarted: number;
  /** completed ÷ (enrolled − exempt), with Wilson's 95 % interval; null for 0 of 0. */
  readonly completionRate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Days from enrollment by which half had completed; null where half have not. */
  readonly p50Days: number | null;
  /** Share completed at the end of the curve; null where all are exempt. */
  readonly reached: number | null;
  /** By days since enrollment. */
  readonly curve: IncidencePoint[];
}

export interface CohortsReport extends ReportHead {
  readonly course: string;
  readonly by: PeriodKind;
  /** Oldest first. */
  readonly items: CohortReport[];
}

/**
 * Whether newer intakes of a course do better: a row an enrollment week or month.
 * @throws {@link MilepostError} `course_not_found`, `group_not_found`
 */
export async function reportCohorts(
  db: Queryable,
  request: { course: string; by?: PeriodKind | undefined } & ReportFilter,
  scope: Scope = {},
): Promise<CohortsReport> {
  const { course, group, by = "week" } = request;
  const { tenant = "default", now } = scope;
  const values = [tenant, course, by, group ?? null, now ?? null];
  const subject = reportSubject({ course, group });
  const rows = await call<Row>(db, "report_cohorts", values, subject);
  const items = rows.map((row) => cohortReport(row, by));
  return { ...reportHead(rows, request, scope, "atStart"), course, by, items };
}

function cohortReport(row: Row, by: PeriodKind): CohortReport {
  const { name, from } = period(row.cohort, by);
  const states = {
    exempt: Number(row.exempt),
    withdrawn: Number(row.withdrawn),
    completed: Number(row.completed),
    inProgress: Number(row.in_progress),
    notStarted: Number(row.not_started),
  };
  const enrolled = Object.values(states).reduce((total, count) => total + count, 0);
  const counted = enrolled - states.exempt;
  const counts = toDayCounts({ ...row, time_days: row.days });
  const points = incidence(counts);
  return {
    cohort: name,
    from,
    enrolled,
    ...states,
    completionRate: rateOf(states.completed, counted),
    ...rateInterval(states.completed, counted),
    p50Days: quantileDay(points, 0.5),
    reached: reachedRate(counts, points),
    curve: roundCurve(points),
  };
}
