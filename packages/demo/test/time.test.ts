import fc from "fast-check";
import { expect, test } from "vitest";
import { offices } from "../src/people/offices.ts";
import { random } from "../src/random/random.ts";
import { dateOfDay } from "../src/time/dateOfDay.ts";
import { endOfLocalDay } from "../src/time/endOfLocalDay.ts";
import { instantOf } from "../src/time/instantOf.ts";
import { isWeekend } from "../src/time/isWeekend.ts";
import { localDay } from "../src/time/localDay.ts";
import { nextStudyTime } from "../src/time/nextStudyTime.ts";
import { studyTimeBefore } from "../src/time/studyTimeBefore.ts";
import { DAY, HOUR } from "../src/time/units.ts";
import { zoneOffset } from "../src/time/zoneOffset.ts";

const zone = fc.constantFrom(...offices.map((office) => office.zone));
const instant = fc.integer({
  min: Date.parse("2020-01-01T00:00:00Z"),
  max: Date.parse("2030-01-01T00:00:00Z"),
});
const rhythm = fc.record({ zone, leisure: fc.double({ min: 0, max: 1, noNaN: true }) });

test("what a clock in the zone shows is what Intl shows, at every instant", () => {
  fc.assert(
    fc.property(zone, instant, (timeZone, at) => {
      const shown = new Intl.DateTimeFormat("sv", {
        timeZone,
        dateStyle: "short",
        timeStyle: "medium",
      }).format(at);
      const ours = new Date(at + zoneOffset(timeZone, at)).toISOString();
      expect(ours.slice(0, 19).replace("T", " ")).toBe(shown);
    }),
    // The morning on which Berlin's clocks go forward, at the second.
    { examples: [["Europe/Berlin", Date.parse("2026-03-29T01:00:00Z")]] },
  );
});

test("the day that ends the summer time in Berlin ends 25 hours after it began", () => {
  const day = localDay("Europe/Berlin", Date.parse("2026-10-25T12:00:00Z"));
  expect(dateOfDay(day)).toBe("2026-10-25");
  expect(instantOf("Europe/Berlin", day, 0)).toBe(Date.parse("2026-10-24T22:00:00Z"));
  expect(endOfLocalDay("Europe/Berlin", day)).toBe(Date.parse("2026-10-25T22:59:59.999Z"));
});

test("an afternoon in a zone is the afternoon of the day asked for", () => {
  fc.assert(
    fc.property(zone, instant, (timeZone, at) => {
      const day = localDay(timeZone, at);
      expect(localDay(timeZone, instantOf(timeZone, day, 15 * HOUR))).toBe(day);
    }),
  );
});

test("the next study time lies after the one before, on no earlier a day than the gap says", () => {
  fc.assert(
    fc.property(
      rhythm,
      instant,
      fc.integer({ min: 0, max: 90 }),
      fc.integer(),
      (who, from, gap, seed) => {
        const at = nextStudyTime(random(seed), who, { from, gapDays: gap });
        expect(at).toBeGreaterThan(from);
        expect(localDay(who.zone, at) - localDay(who.zone, from)).toBeGreaterThanOrEqual(gap);
      },
    ),
  );
});

test("who keeps to working days never studies at a weekend", () => {
  fc.assert(
    fc.property(zone, instant, fc.integer(), (timeZone, from, seed) => {
      const who = { zone: timeZone, leisure: 0 };
      const at = nextStudyTime(random(seed), who, { from, gapDays: 3 });
      expect(isWeekend(localDay(timeZone, at))).toBe(false);
    }),
  );
});

test("a study time before a deadline lies before it, mostly on its last three days", () => {
  let lastDays = 0;
  fc.assert(
    fc.property(rhythm, instant, fc.integer(), (who, deadline, seed) => {
      const at = studyTimeBefore(random(seed), who, { deadline, meanDays: 1 });
      expect(at).toBeLessThan(deadline);
      if (deadline - at < 3 * DAY) lastDays++;
    }),
    { numRuns: 400 },
  );
  expect(lastDays).toBeGreaterThan(240);
});
