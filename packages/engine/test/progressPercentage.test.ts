import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enroll } from "../src/enroll.ts";
import { putOutline } from "../src/putOutline.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { retake } from "../src/retake.ts";
import { onDay } from "./support/onDay.ts";
import { whatRefuses } from "./support/whatRefuses.ts";

const largest = 2_147_483_647;

describe.each(databaseKinds)("course progress on %s", (kind) => {
  const database = useDatabase(kind);
  const put = (course: string, lessons: Record<string, boolean>, day = 0) =>
    putOutline(
      database.app,
      {
        course,
        title: course,
        lessons: Object.entries(lessons).map(([id, required]) => ({ id, title: id, required })),
      },
      { now: onDay(day) },
    );
  const complete = (learner: string, lesson: string, day = 1) =>
    completeLesson(database.app, { learner, lesson }, { now: onDay(day) });
  const progress = async (learner: string, course: string, attempt?: number) => {
    const page = await readCourseProgress(database.app, { learner, course, attempt });
    const { completedLessons, totalLessons, progressPercentage, completedAt } = page;
    return [completedLessons, totalLessons, progressPercentage, completedAt];
  };
  beforeAll(async () => {
    await put("any", { "any-1": true, "any-2": true });
    await enroll(database.app, { course: "any", learner: "ada" });
  });

  test.each([
    [0, 3, "0.00"],
    [1, 3, "33.33"],
    [2, 3, "66.66"],
    [1, 7, "14.28"],
    [6, 7, "85.71"],
    [199, 200, "99.50"],
    [9999, 10_000, "99.99"],
    [99_999, 100_000, "99.99"],
    [1, largest, "0.00"],
    [largest - 1, largest, "99.99"],
    [0, 0, null],
  ])("%i of %i lessons is %s: truncated, so that 100 means all of them", async (done, of, is) => {
    const { rows } = await database.asOwner(async (client) => {
      await client.query("select milepost.use_tenant('default')");
      return client.query(
        `update milepost.enrollment set completed_lessons = $1, total_lessons = $2
         returning progress_percentage`,
        [done, of],
      );
    });
    expect(rows).toEqual([{ progress_percentage: is }]);
  });

  test("all of them is 100, however many", async () => {
    const { rows } = await database.asOwner(async (client) => {
      await client.query("select milepost.use_tenant('default')");
      return client.query(
        `update milepost.enrollment set completed_lessons = $1, total_lessons = $1,
           completed_at = now(), completed_outline_version = 1
         returning progress_percentage`,
        [largest],
      );
    });
    expect(rows).toEqual([{ progress_percentage: "100.00" }]);
  });

  test("a percentage cannot be written, only follow from its two numbers", async () => {
    const write = database.asOwner((client) =>
      client.query("update milepost.enrollment set progress_percentage = 100"),
    );
    expect(await whatRefuses(write)).toMatchObject({ code: "428C9" });
  });

  test("a course without required lessons has no percentage and is never complete", async () => {
    await put("reading", { "reading-1": false });
    await complete("bob", "reading-1");
    expect(await progress("bob", "reading")).toEqual([0, 0, null, null]);
  });

  test("completions of optional lessons count for nothing", async () => {
    await put("mixed", { "mixed-1": true, "mixed-2": true, "mixed-x": false });
    await complete("cy", "mixed-x");
    expect(await progress("cy", "mixed")).toEqual([0, 2, 0, null]);
    await complete("cy", "mixed-1");
    expect(await progress("cy", "mixed")).toEqual([1, 2, 50, null]);
  });

  test("completions of lessons that were retired, or are optional now, count no more", async () => {
    await put("edited", { "edited-1": true, "edited-2": true, "edited-3": true });
    await complete("dee", "edited-1");
    await complete("dee", "edited-2");
    await put("edited", { "edited-2": false, "edited-3": true, "edited-4": true }, 2);
    expect(await progress("dee", "edited")).toEqual([0, 2, 0, null]);
    await put("edited", { "edited-1": true, "edited-2": true, "edited-3": true }, 3);
    expect(await progress("dee", "edited")).toEqual([2, 3, 66.66, null]);
  });

  test("an attempt is complete with its last lesson, in the same answer", async () => {
    await put("two", { "two-1": true, "two-2": true });
    await complete("eve", "two-1", 1);
    const { progress: last } = await complete("eve", "two-2", 3);
    expect(last).toMatchObject({ progressPercentage: 100, completedAt: onDay(3) });
  });

  test("an attempt is complete with the edit that takes its last missing lesson out", async () => {
    await put("cut", { "cut-1": true, "cut-2": true });
    await complete("fay", "cut-1", 1);
    await enroll(database.app, { course: "cut", learner: "gus" });
    await put("cut", { "cut-1": true }, 5);
    expect(await progress("fay", "cut")).toEqual([1, 1, 100, onDay(5)]);
    // Whoever had none of them is not complete for it.
    expect(await progress("gus", "cut")).toEqual([0, 1, 0, null]);
  });

  test("an edit that leaves nothing required completes nobody", async () => {
    await put("emptied", { "emptied-1": true });
    await enroll(database.app, { course: "emptied", learner: "hal" });
    await put("emptied", {}, 5);
    expect(await progress("hal", "emptied")).toEqual([0, 0, null, null]);
  });

  test("a lesson added later takes no completion back", async () => {
    await put("grown", { "grown-1": true });
    await complete("ivy", "grown-1", 1);
    await put("grown", { "grown-1": true, "grown-2": true }, 5);
    expect(await progress("ivy", "grown")).toEqual([1, 1, 100, onDay(1)]);
    await complete("ivy", "grown-2", 6);
    expect(await progress("ivy", "grown")).toEqual([1, 1, 100, onDay(1)]);
  });

  test("an attempt that was left keeps its numbers when the outline changes", async () => {
    await put("left", { "left-1": true, "left-2": true });
    await complete("jon", "left-1", 1);
    await retake(database.app, { course: "left", learner: "jon", force: true });
    await put("left", { "left-1": true, "left-3": true, "left-4": true }, 5);
    expect(await progress("jon", "left", 1)).toEqual([1, 2, 50, null]);
    expect(await progress("jon", "left", 2)).toEqual([0, 3, 0, null]);
  });
});
