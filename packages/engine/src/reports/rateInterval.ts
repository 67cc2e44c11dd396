import { roundRate } from "./roundRate.ts";
import { wilsonInterval } from "./wilsonInterval.ts";

/** Wilson's interval to four decimals; both ends null for 0 of 0. */
export interface RateInterval {
  readonly low: number | null;
  readonly high: number | null;
}

/** The 95 % interval of `part` of `whole`, as answers carry it. */
export function rateInterval(part: number, whole: number): RateInterval {
  const interval = wilsonInterval(part, whole);
  if (interval === null) return { low: null, high: null };
  return { low: roundRate(interval.low), high: roundRate(interval.high) };
}
