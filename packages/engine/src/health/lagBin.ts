const bins = 32;

/**
 * The bin of a delay in the counts of data health: 0 under a second, k from 2^(k-1) seconds to
 * 2^k. Powers of two, since what is asked is whether facts take seconds, hours or days.
 */
export function lagBin(lagMs: number): number {
  const seconds = lagMs / 1_000;
  return seconds < 1 ? 0 : Math.min(Math.floor(Math.log2(seconds)) + 1, bins - 1);
}

/**
 * The seconds within which at least that share of the facts arrived, to the next power of two.
 *
 * @param counted - pairs of a bin and how many are in it, in the order of bins
 * @returns null where there are none
 */
export function lagWithin(
  counted: readonly (readonly [bin: number, n: number])[],
  share: number,
): number | null {
  const total = counted.reduce((sum, [, n]) => sum + n, 0);
  let reached = 0;
  for (const [bin, n] of counted) {
    reached += n;
    if (reached >= share * total) return 2 ** bin;
  }
  return null;
}
