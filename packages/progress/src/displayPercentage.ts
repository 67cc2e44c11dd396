import { divideWhole } from "./divideWhole.ts";

/**
 * The progress percentage as people are shown it: floored, at most 99 until the attempt is
 * complete, at least 1 once a lesson is; null without a required lesson.
 *
 * An attempt stays complete when lessons are added after it: 11 of 12 is then 91, not 100.
 *
 * @param complete - whether the attempt has its completion, which is not what the counts say while
 * a completion waits to be confirmed or something outside lessons is missing
 * @throws RangeError unless both are integers and 0 ≤ completed ≤ total
 */
export function displayPercentage(
  completed: number,
  total: number,
  complete: boolean,
): number | null {
  if (completed === 0 && total === 0) return null;
  const whole = divideWhole(completed, total, 100);
  if (completed > 0 && whole === 0) return 1;
  return whole === 100 && !complete ? 99 : whole;
}
