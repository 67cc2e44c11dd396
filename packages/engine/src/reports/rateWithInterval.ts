import { type RateInterval, rateInterval } from "./rateInterval.ts";
import { rateOf } from "./rateOf.ts";

/** A rate with Wilson's 95 % interval: 0–1 to four decimals, all null for 0 of 0. */
export interface RateWithInterval extends RateInterval {
  readonly rate: number | null;
}

/** The rate of a part in its whole, both counts. */
export function rateWithInterval(part: number, whole: number): RateWithInterval {
  return { rate: rateOf(part, whole), ...rateInterval(part, whole) };
}
