import { organizationZone } from "../courses/organizationZone.ts";
import { lognormal } from "../random/lognormal.ts";
import { instantOf } from "../time/instantOf.ts";
import { localDay } from "../time/localDay.ts";
import { nextStudyTime } from "../time/nextStudyTime.ts";
import { HOUR, MINUTE } from "../time/units.ts";
import type { AttemptLived, AttemptPlan } from "./AttemptPlan.ts";

/** Share of those withdrawn who are enrolled anew some weeks later. */
const ENROLLED_ANEW = 0.25;

/**
 * When the next attempt is opened and by whom, after one that was completed or withdrawn. The
 * office renews early in the morning, a year (or nearly) after the completion; learners repeat a
 * course when they sit down to it.
 *
 * @returns null when this was the last attempt
 */
export function nextOpening(
  { calendar, random, person }: AttemptPlan,
  { completedAt, withdrawnAt }: AttemptLived<unknown>,
): { at: number; assigned: boolean } | null {
  const { renewalDays, refresherShare } = calendar.course;
  if (withdrawnAt !== null) {
    if (random() >= ENROLLED_ANEW) return null;
    const office = { zone: organizationZone, leisure: 0 };
    const gapDays = lognormal(random, 40, 0.5);
    return { at: nextStudyTime(random, office, { from: withdrawnAt, gapDays }), assigned: true };
  }
  if (completedAt === null) return null;
  if (renewalDays !== null) {
    const day = localDay(organizationZone, completedAt) + renewalDays;
    const minute = Math.floor(random() * 20) * MINUTE;
    return { at: instantOf(organizationZone, day, 6 * HOUR + minute), assigned: true };
  }
  if (random() >= refresherShare) return null;
  const gapDays = lognormal(random, 170, 0.35);
  return { at: nextStudyTime(random, person, { from: completedAt, gapDays }), assigned: false };
}
