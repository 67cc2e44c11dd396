import type { Due } from "@milepost/engine";
import type { DeadlineRule } from "../courses/DemoCourse.ts";
import { organizationZone } from "../courses/organizationZone.ts";
import { dateOfDay } from "../time/dateOfDay.ts";
import { endOfLocalDay } from "../time/endOfLocalDay.ts";
import { instantOf } from "../time/instantOf.ts";
import { isWeekend } from "../time/isWeekend.ts";
import { localDay } from "../time/localDay.ts";
import { HOUR } from "../time/units.ts";

/** A deadline as the engine is told it, and the instant it comes to, in milliseconds. */
export interface Deadline {
  readonly due: Due;
  readonly dueAt: number;
}

/**
 * The deadline that an enrollment at `openedAt` gets. Dates the office sets itself fall on working
 * days.
 */
export function deadlineOf(
  rule: DeadlineRule,
  { openedAt, zone }: { openedAt: number; zone: string },
): Deadline {
  if (rule.kind === "afterDays") {
    // Without a zone in the rule the learner's own counts.
    const dueAt = endOfLocalDay(zone, localDay(zone, openedAt) + rule.days);
    return { due: { afterDays: rule.days }, dueAt };
  }
  let day = localDay(organizationZone, openedAt) + rule.days;
  while (isWeekend(day)) day -= 1;
  if (rule.kind === "at") {
    const dueAt = instantOf(organizationZone, day, 17 * HOUR);
    return { due: { at: new Date(dueAt) }, dueAt };
  }
  return {
    due: { onDate: dateOfDay(day), timeZone: organizationZone },
    dueAt: endOfLocalDay(organizationZone, day),
  };
}
