import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enroll } from "../src/enroll.ts";
import { exempt } from "../src/exempt.ts";
import { recordView } from "../src/recordView.ts";
import { reinstate } from "../src/reinstate.ts";
import { reportCourse } from "../src/reports/reportCourse.ts";
import { reportCourses } from "../src/reports/reportCourses.ts";
import { reportOverdue } from "../src/reports/reportOverdue.ts";
import { retake } from "../src/retake.ts";
import type { Due } from "../src/types.ts";
import { withdraw } from "../src/withdraw.ts";
import { type NewCourse, newCourse } from "./support/newCourse.ts";
import { onDay } from "./support/onDay.ts";

/** When everything is over, and all that comes before is asked for. */
const later = { now: onDay(90) };

describe.each(databaseKinds)("a report as of an earlier instant on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  /** A course of one lesson with one learner, enrolled on day 0. */
  async function enrolled(due?: Due): Promise<NewCourse> {
    const made = await newCourse(db(), ["a"]);
    await enroll(db(), { course: made.course, learner: made.learner, due }, { now: onDay(0) });
    return made;
  }
  const asOf = ({ course }: NewCourse, day: number) =>
    reportCourse(db(), { course, asOf: onDay(day) }, later);
  const overdue = async ({ course }: NewCourse, day: number) =>
    (await reportOverdue(db(), { course, asOf: onDay(day) }, later)).items;
  const complete = ({ learner, lesson }: NewCourse, day: number, toldOn = day) =>
    completeLesson(db(), { learner, lesson: lesson("a"), at: onDay(day) }, { now: onDay(toldOn) });

  test("does not know yet of a completion that arrived late", async () => {
    const made = await enrolled({ at: onDay(5) });
    await complete(made, 4, 8);
    expect(await asOf(made, 7)).toMatchObject({
      completed: 0,
      states: { overdue: 1 },
      onTime: { due: 1, onTime: 0 },
    });
    expect(await overdue(made, 7)).toMatchObject([{ daysOverdue: 2 }]);
    expect(await asOf(made, 8)).toMatchObject({
      completed: 1,
      states: { completedOnTime: 1, overdue: 0 },
      onTime: { due: 1, onTime: 1 },
    });
    expect(await overdue(made, 8)).toEqual([]);
  });

  test.each([
    ["withdrawal", "withdrawn"],
    ["exemption", "exempt"],
  ] as const)("knows of a %s from when it was told of it", async (what, state) => {
    const made = await enrolled({ at: onDay(5) });
    const { course, learner } = made;
    const left = { course, learner, reason: "moved away", at: onDay(6) };
    await (what === "withdrawal" ? withdraw : exempt)(db(), left, { now: onDay(9) });
    expect((await asOf(made, 8)).states).toMatchObject({ overdue: 1, [state]: 0 });
    expect((await asOf(made, 9)).states).toMatchObject({ overdue: 0, [state]: 1 });
    expect(await overdue(made, 8)).toHaveLength(1);
    expect(await overdue(made, 9)).toEqual([]);
  });

  test("knows of an exemption until it was told that it was taken back, and of the next", async () => {
    const made = await enrolled({ at: onDay(5) });
    const { course, learner } = made;
    const why = { course, learner, reason: "by mistake" };
    await exempt(db(), { ...why, at: onDay(6) }, { now: onDay(9) });
    await reinstate(db(), why, { now: onDay(12) });
    // Its own time lies before what was taken back meanwhile.
    await exempt(db(), { ...why, at: onDay(7) }, { now: onDay(15) });
    await reinstate(db(), why, { now: onDay(18) });
    for (const day of [8, 12, 14, 18]) {
      expect((await asOf(made, day)).states, `${day}`).toMatchObject({ overdue: 1, exempt: 0 });
      expect(await overdue(made, day)).toHaveLength(1);
    }
    for (const day of [9, 11, 15, 17]) {
      expect((await asOf(made, day)).states, `${day}`).toMatchObject({ overdue: 0, exempt: 1 });
      expect(await overdue(made, day)).toEqual([]);
    }
  });

  test("does not count a withdrawal within a day once it is told of it", async () => {
    const made = await enrolled();
    const { course, learner } = made;
    await withdraw(db(), { course, learner, at: onDay(1) }, { now: onDay(3) });
    expect(await asOf(made, 2)).toMatchObject({ enrolled: 1 });
    expect(await asOf(made, 3)).toMatchObject({ enrolled: 0 });
  });

  test("has the deadline of then, and is on time against both", async () => {
    const made = await enrolled({ onDate: "2026-03-05", timeZone: "Asia/Kolkata" });
    const { course, learner } = made;
    await enroll(db(), { course, learner, due: { at: onDay(20) } }, { now: onDay(7) });
    await complete(made, 10);
    expect(await overdue(made, 6)).toMatchObject([
      {
        dueAt: new Date("2026-03-05T18:29:59.999Z"),
        originalDueAt: new Date("2026-03-05T18:29:59.999Z"),
        timeZone: "Asia/Kolkata",
        daysOverdue: 3,
      },
    ]);
    expect(await overdue(made, 7)).toEqual([]);
    expect(await asOf(made, 6)).toMatchObject({ onTime: { due: 1 }, onTimeOriginal: { due: 1 } });
    expect(await asOf(made, 10)).toMatchObject({
      completed: 1,
      onTime: { due: 0 },
      onTimeOriginal: { due: 1, onTime: 0 },
    });
    expect(await asOf(made, 21)).toMatchObject({
      onTime: { due: 1, onTime: 1 },
      onTimeOriginal: { due: 1, onTime: 0 },
    });
  });

  test("keeps the first deadline of an attempt that had none then", async () => {
    const made = await enrolled({ at: onDay(3) });
    const { course, learner } = made;
    await enroll(db(), { course, learner, due: null }, { now: onDay(5) });
    await enroll(db(), { course, learner, due: { at: onDay(40) } }, { now: onDay(10) });
    const then = { onTime: { due: 0 }, onTimeOriginal: { due: 1, onTime: 0 } };
    expect(await asOf(made, 7)).toMatchObject(then);
    const without = await enrolled();
    const other = { course: without.course, learner: without.learner };
    await enroll(db(), { ...other, due: { at: onDay(3) } }, { now: onDay(10) });
    expect(await asOf(without, 7)).toMatchObject({ onTimeOriginal: { due: 0 } });
    expect(await asOf(without, 10)).toMatchObject({ onTimeOriginal: { due: 1 } });
  });

  test("is of the attempt that was current then, and of nobody before it began", async () => {
    const made = await enrolled();
    await complete(made, 3);
    const again = { course: made.course, learner: made.learner, due: { at: onDay(12) } };
    await retake(db(), again, { now: onDay(10) });
    expect(await asOf(made, -1)).toMatchObject({ enrolled: 0, completionRate: null });
    expect(await asOf(made, 0)).toMatchObject({ states: { notStarted: 1 } });
    expect(await asOf(made, 9)).toMatchObject({ states: { completedOnTime: 1, notStarted: 0 } });
    expect(await asOf(made, 10)).toMatchObject({ states: { completedOnTime: 0, notStarted: 1 } });
    expect(await overdue(made, 13)).toMatchObject([{ attempt: 2, daysOverdue: 1 }]);
  });

  test("knows of an enrollment from when it was told of it, whatever its date", async () => {
    const { course, learner } = await newCourse(db(), ["a"]);
    await enroll(db(), { course, learner, enrolledAt: onDay(0) }, { now: onDay(6) });
    const count = async (day: number) =>
      (await reportCourse(db(), { course, asOf: onDay(day) }, later)).enrolled;
    expect([await count(5), await count(6)]).toEqual([0, 1]);
  });

  test("takes whoever has viewed something since to have been active", async () => {
    const made = await enrolled();
    const view = { learner: made.learner, lesson: made.lesson("a") };
    await recordView(db(), view, { now: onDay(1) });
    expect((await asOf(made, 20)).states).toMatchObject({ stalled: 1 });
    await recordView(db(), view, { now: onDay(30) });
    expect((await asOf(made, 20)).states).toMatchObject({ active: 1 });
    expect((await asOf(made, 0)).states).toMatchObject({ notStarted: 1 });
  });

  test("of a course from before there was one counts nobody, and lists it not", async () => {
    const made = await newCourse(db(), ["a"]);
    const { course } = await newCourse(db(), []);
    await made.put(["a", "b"], { now: onDay(2) });
    const before = onDay(-100);
    expect(await reportCourse(db(), { course, asOf: before }, later)).toMatchObject({
      enrolled: 0,
    });
    expect((await reportCourses(db(), { asOf: before }, later)).items).toEqual([]);
    const { items } = await reportCourses(db(), { asOf: onDay(1) }, later);
    expect(items.map((item) => item.course)).toContain(course);
  });
});
