import type { CurvePoint } from "@milepost/client";

/** With fewer at risk, a single learner moves the curve more than anybody should read into it. */
export const fewestAtRisk = 10;

/** A curve up to where fewer than ten are still at risk; empty where there never were as many. */
export function shownCurve(curve: readonly CurvePoint[]): readonly CurvePoint[] {
  return curve.slice(0, curve.findLastIndex(({ atRisk }) => atRisk >= fewestAtRisk) + 1);
}
