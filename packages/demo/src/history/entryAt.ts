import type { Intake } from "../courses/DemoCourse.ts";
import { organizationZone } from "../courses/organizationZone.ts";
import { instantOf } from "../time/instantOf.ts";
import { isWeekend } from "../time/isWeekend.ts";
import { localDay } from "../time/localDay.ts";
import { HOUR, MINUTE } from "../time/units.ts";

/**
 * When the learner at that place of the course's queue comes into the course, in milliseconds.
 * Grows with the place, so that a course of any size can be lived without sorting its learners.
 *
 * @param place - from 0 up to, not including, `size`
 */
export function entryAt(
  intake: Intake,
  { place, size, start, end }: { place: number; size: number; start: number; end: number },
): number {
  if (intake.kind === "self") return start + ((place + 0.5) / size) * (end - start);
  const { waves, firstWaveShare } = intake;
  const first = Math.round(size * firstWaveShare);
  const wave = place < first ? 0 : 1 + Math.floor(((place - first) / (size - first)) * (waves - 1));
  // Half a wave's distance is left at the end, so that the last one has had time to begin.
  const moment = start + (wave / (waves - 0.5)) * (end - start);
  let day = localDay(organizationZone, moment) + 1;
  while (isWeekend(day)) day += 1;
  return instantOf(organizationZone, day, 9 * HOUR + 5 * MINUTE);
}
