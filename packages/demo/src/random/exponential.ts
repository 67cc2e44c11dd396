import type { Random } from "./random.ts";

/** A draw of the waiting time until something that happens once in `mean` on average. */
export function exponential(random: Random, mean: number): number {
  return -mean * Math.log(1 - random());
}
