import type { CurvePoint } from "@milepost/client";
import { countOf, countText, intervalText, rateText } from "../text/numbers.ts";
import type { ChartTable } from "./ChartFigure.tsx";
import { type Curve, daysOf, finishedBy, stepAt } from "./curve.ts";

/** What is true of a curve on a day, and then of the others. */
export function pointText(curve: Curve, day: number, curves: readonly Curve[]): string {
  const point = stepAt(curve, day);
  const done = countOf(finishedBy(curve, day), "finisher");
  const others = curves.filter((one) => one !== curve);
  if (others.length > 0) {
    const own = point === undefined ? "" : ` (${done})`;
    const shares = others.map((one) => `${one.label} ${shareText(one, day)}`);
    return `Day ${day}: ${curve.label} ${shareText(curve, day)}${own}; ${shares.join(", ")}`;
  }
  if (point === undefined) return `Day ${day}: ${shareText(curve, day)}`;
  const { completed, low, high, atRisk } = point;
  return (
    `Day ${day}: ${rateText(completed)} completed (95 %: ${intervalText(low, high)}), ` +
    `${done}, ${countText(atRisk)} at risk`
  );
}

function shareText(curve: Curve, day: number): string {
  return rateText(stepAt(curve, day)?.completed ?? null);
}

/** Everything that one curve says. */
export function tableOf(points: readonly CurvePoint[]): ChartTable {
  return {
    head: ["Day", "Completed", "95 % interval", "Finished that day", "At risk"],
    rows: points.map(({ day, completed, low, high, finished, atRisk }) => [
      day,
      rateText(completed),
      intervalText(low, high),
      countText(finished),
      countText(atRisk),
    ]),
  };
}

/** The shares of several, day by day. */
export function tableOfMany(curves: readonly Curve[]): ChartTable {
  return {
    head: ["Day", ...curves.map(({ label }) => label)],
    rows: daysOf(curves).map((day) => [day, ...curves.map((curve) => shareText(curve, day))]),
  };
}
