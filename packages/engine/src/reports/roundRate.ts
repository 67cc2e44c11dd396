/**
 * A fraction to the four decimals in which answers carry rates. Only answers are rounded: whatever
 * is computed further is not.
 */
export function roundRate(rate: number): number {
  return Math.round(rate * 10_000) / 10_000;
}
