import { dateOfDay } from "../time/dateOfDay.ts";
import { endOfLocalDay } from "../time/endOfLocalDay.ts";
import { localDay } from "../time/localDay.ts";
import { DAY } from "../time/units.ts";
import type { AttemptPlan } from "./AttemptPlan.ts";
import type { Deadline } from "./deadlineOf.ts";

const GRANTED_DAYS = 14;

/**
 * Two more weeks for somebody who asks in the last days before the deadline: a date by their own
 * calendar. `at` is when it is granted, in milliseconds.
 */
export function extensionOf(
  { random, person, openedAt }: AttemptPlan,
  { dueAt }: Deadline,
): { at: number; deadline: Deadline } {
  const day = localDay(person.zone, dueAt) + GRANTED_DAYS;
  const asked = Math.round(dueAt - (0.4 + 5 * random()) * DAY);
  return {
    at: Math.max(asked, openedAt + 1),
    deadline: {
      due: { onDate: dateOfDay(day), timeZone: person.zone },
      dueAt: endOfLocalDay(person.zone, day),
    },
  };
}
