import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { createTenant } from "../src/createTenant.ts";
import { enroll } from "../src/enroll.ts";
import { exempt } from "../src/exempt.ts";
import { listLearnerCourses } from "../src/listLearnerCourses.ts";
import { putLearner } from "../src/putLearner.ts";
import { putOutline } from "../src/putOutline.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { recordView } from "../src/recordView.ts";
import { withdraw } from "../src/withdraw.ts";
import { onDay } from "./support/onDay.ts";

const course = "fs";
const due = onDay(10);
const later = new Date(due.getTime() + 1);

describe.each(databaseKinds)("a deadline on %s", (kind) => {
  const database = useDatabase(kind);
  beforeAll(async () => {
    const lessons = ["fs-1", "fs-2"].map((id) => ({ id, title: id }));
    await putOutline(database.app, { course, title: "Fire safety", lessons }, { now: onDay(0) });
  });

  describe("is not taken", () => {
    test.each([
      ["a zone that does not exist", "Europe/Atlantis"],
      ["an abbreviation", "CET"],
      ["an abbreviation with an offset", "EST5EDT"],
      ["a legacy name without an area", "Japan"],
      ["an offset", "+02:00"],
      ["a number", "2"],
      ["a POSIX zone", "FOO+3"],
      ["a POSIX zone in brackets", "<foo>+3"],
      ["a POSIX zone that looks like an area", "Foo/Bar+3"],
      ["a zone with a digit too many", "Europe/Berlin3"],
      ["an offset beyond those of Etc", "Etc/GMT+13"],
      ["an offset beyond those of Etc, eastward", "Etc/GMT-15"],
      ["a folder of the time zone database", "posix/Europe/Berlin"],
      ["a folder with leap seconds", "Right/Europe/Berlin"],
      ["a path", "../Europe/Berlin"],
      ["nothing", ""],
      ["a blank", " "],
      ["a zone with a blank after it", "Europe/Berlin "],
      ["a line after it", "Europe/Berlin\n"],
    ])("in %s (%j)", async (_what, timeZone) => {
      const unknown = { code: "time_zone_unknown" };
      const byDate = { course, learner: "ada", due: { onDate: "2026-04-24", timeZone } };
      await expect(enroll(database.app, byDate)).rejects.toMatchObject(unknown);
      const byDays = { course, learner: "ada", due: { afterDays: 3, timeZone } };
      await expect(enroll(database.app, byDays)).rejects.toMatchObject(unknown);
      const profile = { learner: "ada", timeZone };
      await expect(putLearner(database.app, profile)).rejects.toMatchObject(unknown);
      const tenant = { tenant: "elsewhere", timeZone };
      await expect(createTenant(database.superuser, tenant)).rejects.toMatchObject(unknown);
    });

    test.each([
      ["a day that is none", { onDate: "2026-02-30", timeZone: "UTC" }],
      ["a word", { onDate: "tomorrow", timeZone: "UTC" }],
      ["a date that could be two", { onDate: "4/5/2026", timeZone: "UTC" }],
      ["a date without an end", { onDate: "infinity", timeZone: "UTC" }],
      ["a time", { onDate: "2026-04-24T10:00:00Z", timeZone: "UTC" }],
      ["nothing", { onDate: "", timeZone: "UTC" }],
      ["an instant that is none", { at: new Date(Number.NaN) }],
      ["days before enrollment", { afterDays: -1, timeZone: "UTC" }],
      ["part of a day", { afterDays: 1.5, timeZone: "UTC" }],
      ["more days than a number holds", { afterDays: 1e12, timeZone: "UTC" }],
    ])("on %s", async (_what, stated) => {
      const input = { course, learner: "ada", due: stated };
      await expect(enroll(database.app, input)).rejects.toMatchObject({ code: "due_out_of_range" });
    });

    test.each([
      ["before 2000", { at: new Date("1999-12-31T23:59:59.999Z") }],
      ["after 9999", { onDate: "9999-12-31", timeZone: "America/New_York" }],
    ])("%s", async (_what, stated) => {
      const input = { course, learner: "ada", due: stated };
      await expect(enroll(database.app, input)).rejects.toMatchObject({
        code: "time_out_of_range",
      });
    });

    test("and the learner whose deadline was refused is not enrolled either", async () => {
      const { rows } = await database.superuser.query("select from milepost.enrollment");
      expect(rows).toHaveLength(0);
    });
  });

  test.each([
    "UTC",
    "Europe/Berlin",
    "America/Argentina/Buenos_Aires",
    "America/Port-au-Prince",
    "Etc/GMT+12",
    "Etc/GMT-14",
    "Etc/UTC",
  ])("is taken in %s", async (timeZone) => {
    const input = { course, learner: timeZone, due: { onDate: "2026-04-24", timeZone } };
    expect(await enroll(database.app, input)).toMatchObject({ timeZone });
  });

  const overdue = async (learner: string, now: Date) => {
    const page = await readCourseProgress(database.app, { learner, course }, { now });
    const list = await listLearnerCourses(database.app, { learner }, { now });
    // The same question, asked in two places, has one answer.
    expect(list.items.map((item) => item.due?.overdue)).toEqual([page.due?.overdue]);
    return page.due?.overdue;
  };
  const assigned = async (learner: string) => {
    await enroll(database.app, { course, learner, due: { at: due } }, { now: onDay(1) });
    return { course, learner };
  };

  test("is kept at its very instant, and missed a millisecond later", async () => {
    await assigned("bob");
    expect(await overdue("bob", new Date(due.getTime() - 1))).toBe(false);
    expect(await overdue("bob", due)).toBe(false);
    expect(await overdue("bob", later)).toBe(true);
  });

  test("is missed by whoever looked, and by whoever is halfway", async () => {
    await assigned("cy");
    await recordView(database.app, { learner: "cy", lesson: "fs-1" }, { now: onDay(2) });
    expect(await overdue("cy", later)).toBe(true);
    await completeLesson(database.app, { learner: "cy", lesson: "fs-1" }, { now: onDay(3) });
    expect(await overdue("cy", later)).toBe(true);
  });

  test("is never overdue for whoever withdrew", async () => {
    await withdraw(database.app, await assigned("dee"), { now: onDay(20) });
    expect(await overdue("dee", onDay(30))).toBe(false);
  });

  test("is never overdue for whoever is exempt", async () => {
    await exempt(database.app, { ...(await assigned("eve")), reason: "on leave" });
    expect(await overdue("eve", onDay(30))).toBe(false);
  });

  test("is never overdue once the attempt is complete, however late", async () => {
    await assigned("fay");
    await completeLesson(database.app, { learner: "fay", lesson: "fs-1" }, { now: onDay(11) });
    expect(await overdue("fay", onDay(12))).toBe(true);
    await completeLesson(database.app, { learner: "fay", lesson: "fs-2" }, { now: onDay(12) });
    expect(await overdue("fay", onDay(30))).toBe(false);
  });

  test("is not overdue where there is none any more", async () => {
    const { learner } = await assigned("gus");
    await enroll(database.app, { course, learner, due: null }, { now: onDay(2) });
    expect(await overdue("gus", onDay(30))).toBeUndefined();
  });
});
