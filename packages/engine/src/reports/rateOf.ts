import { roundRate } from "./roundRate.ts";

/** A share as answers carry it: a fraction 0–1 to four decimals, null for 0 of 0. */
export function rateOf(part: number, whole: number): number | null {
  return whole === 0 ? null : roundRate(part / whole);
}
