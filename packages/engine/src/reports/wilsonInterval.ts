/** An interval of 95 %, or of another level where said so: fractions 0–1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Standard normal deviate of a two-sided 95 % interval. */
export const z95 = 1.959963984540054;

/**
 * Wilson's 95 % interval of a share, which stays inside of 0–1 and is honest about small
 * groups: 1 of 1 is 0.2065–1.
 *
 * E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22
 * (1927), 209–212.
 *
 * @param successes - 0 to `n`
 * @returns unrounded fractions with `low` ≤ successes ÷ n ≤ `high`; null for 0 of 0
 */
export function wilsonInterval(successes: number, n: number): Interval | null {
  if (n === 0) return null;
  const share = successes / n;
  const z2 = z95 * z95;
  const middle = share + z2 / (2 * n);
  const reach = z95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  // At 0 and at n of n one end is the share itself, and comes out beside it by a rounding error.
  return {
    low: Math.max(0, Math.min(share, (middle - reach) / scale)),
    high: Math.min(1, Math.max(share, (middle + reach) / scale)),
  };
}
