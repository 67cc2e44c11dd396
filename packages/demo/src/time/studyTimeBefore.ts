import { exponential } from "../random/exponential.ts";
import type { Random } from "../random/random.ts";
import { instantOf } from "./instantOf.ts";
import { isWeekend } from "./isWeekend.ts";
import { localDay } from "./localDay.ts";
import type { Rhythm } from "./Rhythm.ts";
import { timeOfDay } from "./timeOfDay.ts";
import { DAY, HOUR } from "./units.ts";

/** What a course takes in one go: who sits down later than that before the deadline misses it. */
const ONE_SITTING = 3 * HOUR;

/**
 * When somebody who works toward a deadline sits down: most of them on the last days before it,
 * and on the Friday before rather than at a weekend.
 *
 * @param meanDays - how long before the deadline, on average
 */
export function studyTimeBefore(
  random: Random,
  { zone, leisure }: Rhythm,
  { deadline, meanDays }: { deadline: number; meanDays: number },
): number {
  let day = localDay(zone, deadline - ONE_SITTING - exponential(random, meanDays) * DAY);
  while (isWeekend(day) && random() >= leisure) day -= 1;
  const instant = Math.round(instantOf(zone, day, timeOfDay(random, leisure)));
  return Math.min(instant, deadline - ONE_SITTING);
}
