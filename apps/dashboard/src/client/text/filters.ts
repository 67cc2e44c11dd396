import type { CompletedQuery, DaysQuery, DueQuery } from "../api/reports.ts";
import { daysText } from "./numbers.ts";
import { dateText, dayOf, type Zone } from "./times.ts";

/** A range of days, such as `8–30 days`, `7 days or fewer` and `more than 90 days`. */
export function rangeText({ minDays = 0, maxDays }: DaysQuery): string {
  if (maxDays === undefined) return `more than ${daysText(minDays - 1)}`;
  if (minDays === maxDays) return daysText(maxDays);
  return minDays <= 1 ? `${daysText(maxDays)} or fewer` : `${minDays}–${daysText(maxDays)}`;
}

/** Deadlines within some time, such as `Due 1 Oct 2026 – 31 Oct 2026`: the last day is within. */
export const dueText = ({ dueFrom, dueBefore }: DueQuery, zone: Zone) =>
  `Due ${withinText(dueFrom, dueBefore, zone)}`;

/** Completions within some time, likewise. */
export const completedText = ({ completedFrom, completedBefore }: CompletedQuery, zone: Zone) =>
  `Completed ${withinText(completedFrom, completedBefore, zone)}`;

function withinText(from: string | undefined, before: string | undefined, zone: Zone): string {
  const last = before && new Date(Date.parse(before) - 1);
  if (!from) return last ? `until ${dateText(last, zone)}` : "at any time";
  if (!last) return `from ${dateText(from, zone)}`;
  const isOneDay = dayOf(new Date(from), zone) === dayOf(last, zone);
  if (isOneDay) return dateText(from, zone);
  return `${dateText(from, zone)} – ${dateText(last, zone)}`;
}
