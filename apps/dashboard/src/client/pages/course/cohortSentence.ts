import type { CohortReport } from "@milepost/client";
import { daysText, rateText } from "../../text/numbers.ts";
import { dayMs } from "../../text/times.ts";

/** Fewer than these are no intake to compare with. */
const fewest = 10;

/** The newest intake that half have completed, against the one before it. */
export function cohortSentence(items: readonly CohortReport[]): string {
  const large = items.filter(({ enrolled, exempt }) => enrolled - exempt >= fewest);
  const reached = large.filter(({ p50Days }) => p50Days !== null);
  const newest = reached.at(-1);
  const before = reached.at(-2);
  if (newest === undefined || newest.p50Days === null) {
    const latest = large.at(-1);
    return latest === undefined
      ? "Not enough data: no cohort has 10 attempts yet."
      : `No cohort has half completed; ${latest.cohort} is at ${rateText(latest.reached)}.`;
  }
  const own = `${newest.cohort}: half completed within ${daysText(newest.p50Days)}`;
  if (before === undefined || before.p50Days === null) return `${own}.`;
  const change = newest.p50Days - before.p50Days;
  if (change === 0) return `${own}, as in ${before.cohort}.`;
  const faster = `${daysText(Math.abs(change))} ${change < 0 ? "sooner" : "later"}`;
  return `${own}, ${faster} than ${before.cohort}.`;
}

/**
 * Days for which all of a cohort have been followed: from the end of its period to the report.
 *
 * @param end - the day on which the period is over, `2026-04-01`
 */
export function followedDays(end: string, asOf: string): number {
  return Math.max(0, Math.floor((Date.parse(asOf) - Date.parse(`${end}T00:00:00Z`)) / dayMs));
}
