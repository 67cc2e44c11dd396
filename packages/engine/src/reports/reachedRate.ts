import type { DayCounts } from "./DayCounts.ts";
import type { IncidencePoint } from "./incidence.ts";
import { reached } from "./reached.ts";
import { roundRate } from "./roundRate.ts";

/** How far a curve got as answers carry it: to four decimals, null where nobody was observed. */
export function reachedRate({ days }: DayCounts, points: readonly IncidencePoint[]): number | null {
  return days.length === 0 ? null : roundRate(reached(points));
}
