/**
 * How many whole times `total` goes into `completed` × `scale`, without a rounded quotient between.
 *
 * @throws RangeError unless both are integers, 0 ≤ completed ≤ total, and the product is exact.
 * More completed than there is would be a bug; a clamp would hide it behind 100.
 */
export function divideWhole(completed: number, total: number, scale: number): number {
  if (!Number.isInteger(completed) || completed < 0 || completed > total) {
    throw new RangeError(`Not a number of lessons out of ${total}: ${completed}`);
  }
  if (!Number.isSafeInteger(total) || !Number.isSafeInteger(total * scale)) {
    throw new RangeError(`Not a number of lessons: ${total}`);
  }
  const product = completed * scale;
  return (product - (product % total)) / total;
}
