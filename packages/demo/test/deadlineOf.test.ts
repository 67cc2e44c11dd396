import fc from "fast-check";
import { expect, test } from "vitest";
import { organizationZone } from "../src/courses/organizationZone.ts";
import { deadlineOf } from "../src/history/deadlineOf.ts";
import { isWeekend } from "../src/time/isWeekend.ts";
import { localDay } from "../src/time/localDay.ts";

const openedAt = fc.integer({
  min: Date.parse("2020-01-01T00:00:00Z"),
  max: Date.parse("2030-01-01T00:00:00Z"),
});
const zone = "America/Chicago";

test("a deadline that the office sets by the calendar falls on one of its working days", () => {
  const kind = fc.constantFrom("at" as const, "onDate" as const);
  fc.assert(
    fc.property(kind, openedAt, fc.integer({ min: 7, max: 90 }), (rule, at, days) => {
      const { dueAt } = deadlineOf({ kind: rule, days }, { openedAt: at, zone });
      expect(isWeekend(localDay(organizationZone, dueAt))).toBe(false);
      const given = localDay(organizationZone, dueAt) - localDay(organizationZone, at);
      expect(given).toBeLessThanOrEqual(days);
      expect(given).toBeGreaterThan(days - 3);
    }),
  );
});

test("days after enrollment are counted by the learner's own calendar", () => {
  // Still the evening of the 1st in Chicago, already the 2nd in Berlin.
  const openedAt = Date.parse("2026-06-02T03:00:00Z");
  const { due, dueAt } = deadlineOf({ kind: "afterDays", days: 30 }, { openedAt, zone });
  expect(due).toEqual({ afterDays: 30 });
  expect(new Date(dueAt)).toEqual(new Date("2026-07-02T04:59:59.999Z"));
});
