import type { TimeToComplete } from "@milepost/client";
import { shownCurve } from "../../charts/shownCurve.ts";
import { countText, daysText, rateText } from "../../text/numbers.ts";

/** A curve's one-line reading: the median with its interval, a month's share, who still goes. */
export function timeSentence(report: TimeToComplete): string {
  const { p50Days, censored, n } = report;
  const curve = shownCurve(report.curve);
  const last = curve.at(-1);
  if (last === undefined) {
    return `Not enough data (n = ${countText(n)}): a curve needs at least 10 who are followed.`;
  }
  const half =
    p50Days === null
      ? `Half is not reached (${rateText(last.completed)} by day ${last.day}).`
      : `Half complete by day ${p50Days}${medianInterval(report)}.`;
  const month = curve.findLast(({ day }) => day <= 30);
  const byMonth =
    month === undefined || last.day < 30 ? "" : ` ${rateText(month.completed)} by day 30.`;
  return `${half}${byMonth} ${countText(censored)} are still going or silent.`;
}

/** The days between which the curve's band reaches a half. */
function medianInterval({ curve }: TimeToComplete): string {
  const soonest = curve.find(({ high }) => high !== null && high >= 0.5);
  const latest = curve.find(({ low }) => low !== null && low >= 0.5);
  if (soonest === undefined || latest === undefined) return "";
  return ` (95 %: ${soonest.day}–${latest.day})`;
}

/**
 * Says that the median of those who finished misleads, where it is more than a fifth below the
 * estimate; null where it does not.
 */
export function finishersWarning({ p50Days, finishers }: TimeToComplete): string | null {
  const { p50Days: only } = finishers;
  if (only === null) return null;
  if (p50Days === null) {
    return (
      `Those who finished took ${daysText(only)} at the median; of everybody, half have not ` +
      "finished. Other tools show the first number."
    );
  }
  if (only >= p50Days * 0.8) return null;
  return (
    `Those who finished took ${daysText(only)} at the median, less than the ${daysText(p50Days)} ` +
    "to expect: whoever is slow has not finished yet. Other tools show the first number."
  );
}
