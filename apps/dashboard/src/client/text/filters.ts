import type { DaysQuery, DueQuery } from "../api/reports.ts";
import { daysText } from "./numbers.ts";
import { dateText, dayOf, type Zone } from "./times.ts";

/** A range of days, such as `8–30 days`, `7 days or fewer` and `more than 90 days`. */
export function rangeText({ minDays = 0, maxDays }: DaysQuery): string {
  if (maxDays === undefined) return `more than ${daysText(minDays - 1)}`;
  if (minDays === maxDays) return daysText(maxDays);
  return minDays <= 1 ? `${daysText(maxDays)} or fewer` : `${minDays}–${daysText(maxDays)}`;
}

/** Deadlines within some time, such as `Due 1 Oct 2026 – 31 Oct 2026`: the last day is within. */
export function dueText({ dueFrom, dueBefore }: DueQuery, zone: Zone): string {
  const last = dueBefore && new Date(Date.parse(dueBefore) - 1);
  if (!dueFrom) return last ? `Due until ${dateText(last, zone)}` : "Due at any time";
  if (!last) return `Due from ${dateText(dueFrom, zone)}`;
  const isOneDay = dayOf(new Date(dueFrom), zone) === dayOf(last, zone);
  if (isOneDay) return `Due ${dateText(dueFrom, zone)}`;
  return `Due ${dateText(dueFrom, zone)} – ${dateText(last, zone)}`;
}
