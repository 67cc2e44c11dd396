import { callOne } from "../callOne.ts";
import type { Queryable, Scope } from "../types.ts";
import { type Finishers, finishers } from "./finishers.ts";
import { type IncidencePoint, incidence } from "./incidence.ts";
import { quantileDay } from "./quantileDay.ts";
import { reachedRate } from "./reachedRate.ts";
import { type AsOfFilter, type ReportHead, reportHead } from "./reportHead.ts";
import { reportSubject } from "./reportSubject.ts";
import { roundCurve } from "./roundCurve.ts";
import { toDayCounts } from "./toDayCounts.ts";
import { windowValues } from "./windowValues.ts";

interface Row {
  as_of: Date;
  days: number[] | null;
  completed: string[] | null;
  withdrawn: string[] | null;
  censored: string[] | null;
}

/** Where the clock of an attempt starts. */
export type TimeOrigin = "firstAccess" | "enrolled";

/** How long a course takes, with those counted who are still at it. */
export interface TimeToComplete extends ReportHead {
  readonly course: string;
  readonly from: TimeOrigin;
  /** Attempts observed: completed + censored + withdrawn. */
  readonly n: number;
  readonly completed: number;
  /** Attempts still going: observed until now. */
  readonly censored: number;
  readonly withdrawn: number;
  /** Shares to four decimals, a point a day on which somebody completed or withdrew. */
  readonly curve: IncidencePoint[];
  /** Last day of the curve with ten or more at risk, up to which it is worth showing. */
  readonly shownThroughDay: number | null;
  /** Whole days by which half had completed; null where the curve never gets there. */
  readonly p50Days: number | null;
  readonly p75Days: number | null;
  readonly p90Days: number | null;
  /** Share completed at the end of the curve, 0–1 to four decimals; null where nobody began. */
  readonly reached: number | null;
  readonly finishers: Finishers;
}

/** Attempts at risk below which a curve says more about chance than about the course. */
const fewestAtRisk = 10;

/**
 * Days from first access, or from enrollment, to completion: the cumulative incidence over the
 * current attempts, where withdrawal competes and attempts still going are censored.
 *
 * @throws {@link MilepostError} `course_not_found`, `group_not_found`, `time_out_of_range`
 */
export async function reportTimeToComplete(
  db: Queryable,
  request: { course: string; from?: TimeOrigin | undefined } & AsOfFilter,
  scope: Scope = {},
): Promise<TimeToComplete> {
  const { course, group, asOf, from = "firstAccess" } = request;
  const { tenant = "default", now } = scope;
  const which = [tenant, course, from, group ?? null, asOf ?? null];
  const values = [...which, ...windowValues(request), now ?? null];
  const subject = reportSubject({ course, group });
  const row = await callOne<Row>(db, "report_time_to_complete", values, subject);
  const counts = toDayCounts({
    time_days: row.days,
    time_completed: row.completed,
    time_withdrawn: row.withdrawn,
    time_censored: row.censored,
  });
  const points = incidence(counts);
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const completed = total(counts.completed);
  const censored = total(counts.censored);
  const withdrawn = total(counts.withdrawn);
  return {
    ...reportHead([row], request, scope, "atStart"),
    course,
    from,
    n: completed + censored + withdrawn,
    completed,
    censored,
    withdrawn,
    curve: roundCurve(points),
    shownThroughDay: points.findLast(({ atRisk }) => atRisk >= fewestAtRisk)?.day ?? null,
    p50Days: quantileDay(points, 0.5),
    p75Days: quantileDay(points, 0.75),
    p90Days: quantileDay(points, 0.9),
    reached: reachedRate(counts, points),
    finishers: finishers(counts),
  };
}
