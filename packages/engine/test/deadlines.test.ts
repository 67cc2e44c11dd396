import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { createTenant } from "../src/createTenant.ts";
import { enroll } from "../src/enroll.ts";
import { enrollMany } from "../src/enrollMany.ts";
import { putLearner } from "../src/putLearner.ts";
import { putOutline } from "../src/putOutline.ts";
import { readTimeline } from "../src/readTimeline.ts";
import { retake } from "../src/retake.ts";
import type { Due } from "../src/types.ts";

const course = "fs";
const instant = (text: string) => new Date(text);

describe.each(databaseKinds)("deadlines on %s", (kind) => {
  const database = useDatabase(kind);
  let count = 0;
  const someone = () => `learner-${++count}`;

  beforeAll(async () => {
    await createTenant(database.superuser, { tenant: "tokyo", timeZone: "Asia/Tokyo" });
    const outline = { course, title: "Fire safety", lessons: [{ id: "fs-1", title: "One" }] };
    await putOutline(database.app, outline);
    await putOutline(database.app, outline, { tenant: "tokyo" });
  });

  interface Given {
    readonly enrolledAt?: string;
    readonly tenant?: string;
    readonly timeZone?: string;
    readonly learner?: string;
  }
  const assign = async (due: Due | null | undefined, given: Given = {}) => {
    const { learner = someone(), tenant = "default", timeZone } = given;
    const scope = { tenant, now: instant("2026-01-15T12:00:00Z") };
    if (timeZone !== undefined) await putLearner(database.app, { learner, timeZone }, scope);
    const enrolledAt = instant(given.enrolledAt ?? "2026-01-15T12:00:00Z");
    return enroll(database.app, { course, learner, enrolledAt, due }, scope);
  };
  const dueOf = async (due: Due, given?: Given) => (await assign(due, given)).dueAt?.toISOString();
  const stored = async (learner: string) => {
    const { rows } = await database.superuser.query(
      `select due_rule, due_date::text, due_days, due_time_zone, due_time_zone_source
       from milepost.enrollment e join milepost.learner r using (bucket, learner_id)
       where r.external_id = $1 and e.is_current`,
      [learner],
    );
    return Object.values(rows[0] ?? {});
  };

  describe("are stated in one of three ways", () => {
    test("as an instant, which has no zone", async () => {
      const at = instant("2026-04-24T10:11:12.345Z");
      const { learner, dueAt, timeZone } = await assign({ at });
      expect([dueAt, timeZone]).toEqual([at, null]);
      expect(await stored(learner)).toEqual(["instant", null, null, null, null]);
    });

    test("as a local date, whose last millisecond is the last that is on time", async () => {
      const due = { onDate: "2026-04-24", timeZone: "Europe/Berlin" };
      const { learner, dueAt, timeZone } = await assign(due);
      expect(dueAt).toEqual(instant("2026-04-24T21:59:59.999Z"));
      expect(timeZone).toBe("Europe/Berlin");
      const rule = ["local_date", "2026-04-24", null, "Europe/Berlin", "assigner"];
      expect(await stored(learner)).toEqual(rule);
    });

    test("as days after enrollment, to the end of that local day", async () => {
      const due = { afterDays: 30, timeZone: "Asia/Tokyo" };
      const { learner, dueAt } = await assign(due, { enrolledAt: "2026-03-01T16:00:00Z" });
      // 2 March, one in the morning, in Tokyo.
      expect(dueAt).toEqual(instant("2026-04-01T14:59:59.999Z"));
      expect(await stored(learner)).toEqual([
        "days_after_enrollment",
        null,
        30,
        "Asia/Tokyo",
        "assigner",
      ]);
    });

    test("0 days after enrollment is the day of enrollment itself", async () => {
      const due = { afterDays: 0, timeZone: "America/New_York" };
      const enrolledAt = "2026-03-02T04:59:59.999Z";
      expect(await dueOf(due, { enrolledAt })).toBe("2026-03-02T04:59:59.999Z");
      const nextDay = { enrolledAt: "2026-03-02T05:00:00Z" };
      expect(await dueOf(due, nextDay)).toBe("2026-03-03T04:59:59.999Z");
    });
  });

  describe("are read in a zone", () => {
    const afterDays = 10;

    test("the assigner's, where one is named, before the learner's", async () => {
      const given = { timeZone: "Asia/Kolkata" };
      const { learner } = await assign({ afterDays, timeZone: "Europe/Paris" }, given);
      expect((await stored(learner)).slice(3)).toEqual(["Europe/Paris", "assigner"]);
    });

    test("else the learner's, before the organization's", async () => {
      const given = { timeZone: "Asia/Kolkata", tenant: "tokyo" };
      const { learner, dueAt } = await assign({ afterDays }, given);
      expect(dueAt).toEqual(instant("2026-01-25T18:29:59.999Z"));
      expect((await stored(learner)).slice(3)).toEqual(["Asia/Kolkata", "learner"]);
    });

    test("else the organization's", async () => {
      const { learner, dueAt } = await assign({ afterDays }, { tenant: "tokyo" });
      expect(dueAt).toEqual(instant("2026-01-25T14:59:59.999Z"));
      expect((await stored(learner)).slice(3)).toEqual(["Asia/Tokyo", "organization"]);
    });

    test("a zone of null is a zone left out", async () => {
      const { rows } = await database.app.query(
        `select learner from milepost.enroll_learners('tokyo', 'fs', array['null-zone'], null,
          '{"afterDays": 10, "timeZone": null}')`,
      );
      expect(rows).toHaveLength(1);
      expect((await stored("null-zone")).slice(3)).toEqual(["Asia/Tokyo", "organization"]);
    });

    test("each learner of a batch has their own", async () => {
      const learners = { berliner: "Europe/Berlin", newYorker: "America/New_York" };
      for (const [learner, timeZone] of Object.entries(learners)) {
        await putLearner(database.app, { learner, timeZone });
      }
      const due = { afterDays: 1 };
      const enrolledAt = instant("2026-01-15T12:00:00Z");
      await enrollMany(database.app, { course, learners: Object.keys(learners), due, enrolledAt });
      const { rows } = await database.superuser.query(
        `select r.external_id, e.due_at from milepost.enrollment e
         join milepost.learner r using (bucket, learner_id)
         where r.external_id = any ($1) order by 1`,
        [Object.keys(learners)],
      );
      expect(rows).toEqual([
        { external_id: "berliner", due_at: instant("2026-01-16T22:59:59.999Z") },
        { external_id: "newYorker", due_at: instant("2026-01-17T04:59:59.999Z") },
      ]);
    });

    test("a learner who moves takes no deadline along", async () => {
      const learner = someone();
      const before = await assign({ afterDays }, { learner, timeZone: "Europe/Berlin" });
      await putLearner(database.app, { learner, timeZone: "Pacific/Auckland" });
      const after = await assign(undefined, { learner });
      expect(after).toMatchObject({ dueAt: before.dueAt, timeZone: "Europe/Berlin" });
      expect(after.outcome).toBe("unchanged");
    });
  });

  // The day named, its zone, and its last millisecond: a calendar day of 23 to 25 hours.
  test.each([
    ["2026-03-28", "Europe/Berlin", "2026-03-28T22:59:59.999Z", "the day before spring"],
    ["2026-03-29", "Europe/Berlin", "2026-03-29T21:59:59.999Z", "a day of 23 hours"],
    ["2026-10-24", "Europe/Berlin", "2026-10-24T21:59:59.999Z", "the day before autumn"],
    ["2026-10-25", "Europe/Berlin", "2026-10-25T22:59:59.999Z", "a day of 25 hours"],
    ["2026-03-08", "America/New_York", "2026-03-09T03:59:59.999Z", "a day of 23 hours"],
    ["2026-11-01", "America/New_York", "2026-11-02T04:59:59.999Z", "a day of 25 hours"],
    ["2026-04-05", "Australia/Lord_Howe", "2026-04-05T13:29:59.999Z", "half an hour back"],
    ["2026-10-04", "Australia/Lord_Howe", "2026-10-04T12:59:59.999Z", "half an hour on"],
    ["2026-09-05", "America/Santiago", "2026-09-06T03:59:59.999Z", "no midnight after it"],
    ["2026-09-06", "America/Santiago", "2026-09-07T02:59:59.999Z", "begins at one"],
    ["2026-04-04", "America/Santiago", "2026-04-05T03:59:59.999Z", "its last hour comes twice"],
    ["2026-04-23", "Africa/Cairo", "2026-04-23T21:59:59.999Z", "no midnight after it"],
    ["2026-10-29", "Africa/Cairo", "2026-10-29T21:59:59.999Z", "its last hour comes twice"],
    ["2026-10-24", "Atlantic/Azores", "2026-10-24T23:59:59.999Z", "the midnight after it twice"],
    ["2026-10-31", "America/Havana", "2026-11-01T03:59:59.999Z", "the midnight after it twice"],
    ["2026-11-01", "America/Havana", "2026-11-02T04:59:59.999Z", "begins twice"],
    ["2011-12-29", "Pacific/Apia", "2011-12-30T09:59:59.999Z", "no day after it at all"],
    ["2026-02-28", "Asia/Kathmandu", "2026-02-28T18:14:59.999Z", "a quarter of an hour's zone"],
    ["2028-02-29", "UTC", "2028-02-29T23:59:59.999Z", "a leap day"],
  ])("%s in %s ends at %s: %s", async (onDate, timeZone, end) => {
    expect(await dueOf({ onDate, timeZone })).toBe(end);
    // The same day, counted from the one before at noon, local time.
    const enrolledAt = new Date(instant(end).getTime() - 36 * 3_600_000).toISOString();
    expect(await dueOf({ afterDays: 1, timeZone }, { enrolledAt })).toBe(end);
  });

  test("days are counted on the calendar, not in hours", async () => {
    // From the evening before spring: 30 × 24 hours later it would be half past midnight.
    const enrolledAt = "2026-03-28T22:30:00Z";
    const due = { afterDays: 30, timeZone: "Europe/Berlin" };
    expect(await dueOf(due, { enrolledAt })).toBe("2026-04-27T21:59:59.999Z");
  });

  test("the furthest deadline is 36,500 days away", async () => {
    expect(await dueOf({ afterDays: 36_500, timeZone: "UTC" })).toBe("2125-12-22T23:59:59.999Z");
    await expect(assign({ afterDays: 36_501, timeZone: "UTC" })).rejects.toMatchObject({
      code: "due_out_of_range",
    });
  });

  describe("are moved", () => {
    const first = { onDate: "2026-04-24", timeZone: "Europe/Berlin" };
    const firstAt = instant("2026-04-24T21:59:59.999Z");

    test("an extension moves the deadline and keeps the original, twice over", async () => {
      const { learner } = await assign(first);
      for (const at of ["2026-05-01T00:00:00Z", "2026-04-30T00:00:00Z"].map(instant)) {
        const moved = await assign({ at }, { learner });
        expect(moved).toMatchObject({ dueAt: at, originalDueAt: firstAt, outcome: "recorded" });
      }
    });

    test("null removes it, keeps the original, and the next one does not replace that", async () => {
      const { learner } = await assign(first);
      const removed = await assign(null, { learner });
      expect(removed).toMatchObject({ dueAt: null, originalDueAt: firstAt, timeZone: null });
      expect(await stored(learner)).toEqual([null, null, null, null, null]);
      const again = await assign({ at: instant("2026-06-01T00:00:00Z") }, { learner });
      expect(again.originalDueAt).toEqual(firstAt);
    });

    test("leaving it out leaves it alone, and the same again changes nothing", async () => {
      const { learner } = await assign(first);
      expect(await assign(undefined, { learner })).toMatchObject({
        dueAt: firstAt,
        outcome: "unchanged",
      });
      expect((await assign(first, { learner })).outcome).toBe("unchanged");
      const entries = (await readTimeline(database.app, { learner, course })).items;
      expect(entries.map(({ type }) => type)).toEqual(["enrollment.created"]);
    });

    test("each move is in the ledger with both deadlines", async () => {
      const { learner } = await assign(first);
      await assign({ at: instant("2026-05-01T00:00:00Z") }, { learner });
      await assign(null, { learner });
      const { items } = await readTimeline(database.app, { learner, course });
      expect(items.filter(({ type }) => type === "deadline.moved").map(({ data }) => data)).toEqual(
        [
          {
            from: "2026-04-24T21:59:59.999+00:00",
            fromTimeZone: "Europe/Berlin",
            to: "2026-05-01T00:00:00+00:00",
            rule: "instant",
            timeZone: null,
          },
          {
            from: "2026-05-01T00:00:00+00:00",
            fromTimeZone: null,
            to: null,
            rule: null,
            timeZone: null,
          },
        ],
      );
    });

    test("a retake counts from its own beginning and has an original of its own", async () => {
      const { learner } = await assign({ afterDays: 1, timeZone: "UTC" });
      const at = instant("2026-02-10T08:00:00Z");
      const due = { afterDays: 1, timeZone: "UTC" };
      const second = await retake(database.app, { course, learner, at, due, force: true });
      const end = instant("2026-02-11T23:59:59.999Z");
      expect(second).toMatchObject({ attempt: 2, dueAt: end, originalDueAt: end });
    });

    test("enrolling without one is as good the tenth time as the first", async () => {
      // After five calls on a connection PostgreSQL plans for any parameter, also for none.
      await database.asApp(async (client) => {
        for (let n = 0; n < 10; n++) {
          const { dueAt } = await enroll(client, { course, learner: someone() });
          expect(dueAt).toBeNull();
        }
      });
    });
  });
});
