import type { TimeToComplete } from "@milepost/client";
import { rangeText } from "../../text/filters.ts";
import { countOf, countText } from "../../text/numbers.ts";
import type { FinisherBin } from "./finisherBins.ts";

/** The days of a bin, such as `8–14 days`. */
export function binText({ fewest, most }: FinisherBin): string {
  return rangeText({ minDays: fewest, ...(most === null ? {} : { maxDays: most }) });
}

/** In which bin most are, and who is in none. */
export function finishersSentence(
  { finishers, censored }: TimeToComplete,
  bins: readonly FinisherBin[],
): string {
  const [first, ...others] = bins;
  if (first === undefined) return "Nobody has finished yet.";
  const top = others.reduce((a, b) => (b.finishers > a.finishers ? b : a), first);
  const are = censored === 1 ? "is" : "are";
  const going =
    censored === 0 ? "" : ` ${countText(censored)} still going or silent ${are} in no column.`;
  const share = `${countText(top.finishers)} of ${countOf(finishers.n, "finisher")}`;
  return `${share} took ${binText(top)}, more than any other span.${going}`;
}
