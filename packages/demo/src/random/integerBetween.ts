import type { Random } from "./random.ts";

/** An integer from `low` to `high`, both of them possible. */
export function integerBetween(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}
