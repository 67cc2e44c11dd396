import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import * as engine from "../src/index.ts";
import { expectExactOverview } from "./support/expectExactOverview.ts";
import { onDay } from "./support/onDay.ts";

const instant = (text: string) => new Date(text);
const zones = ["Asia/Kolkata", "America/St_Johns", "Pacific/Auckland", "UTC"];

/** Numbers that look random and are the same ones in every run. */
function numbers(): (below: number) => number {
  let state = 42;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

describe.each(databaseKinds)("the report of deadlines on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;
  const lessons = [{ id: "one", title: "One" }];

  beforeAll(async () => {
    await engine.createTenant(database.superuser, { tenant: "edges" });
    const outline = { course: "fs", title: "Fire safety", lessons };
    await engine.putOutline(db(), outline, { tenant: "edges", now: onDay(-400) });
  });

  const enroll = (learner: string, due: engine.Due, day = -300) =>
    engine.enroll(db(), { course: "fs", learner, due }, { tenant: "edges", now: onDay(day) });
  const deadlines = (now: Date) =>
    engine.reportDeadlines(db(), { course: "fs" }, { tenant: "edges", now });

  test("has who is overdue by the days that the list says, to the instant", async () => {
    await enroll("instant", { at: instant("2026-03-02T09:00:00.000Z") });
    await enroll("india", { onDate: "2026-03-02", timeZone: "Asia/Kolkata" });
    const ageing = async (now: string) => Object.values((await deadlines(instant(now))).ageing);
    expect(await ageing("2026-03-02T09:00:00.000Z")).toEqual([0, 0, 0, 0]);
    expect(await ageing("2026-03-02T09:00:00.001Z")).toEqual([1, 0, 0, 0]);
    expect(await ageing("2026-03-09T09:00:00.000Z")).toEqual([2, 0, 0, 0]);
    expect(await ageing("2026-03-09T09:00:00.001Z")).toEqual([1, 1, 0, 0]);
    // In India it is the eighth day after the second from 18:30 on.
    expect(await ageing("2026-03-09T18:29:59.999Z")).toEqual([1, 1, 0, 0]);
    expect(await ageing("2026-03-09T18:30:00.000Z")).toEqual([0, 2, 0, 0]);
    expect(await ageing("2026-04-01T09:00:00.001Z")).toEqual([0, 1, 1, 0]);
    expect(await ageing("2026-05-31T18:29:59.999Z")).toEqual([0, 0, 1, 1]);
    expect(await ageing("2026-05-31T18:30:00.000Z")).toEqual([0, 0, 0, 2]);
  });

  test("looks ahead six weeks, from what is left of today", async () => {
    const ahead = async (now: string) => {
      const { upcoming } = await deadlines(instant(now));
      return [upcoming.length, upcoming[0], upcoming.filter(({ due }) => due > 0)];
    };
    const due = { from: "2026-03-02", due: 2 };
    expect(await ahead("2026-03-02T09:00:00.000Z")).toEqual([42, due, [due]]);
    const left = { from: "2026-03-02", due: 1 };
    expect(await ahead("2026-03-02T09:00:00.001Z")).toEqual([42, left, [left]]);
    expect(await ahead("2026-01-20T00:00:00.000Z")).toMatchObject([42, { due: 0 }, [due]]);
    expect(await ahead("2026-01-19T23:59:59.999Z")).toMatchObject([42, { due: 0 }, []]);
  });

  test("counts a month's deadlines in the month, and has none of 13 months ago", async () => {
    const months = async (now: string) => {
      const { onTime } = await deadlines(instant(now));
      return [onTime.length, onTime[0]?.month, onTime.filter(({ due }) => due > 0)];
    };
    const none = { month: "2026-03", due: 1, onTime: 0, rate: 0, low: 0, high: 0.7935 };
    expect(await months("2026-03-02T09:00:00.000Z")).toEqual([12, "2025-04", [none]]);
    const both = { month: "2026-03", due: 2, onTime: 0, rate: 0, low: 0, high: 0.6576 };
    expect(await months("2027-02-28T23:59:59.999Z")).toEqual([12, "2026-03", [both]]);
    expect(await months("2027-03-01T00:00:00.000Z")).toEqual([12, "2026-04", []]);
  });

  test.each(zones)("is exact where the tenant's days are those of %s", async (timeZone) => {
    const tenant = timeZone.toLowerCase().replace("/", "-");
    await engine.createTenant(database.superuser, { tenant, timeZone });
    const scope = { tenant, now: onDay(0) };
    const below = numbers();
    await engine.putGroup(db(), { group: "all", name: "Everybody" }, scope);
    const learners = Array.from({ length: 60 }, (_, n) => `l${n}`);
    const members = { group: "all", learners, joinedAt: onDay(-500) };
    await engine.putGroupMembers(db(), members, scope);
    for (const course of ["fs", "gs"]) {
      const own = [{ id: course, title: "One" }];
      await engine.putOutline(db(), { course, title: course, lessons: own }, scope);
      for (const learner of learners) {
        const day = onDay(below(200) - 120);
        const half = new Date(day.getTime() + below(48) * 1_800_000 - below(2));
        const onDate = day.toISOString().slice(0, 10);
        const due =
          below(3) === 0 ? { at: half } : { onDate, timeZone: zones[below(4)] ?? timeZone };
        const enrolledAt = onDay(-130);
        await engine.enroll(db(), { course, learner, due, enrolledAt }, scope);
        if (below(3) > 0) continue;
        const at = onDay(-below(130));
        await engine.completeLesson(db(), { learner, lesson: course, at }, scope);
      }
    }
    for (const later of [0, 7_777_000, 26 * 86_400_000]) {
      const now = new Date(onDay(0).getTime() + later);
      await expectExactOverview(database, { tenant, now, zone: timeZone });
    }
  });
});
