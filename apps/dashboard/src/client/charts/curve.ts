import type { CurvePoint } from "@milepost/client";

/** One curve of a chart. */
export interface Curve {
  readonly key: string;
  readonly label: string;
  readonly points: readonly CurvePoint[];
  /** The last day to which all of it have been followed; dashed behind it. */
  readonly solidThrough?: number | null;
  /** Where those are listed who had completed by a day. */
  readonly hrefOf?: (day: number) => string;
}

/** The days on which one of the curves has a step, in order. */
export function daysOf(curves: readonly Curve[]): readonly number[] {
  const days = new Set(curves.flatMap(({ points }) => points.map(({ day }) => day)));
  return [...days].sort((a, b) => a - b);
}

/** How far a curve has come by a day; nothing where it has not begun to rise, or has ended. */
export function stepAt({ points }: Curve, day: number): CurvePoint | undefined {
  if (day > (points.at(-1)?.day ?? -1)) return undefined;
  return points.findLast((point) => point.day <= day);
}

/** How many had completed by a day. */
export function finishedBy({ points }: Pick<Curve, "points">, day: number): number {
  return points.reduce((sum, point) => sum + (point.day <= day ? point.finished : 0), 0);
}
