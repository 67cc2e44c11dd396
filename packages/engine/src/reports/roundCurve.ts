import type { IncidencePoint } from "./incidence.ts";
import { roundRate } from "./roundRate.ts";

/** A curve as answers carry it: shares to four decimals. */
export function roundCurve(points: readonly IncidencePoint[]): IncidencePoint[] {
  const round = (share: number | null) => (share === null ? null : roundRate(share));
  return points.map(({ completed, low, high, ...point }) => ({
    ...point,
    completed: roundRate(completed),
    low: round(low),
    high: round(high),
  }));
}
