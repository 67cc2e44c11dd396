/**
 * The item at `position` along the items laid end to end, each as long as its weight. Takes the
 * position and not a source of numbers: one position kept per learner gives similar choices in
 * every course.
 *
 * @param items - pairs of item and weight; weights are positive and need not add up to 1
 * @param position - 0 up to, not including, 1
 */
export function weightedChoice<T>(items: readonly (readonly [T, number])[], position: number): T {
  const total = items.reduce((sum, [, weight]) => sum + weight, 0);
  let left = position * total;
  for (const [item, weight] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  const last = items.at(-1);
  if (last === undefined) throw new RangeError("Nothing to choose from.");
  return last[0];
}
