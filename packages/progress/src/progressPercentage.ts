import { divideWhole } from "./divideWhole.ts";

/**
 * The progress percentage as it is stored and answered: 0–100, truncated to two decimals, so 100
 * means all of them; null without a required lesson. Equal to the database's
 * `completed_lessons * 10000 / total_lessons / 100`, whose first division is of integers.
 *
 * @throws RangeError unless both are integers and 0 ≤ completed ≤ total
 */
export function progressPercentage(completed: number, total: number): number | null {
  if (completed === 0 && total === 0) return null;
  return divideWhole(completed, total, 10_000) / 100;
}
