import type { DaysFilter, DueFilter, WindowFilter } from "./reportHead.ts";

/** The arguments of a report's statement that an enrollment window comes to. */
export function windowValues({ enrolledFrom, enrolledBefore }: WindowFilter): (Date | null)[] {
  return [enrolledFrom ?? null, enrolledBefore ?? null];
}

/** Those that deadlines within some time come to. */
export function dueValues({ dueFrom, dueBefore }: DueFilter): (Date | null)[] {
  return [dueFrom ?? null, dueBefore ?? null];
}

/** Those that a range of days comes to. */
export function daysValues({ minDays, maxDays }: DaysFilter): (number | null)[] {
  return [minDays ?? null, maxDays ?? null];
}
