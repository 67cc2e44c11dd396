import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { createTenant } from "../src/createTenant.ts";
import { enroll } from "../src/enroll.ts";
import { putOutline } from "../src/putOutline.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { reportActivity } from "../src/reports/reportActivity.ts";
import { reportCohorts } from "../src/reports/reportCohorts.ts";

const course = "fs";
const at = (text: string) => new Date(text);
const now = at("2026-03-25T09:00Z");

describe.each(databaseKinds)("periods of reports on %s", (kind) => {
  const database = useDatabase(kind);
  const tenants = { auckland: "Pacific/Auckland", greenwich: "UTC" };

  beforeAll(async () => {
    for (const [tenant, timeZone] of Object.entries(tenants)) {
      await createTenant(database.superuser, { tenant, timeZone });
      const scope = { tenant, now };
      const lessons = [{ id: "fs-1", title: "One" }];
      await putOutline(database.app, { course, title: "Fire safety", lessons }, scope);
      for (const [learner, enrolledAt] of [
        // Sunday evening in Greenwich is Monday noon in Auckland.
        ["ada", "2026-03-01T23:00Z"],
        ["ben", "2026-03-01T10:30Z"],
        // The last minutes of February there are the first of March here, and the other way round.
        ["cy", "2026-02-28T10:59:59Z"],
        ["dee", "2026-02-28T11:00:00Z"],
      ] as const) {
        const enrollment = { course, learner, enrolledAt: at(enrolledAt) };
        await enroll(database.app, enrollment, scope);
      }
      const done = { type: "lesson.completed", lesson: "fs-1" } as const;
      await recordEvents(
        database.app,
        {
          events: [
            { ...done, learner: "ada", at: at("2026-03-08T11:30Z") },
            { ...done, learner: "ben", at: at("2026-03-20T12:00Z") },
          ],
        },
        scope,
      );
    }
  });

  const cohorts = async (tenant: string, by: "week" | "month") => {
    const { items } = await reportCohorts(database.app, { course, by }, { tenant, now });
    return items.map(({ cohort, from, enrolled, completed }) => [
      cohort,
      from,
      enrolled,
      completed,
    ]);
  };

  test("a cohort is the week that an enrollment is in by the tenant's clock", async () => {
    expect(await cohorts("auckland", "week")).toEqual([
      ["2026-W09", "2026-02-23", 3, 1],
      ["2026-W10", "2026-03-02", 1, 1],
    ]);
    expect(await cohorts("greenwich", "week")).toEqual([["2026-W09", "2026-02-23", 4, 2]]);
  });

  test("a cohort is the month that an enrollment is in by the tenant's clock", async () => {
    expect(await cohorts("auckland", "month")).toEqual([
      ["2026-02", "2026-02-01", 1, 0],
      ["2026-03", "2026-03-01", 3, 2],
    ]);
    expect(await cohorts("greenwich", "month")).toEqual([
      ["2026-02", "2026-02-01", 2, 0],
      ["2026-03", "2026-03-01", 2, 2],
    ]);
  });

  const weeks = async (tenant: string, asOf: Date) => {
    const { items } = await reportActivity(database.app, { course }, { tenant, now: asOf });
    return items.map(({ period, enrollments, starts, completions, complete }) => [
      period,
      ...[enrollments, starts, completions, complete],
    ]);
  };

  test("activity goes on through weeks without any, to the one that has not ended", async () => {
    expect(await weeks("auckland", now)).toEqual([
      ["2026-W09", 3, 0, 0, true],
      ["2026-W10", 1, 0, 0, true],
      // Monday morning in Auckland, Sunday in Greenwich.
      ["2026-W11", 0, 1, 1, true],
      ["2026-W12", 0, 1, 1, true],
      ["2026-W13", 0, 0, 0, false],
    ]);
    expect(await weeks("greenwich", now)).toEqual([
      ["2026-W09", 4, 0, 0, true],
      ["2026-W10", 0, 1, 1, true],
      ["2026-W11", 0, 0, 0, true],
      ["2026-W12", 0, 1, 1, true],
      ["2026-W13", 0, 0, 0, false],
    ]);
  });

  test("a week ends at midnight by the tenant's clock", async () => {
    // Sunday 29 March ends in Auckland thirteen hours before it does in Greenwich.
    const complete = async (instant: string) =>
      (await weeks("auckland", at(instant))).filter(([period]) => period === "2026-W13");
    expect(await complete("2026-03-29T10:59:59.999Z")).toEqual([["2026-W13", 0, 0, 0, false]]);
    expect(await complete("2026-03-29T11:00:00.000Z")).toEqual([["2026-W13", 0, 0, 0, true]]);
  });

  test("a week to come is told where something is in it, and no silence before it", async () => {
    const scope = { tenant: "greenwich", now };
    const planned = "planned";
    await putOutline(database.app, { course: planned, title: "Planned", lessons: [] }, scope);
    const enrolled = async (learner: string, instant: string) =>
      enroll(database.app, { course: planned, learner, enrolledAt: at(instant) }, scope);
    const report = async () => {
      const { items } = await reportActivity(database.app, { course: planned }, scope);
      return items.map(({ period, enrollments }) => [period, enrollments]);
    };
    await enrolled("far", "9999-12-31T23:59:59.999Z");
    expect(await report()).toEqual([["9999-W52", 1]]);
    await enrolled("next", "2026-04-15T08:00:00Z");
    await enrolled("last", "2026-03-11T08:00:00Z");
    expect(await report()).toEqual([
      ["2026-W11", 1],
      ["2026-W12", 0],
      ["2026-W13", 0],
      ["2026-W16", 1],
      ["9999-W52", 1],
    ]);
  });

  test("the last hours of 9999 are of its last period wherever the year has ended", async () => {
    const scope = { tenant: "auckland", now };
    const last = "last";
    await putOutline(database.app, { course: last, title: "Last", lessons: [] }, scope);
    const enrolledAt = at("9999-12-31T23:59:59.999Z");
    await enroll(database.app, { course: last, learner: "far", enrolledAt }, scope);
    for (const [by, period, from] of [
      ["week", "9999-W52", "9999-12-27"],
      ["month", "9999-12", "9999-12-01"],
    ] as const) {
      const activity = await reportActivity(database.app, { course: last, by }, scope);
      expect(activity.items).toMatchObject([{ period, from, enrollments: 1 }]);
      const { items } = await reportCohorts(database.app, { course: last, by }, scope);
      expect(items).toMatchObject([{ cohort: period, from, enrolled: 1 }]);
    }
  });

  test("a course that nothing has happened at has no periods", async () => {
    const scope = { tenant: "greenwich", now };
    await putOutline(database.app, { course: "idle", title: "Idle", lessons: [] }, scope);
    const { items } = await reportActivity(database.app, { course: "idle" }, scope);
    expect(items).toEqual([]);
  });
});
