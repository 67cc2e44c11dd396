import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { enrollMany } from "../src/enrollMany.ts";
import { previewOutline } from "../src/previewOutline.ts";
import { putOutline } from "../src/putOutline.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { retake } from "../src/retake.ts";
import type { CourseProgressPage, OutlineEffect } from "../src/types.ts";
import { at } from "./support/at.ts";
import { newCourse } from "./support/newCourse.ts";
import { outlineLessons } from "./support/outlineLessons.ts";
import { propertyRuns } from "./support/propertyRuns.ts";
import { storedState } from "./support/storedState.ts";

const names = ["a", "b", "c", "d"];
const outlines = fc
  .shuffledSubarray([...names, "e"])
  .chain((some) => fc.tuple(...some.map((name) => fc.constantFrom(name, name, `${name}?`))));

/** What an edit did to attempts, by their pages before and after it. */
function effectOf(
  before: CourseProgressPage[],
  after: CourseProgressPage[],
  { recounts, changes }: { recounts: boolean; changes: boolean },
): OutlineEffect {
  const open = before.map(({ completedAt }) => completedAt === null);
  const count = (fits: (was: CourseProgressPage, is: CourseProgressPage) => boolean) =>
    before.filter((was, i) => {
      const is = after[i];
      return open[i] && is !== undefined && fits(was, is);
    }).length;
  const both = (was: CourseProgressPage, is: CourseProgressPage) =>
    was.progressPercentage !== null && is.progressPercentage !== null
      ? is.progressPercentage - was.progressPercentage
      : 0;
  return {
    openAttempts: recounts ? count(() => true) : 0,
    percentageFalls: count((was, is) => both(was, is) < 0),
    percentageRises: count((was, is) => both(was, is) > 0),
    becomeComplete: count((_, is) => is.completedAt !== null),
    completedKept: changes ? open.filter((isOpen) => !isOpen).length : 0,
  };
}

describe.each(databaseKinds)("a preview on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  test("says what the edit itself then does", { timeout: 120_000 }, async () => {
    const facts = fc.array(
      fc.record({ learner: fc.nat(4), name: fc.constantFrom(...names, "e") }),
      { maxLength: 14 },
    );
    const property = fc.asyncProperty(
      outlines,
      facts,
      fc.array(fc.nat(4), { maxLength: 2 }),
      outlines,
      async (first, events, retaken, second) => {
        const { course, learner, lesson, put } = await newCourse(db(), [...names, "e"]);
        await put(first);
        const learners = Array.from({ length: 5 }, (_, n) => `${learner}-${n}`);
        await enrollMany(db(), { course, learners });
        await recordEvents(db(), {
          events: events.map((event) => ({
            type: "lesson.completed",
            learner: `${learner}-${event.learner}`,
            lesson: lesson(event.name),
            at: at(1),
          })),
        });
        for (const n of retaken) {
          await retake(db(), { course, learner: `${learner}-${n}`, force: true });
        }
        const pages = () =>
          Promise.all(learners.map((one) => readCourseProgress(db(), { course, learner: one })));
        const outline = { course, title: "A course", lessons: outlineLessons(second, lesson) };
        const before = await pages();
        const { effect, ...preview } = await previewOutline(db(), outline, { now: at(9) });
        expect(await pages()).toEqual(before);
        const { created, ...saved } = await putOutline(db(), outline, { now: at(9) });
        expect(preview).toEqual(saved);
        const was = before[0]?.outlineVersion;
        const required = (list: readonly string[]) => list.filter((one) => !one.endsWith("?"));
        const recounts = required(first).toSorted().join() !== required(second).toSorted().join();
        const changes = saved.outlineVersion !== was;
        expect(effect).toEqual(effectOf(before, await pages(), { recounts, changes }));
      },
    );
    await fc.assert(property, { numRuns: propertyRuns(25, kind) });
  });

  test("writes nothing", async () => {
    const { course, lesson } = await newCourse(db(), ["a", "b"]);
    const state = () => storedState(database);
    const before = await state();
    const lessons = outlineLessons(["b", "x"], lesson);
    await previewOutline(db(), { course, title: "Other", lessons });
    await previewOutline(db(), { course: "never-put", title: "T", lessons: [] });
    expect(await state()).toEqual(before);
  });

  test("of the outline as it is has the stored version and no effect", async () => {
    const { course, learner, lesson } = await newCourse(db(), ["a", "b"]);
    const event = { type: "lesson.viewed" as const, learner, lesson: lesson("a") };
    await recordEvents(db(), { events: [event] });
    const lessons = outlineLessons(["a", "b"], lesson);
    const preview = await previewOutline(db(), { course, title: "A course", lessons });
    expect(preview).toMatchObject({
      outlineVersion: 1,
      effect: {
        openAttempts: 0,
        percentageFalls: 0,
        percentageRises: 0,
        becomeComplete: 0,
        completedKept: 0,
      },
    });
  });

  test("of a course that is not there has version 1 and every lesson added", async () => {
    const lessons = outlineLessons(["new-1", "new-2?"]);
    const preview = await previewOutline(db(), { course: "new", title: "New", lessons });
    expect(preview).toMatchObject({
      outlineVersion: 1,
      totalLessons: 1,
      change: { added: ["new-1", "new-2"] },
      effect: { openAttempts: 0, completedKept: 0 },
    });
  });

  test.each([
    { what: "an empty title", change: { title: "" }, code: "text_out_of_range" },
    { what: "an empty course id", change: { course: "" }, code: "id_out_of_range" },
    {
      what: "a lesson twice",
      change: { lessons: outlineLessons(["x", "x"]) },
      code: "lesson_repeated",
    },
    {
      what: "an unknown enrollment policy",
      change: { enrollment: "closed" as "open" },
      code: "text_out_of_range",
    },
  ])("refuses $what as the edit itself does", async ({ change, code }) => {
    const outline = { course: "refused", title: "T", lessons: [], ...change };
    await expect(putOutline(db(), outline)).rejects.toMatchObject({ code });
    await expect(previewOutline(db(), outline)).rejects.toMatchObject({ code });
  });
});
