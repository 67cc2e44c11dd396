import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enroll } from "../src/enroll.ts";
import { reportCourse } from "../src/reports/reportCourse.ts";
import { reportDueNext } from "../src/reports/reportDueNext.ts";
import { reportOverdue } from "../src/reports/reportOverdue.ts";
import type { Due } from "../src/types.ts";
import { newCourse } from "./support/newCourse.ts";

const instant = (text: string) => new Date(text);
const before = (date: Date) => new Date(date.getTime() - 1);

describe.each(databaseKinds)("overdue across daylight-saving changes on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  /** A course with one learner a deadline, whose ids are the names of the deadlines. */
  async function courseDue(dues: Readonly<Record<string, Due>>, enrolledAt: string) {
    const made = await newCourse(db(), ["a"]);
    const { course } = made;
    for (const [learner, due] of Object.entries(dues)) {
      const enrollment = { course, learner, enrolledAt: instant(enrolledAt), due };
      await enroll(db(), enrollment, { now: instant(enrolledAt) });
    }
    const overdueOn = async (now: Date) => {
      const { items, total } = await reportOverdue(db(), { course }, { now });
      const { states } = await reportCourse(db(), { course }, { now });
      expect(states.overdue, now.toISOString()).toBe(total);
      return items.map(({ learner, daysOverdue }) => [learner, daysOverdue]);
    };
    return { ...made, overdueOn };
  }

  test.each([
    // The deadline's day, the first instants of the three local days after it.
    ["Europe/Berlin", "2026-03-28", "2026-03-28T23:00Z", "2026-03-29T22:00Z", "2026-03-30T22:00Z"],
    ["Europe/Berlin", "2026-10-24", "2026-10-24T22:00Z", "2026-10-25T23:00Z", "2026-10-26T23:00Z"],
    [
      "America/New_York",
      "2026-03-07",
      "2026-03-08T05:00Z",
      "2026-03-09T04:00Z",
      "2026-03-10T04:00Z",
    ],
    [
      "America/New_York",
      "2026-10-31",
      "2026-11-01T04:00Z",
      "2026-11-02T05:00Z",
      "2026-11-03T05:00Z",
    ],
    // Half an hour of daylight saving.
    [
      "Australia/Lord_Howe",
      "2026-04-04",
      "2026-04-04T13:00Z",
      "2026-04-05T13:30Z",
      "2026-04-06T13:30Z",
    ],
    ["Asia/Kolkata", "2026-03-28", "2026-03-28T18:30Z", "2026-03-29T18:30Z", "2026-03-30T18:30Z"],
  ])("in %s what was due on %s is a day more overdue at each local midnight", async (...given) => {
    const [timeZone, onDate, ...midnights] = given;
    const { overdueOn } = await courseDue({ ada: { onDate, timeZone } }, "2026-01-05T12:00Z");
    for (const [day, midnight] of midnights.map(instant).entries()) {
      const until = day === 0 ? [] : [["ada", day]];
      expect(await overdueOn(before(midnight)), `before ${midnight.toISOString()}`).toEqual(until);
      expect(await overdueOn(midnight), midnight.toISOString()).toEqual([["ada", day + 1]]);
    }
  });

  test("days after enrollment end at the local midnight, in an hour more or less", async () => {
    const dues = {
      berlin: { afterDays: 2, timeZone: "Europe/Berlin" },
      kolkata: { afterDays: 2, timeZone: "Asia/Kolkata" },
      newYork: { afterDays: 2, timeZone: "America/New_York" },
    };
    // 27 March in Berlin and New York, 28 March in Kolkata; Berlin's clocks change on the 29th.
    const { course, overdueOn } = await courseDue(dues, "2026-03-27T22:30Z");
    const next = await reportDueNext(db(), { course }, { now: instant("2026-03-28T00:00Z") });
    expect(next.items.map(({ learner, dueAt }) => [learner, dueAt.toISOString()])).toEqual([
      ["berlin", "2026-03-29T21:59:59.999Z"],
      ["newYork", "2026-03-30T03:59:59.999Z"],
      ["kolkata", "2026-03-30T18:29:59.999Z"],
    ]);
    expect(await overdueOn(instant("2026-03-29T21:59:59.999Z"))).toEqual([]);
    expect(await overdueOn(instant("2026-03-29T22:00Z"))).toEqual([["berlin", 1]]);
    expect(await overdueOn(instant("2026-03-30T22:00Z"))).toEqual([
      ["berlin", 2],
      ["newYork", 1],
      ["kolkata", 1],
    ]);
  });

  test("one local date is over in the east first, and that is most overdue", async () => {
    const onDate = "2026-03-28";
    const zones = ["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe"];
    const dues = Object.fromEntries(zones.map((timeZone) => [timeZone, { onDate, timeZone }]));
    const at = { "the instant": { at: instant("2026-03-28T20:00Z") } };
    const { overdueOn } = await courseDue({ ...dues, ...at }, "2026-03-02T12:00Z");
    expect(await overdueOn(instant("2026-03-29T13:00Z"))).toEqual([
      ["Australia/Lord_Howe", 2],
      ["Asia/Kolkata", 1],
      ["the instant", 1],
      ["Europe/Berlin", 1],
      ["America/New_York", 1],
    ]);
  });

  test("a completion at the last instant is on time, one after it late", async () => {
    const due = { onDate: "2026-10-25", timeZone: "Europe/Berlin" };
    const dues = { punctual: due, late: due };
    const { course, lesson, overdueOn } = await courseDue(dues, "2026-10-01T12:00Z");
    const end = instant("2026-10-25T22:59:59.999Z");
    const next = instant("2026-10-25T23:00:00.000Z");
    await completeLesson(db(), { learner: "punctual", lesson: lesson("a") }, { now: end });
    expect(await overdueOn(end)).toEqual([]);
    expect(await overdueOn(next)).toEqual([["late", 1]]);
    await completeLesson(db(), { learner: "late", lesson: lesson("a") }, { now: next });
    const report = await reportCourse(db(), { course }, { now: next });
    expect(report).toMatchObject({
      states: { completedOnTime: 1, completedLate: 1, overdue: 0 },
      onTime: { due: 2, onTime: 1 },
    });
  });
});
