import type { Random } from "../random/random.ts";
import { instantOf } from "./instantOf.ts";
import { isWeekend } from "./isWeekend.ts";
import { localDay } from "./localDay.ts";
import type { Rhythm } from "./Rhythm.ts";
import { timeOfDay } from "./timeOfDay.ts";

/**
 * When somebody sits down to study next: in working hours of a weekday as they pass in
 * their zone, seldom in the evening or at a weekend.
 *
 * @param gapDays - days they let pass; rounded, and 0 means later the same day if any of it is left
 * @returns an instant after `from`
 */
export function nextStudyTime(
  random: Random,
  { zone, leisure }: Rhythm,
  { from, gapDays }: { from: number; gapDays: number },
): number {
  let day = localDay(zone, from) + Math.max(0, Math.round(gapDays));
  for (;;) {
    if (!isWeekend(day) || random() < leisure) {
      const instant = Math.round(instantOf(zone, day, timeOfDay(random, leisure)));
      if (instant > from) return instant;
    }
    day += 1;
  }
}
