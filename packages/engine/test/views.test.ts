import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enroll } from "../src/enroll.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { recordView } from "../src/recordView.ts";
import { at } from "./support/at.ts";
import { newCourse } from "./support/newCourse.ts";
import { propertyRuns } from "./support/propertyRuns.ts";

describe.each(databaseKinds)("lesson views on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  test("the first view is the earliest and the last the latest, however they arrive", async () => {
    const { course, lesson } = await newCourse(db(), ["a"]);
    const minutes = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(minutes, async (times) => {
        const learner = `${course}-${run++}`;
        const fact = { learner, lesson: lesson("a") };
        for (const minute of times) {
          await recordView(db(), { ...fact, at: at(minute) }, { now: at(60) });
        }
        const { lessons, ...page } = await readCourseProgress(db(), { learner, course });
        const spans = {
          firstViewedAt: at(Math.min(...times)),
          lastViewedAt: at(Math.max(...times)),
        };
        expect(page).toMatchObject(spans);
        expect(lessons).toMatchObject([{ ...spans, viewed: true, completedAt: null }]);
      }),
      { numRuns: propertyRuns(25, kind) },
    );
  });

  test("a view between the first and the last changes nothing", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a", "b"]);
    const fact = { learner, lesson: lesson("a") };
    await recordView(db(), { ...fact, at: at(1) });
    await recordView(db(), { ...fact, at: at(9) });
    const before = await readCourseProgress(db(), { learner, course });
    for (const minute of [1, 5, 9]) {
      expect(await recordView(db(), { ...fact, at: at(minute) })).toMatchObject({
        status: "unchanged",
        lesson: { firstViewedAt: at(1), lastViewedAt: at(9) },
      });
    }
    expect(await readCourseProgress(db(), { learner, course })).toEqual(before);
  });

  test("a view after the completion moves the last view and not the completion", async () => {
    const { learner, lesson } = await newCourse(db(), ["a"]);
    const fact = { learner, lesson: lesson("a") };
    await completeLesson(db(), { ...fact, at: at(5) });
    expect(await recordView(db(), { ...fact, at: at(8) })).toMatchObject({
      status: "recorded",
      lesson: { firstViewedAt: at(5), lastViewedAt: at(8), completedAt: at(5) },
    });
  });

  test("a completion before the first view on record is the first view", async () => {
    const { learner, lesson } = await newCourse(db(), ["a", "b"]);
    const fact = { learner, lesson: lesson("a") };
    await recordView(db(), { ...fact, at: at(5) });
    expect(await completeLesson(db(), { ...fact, at: at(2) })).toMatchObject({
      lesson: { firstViewedAt: at(2), lastViewedAt: at(5), completedAt: at(2) },
      progress: { firstViewedAt: at(2), lastViewedAt: at(5) },
    });
  });

  test("a view records no completion and counts for no percentage", async () => {
    const { learner, lesson } = await newCourse(db(), ["a"]);
    const { progress, lesson: state } = await recordView(db(), { learner, lesson: lesson("a") });
    expect(progress).toMatchObject({ completedLessons: 0, progressPercentage: 0 });
    expect(state).toMatchObject({ viewed: true, completedAt: null });
  });

  test("the last viewed lesson is the one of the latest view, however they arrive", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a", "b"]);
    await recordView(db(), { learner, lesson: lesson("a"), at: at(9) });
    await recordView(db(), { learner, lesson: lesson("b"), at: at(4) });
    const page = await readCourseProgress(db(), { learner, course });
    expect(page).toMatchObject({ lastViewedLesson: lesson("a"), lastViewedAt: at(9) });
  });

  test.each(["one by one", "in one batch"])(
    "of two lessons viewed at the same instant the one learned of later is the last, %s",
    async (how) => {
      const { learner, course, lesson } = await newCourse(db(), ["a", "b", "c"]);
      // The second view of b changes nothing, so it is not what was learned last.
      const events = ["b", "a", "c", "b"].map((name) => ({
        type: "lesson.viewed" as const,
        learner,
        lesson: lesson(name),
        at: at(3),
      }));
      if (how === "in one batch") await recordEvents(db(), { events });
      else for (const event of events) await recordView(db(), event);
      const page = await readCourseProgress(db(), { learner, course });
      expect(page.lastViewedLesson).toBe(lesson("c"));
    },
  );

  test("a time ahead of the clock is clamped to now, and the answer says so", async () => {
    const { learner, lesson } = await newCourse(db(), ["a", "b"]);
    const ahead = { learner, lesson: lesson("a"), at: at(20) };
    expect(await recordView(db(), ahead, { now: at(10) })).toMatchObject({
      clamped: true,
      lesson: { firstViewedAt: at(10), lastViewedAt: at(10) },
    });
    const events = [
      { type: "lesson.completed" as const, learner, lesson: lesson("b"), at: at(21) },
      { type: "lesson.viewed" as const, learner, lesson: lesson("b"), at: at(11) },
    ];
    expect(await recordEvents(db(), { events }, { now: at(11) })).toEqual([
      { status: "recorded", clamped: true },
      { status: "unchanged" },
    ]);
    expect(
      await completeLesson(db(), { ...ahead, lesson: lesson("b") }, { now: at(12) }),
    ).toMatchObject({ status: "unchanged", clamped: true, lesson: { completedAt: at(11) } });
  });

  test("a time is kept to the millisecond, and a fact without one happens now", async () => {
    const { learner, lesson } = await newCourse(db(), ["a"]);
    const now = new Date("2026-03-01T09:00:00.123Z");
    const first = await recordView(db(), { learner, lesson: lesson("a") }, { now });
    expect(first.lesson.firstViewedAt).toEqual(now);
    const again = await recordView(db(), { learner, lesson: lesson("a"), at: now }, { now });
    expect(again.status).toBe("unchanged");
  });

  test("without a time and a clock of the caller's the database's clock counts", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a"]);
    const before = Date.now() - 60_000;
    const { lesson: state } = await completeLesson(db(), { learner, lesson: lesson("a") });
    expect(state.completedAt?.getTime()).toBeGreaterThan(before);
    expect(state.completedAt?.getTime()).toBeLessThan(Date.now() + 60_000);
    const page = await readCourseProgress(db(), { learner, course });
    expect(page.enrolledAt).toEqual(state.completedAt);
  });

  test("the first fact enrolls the learner at the fact's own time, as self", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a", "b"]);
    const events = [
      { type: "lesson.viewed" as const, learner, lesson: lesson("a"), at: at(7) },
      { type: "lesson.viewed" as const, learner, lesson: lesson("b"), at: at(3) },
    ];
    await recordEvents(db(), { events }, { now: at(10) });
    const page = await readCourseProgress(db(), { learner, course });
    expect(page).toMatchObject({ enrolledAt: at(7), attempt: 1, firstViewedAt: at(3), due: null });
    expect(await enroll(db(), { learner, course })).toMatchObject({
      outcome: "unchanged",
      created: false,
      source: "self",
    });
  });
});
