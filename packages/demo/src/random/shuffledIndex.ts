import { subseed } from "./subseed.ts";

const ROUNDS = 4;

/**
 * Where position `index` lands when 0 … size - 1 are shuffled by `seed`, without holding the
 * shuffled list: a four-round Feistel network over the next even power of two, walked until it
 * lands inside. So courses of a million learners enroll them in an order of their own in constant
 * memory.
 *
 * @param size - 1 to 2^30
 */
export function shuffledIndex(seed: number, size: number, index: number): number {
  const half = Math.max(1, Math.ceil(Math.log2(size) / 2));
  const mask = 2 ** half - 1;
  let position = index;
  do {
    let left = position >>> half;
    let right = position & mask;
    for (let round = 0; round < ROUNDS; round++) {
      const scattered = subseed(subseed(seed, round), right) & mask;
      [left, right] = [right, left ^ scattered];
    }
    position = (left << half) | right;
  } while (position >= size);
  return position;
}
