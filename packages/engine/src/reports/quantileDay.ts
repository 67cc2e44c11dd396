import type { IncidencePoint } from "./incidence.ts";

/** What sums of fractions may be off by: 3 of 6 in steps is not quite 0.5. */
const tolerance = 1e-12;

/**
 * The first day by which at least that share had completed.
 *
 * @param points - of {@link incidence}, unrounded
 * @param share - 0–1: 0.5 for the median
 * @returns whole days since the origin; null where the curve never gets there
 */
export function quantileDay(points: readonly IncidencePoint[], share: number): number | null {
  return points.find(({ completed }) => completed >= share - tolerance)?.day ?? null;
}
