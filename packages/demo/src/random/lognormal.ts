import { normal } from "./normal.ts";
import type { Random } from "./random.ts";

/**
 * A draw whose logarithm is normal: how long people take, most near the median and a few much
 * longer.
 *
 * @param median - half the draws lie below it, in whatever unit the caller counts
 * @param spread - deviation of the logarithm; at 0.5 one draw in ten is above 1.9 medians
 */
export function lognormal(random: Random, median: number, spread: number): number {
  return median * Math.exp(spread * normal(random));
}
