import type { IncidencePoint } from "./incidence.ts";
import { roundRate } from "./roundRate.ts";

/** A curve as answers carry it: shares to four decimals. */
export function roundCurve(points: readonly IncidencePoint[]): IncidencePoint[] {
  const round = (share: number | null) => (share === null ? null : roundRate(share));
  // Named one by one: taking the rest of an object is ten times slower, for thousands of points.
  return points.map(({ day, completed, low, high, atRisk, finished }) => ({
    day,
    completed: roundRate(completed),
    low: round(low),
    high: round(high),
    atRisk,
    finished,
  }));
}
