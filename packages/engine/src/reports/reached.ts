import type { IncidencePoint } from "./incidence.ts";

/** How far a curve got: the share completed at its last point, unrounded, 0–1; 0 without points. */
export function reached(points: readonly IncidencePoint[]): number {
  return points.at(-1)?.completed ?? 0;
}
