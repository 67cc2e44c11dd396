import { DAY } from "./units.ts";

/** A day, as `localDay` counts, written as a date: `2026-04-24`. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
