import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enroll } from "../src/enroll.ts";
import { exempt } from "../src/exempt.ts";
import { putLearner } from "../src/putLearner.ts";
import { putOutline } from "../src/putOutline.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { readOutline } from "../src/readOutline.ts";
import { recordView } from "../src/recordView.ts";
import { retake } from "../src/retake.ts";
import { withdraw } from "../src/withdraw.ts";
import { at } from "./support/at.ts";
import { newCourse } from "./support/newCourse.ts";

describe.each(databaseKinds)("the course page on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  test("shows everything of the attempt and its lessons, in outline order", async () => {
    const { course, learner, lesson } = await newCourse(db(), ["b", "a"]);
    const lessons = [
      { id: lesson("b"), title: "B", section: "Basics" },
      { id: lesson("a"), title: "A", required: false, dueAt: at(40) },
    ];
    await putOutline(db(), { course, title: "A course", lessons });
    await enroll(db(), { learner, course, enrolledAt: at(-5), due: { at: at(60) } });
    await recordView(db(), { learner, lesson: lesson("b"), at: at(1) });
    await completeLesson(db(), { learner, lesson: lesson("a"), at: at(3) });
    const none = { dueAt: null, retiredAt: null, replacedBy: null };
    const { lessons: kept } = await readOutline(db(), { course });
    const times = (time: Date) => ({ viewed: true, firstViewedAt: time, lastViewedAt: time });
    expect(await readCourseProgress(db(), { learner, course }, { now: at(5) })).toEqual({
      learner,
      course,
      title: "A course",
      attempt: 1,
      completedLessons: 0,
      totalLessons: 1,
      progressPercentage: 0,
      firstViewedAt: at(1),
      lastViewedAt: at(3),
      completedAt: null,
      eligibleForCertificate: false,
      outlineVersion: 2,
      completedOutlineVersion: null,
      enrolledAt: at(-5),
      withdrawnAt: null,
      exemptedAt: null,
      lastViewedLesson: lesson("a"),
      due: { at: at(60), originalAt: at(60), timeZone: null, overdue: false },
      lessons: [
        {
          id: lesson("b"),
          title: "B",
          section: "Basics",
          position: 1,
          required: true,
          ...times(at(1)),
          completedAt: null,
          publishedAt: kept[0]?.publishedAt,
          ...none,
        },
        {
          id: lesson("a"),
          title: "A",
          section: null,
          position: 2,
          required: false,
          ...times(at(3)),
          completedAt: at(3),
          publishedAt: kept[1]?.publishedAt,
          ...none,
          dueAt: at(40),
        },
      ],
      missing: [lesson("b")],
    });
  });

  test("shows lessons nobody viewed as not viewed", async () => {
    const { course, learner } = await newCourse(db(), ["a"]);
    await enroll(db(), { learner, course });
    const page = await readCourseProgress(db(), { learner, course });
    expect(page.lessons).toMatchObject([
      { viewed: false, firstViewedAt: null, lastViewedAt: null, completedAt: null },
    ]);
  });

  test("shows a retired lesson behind the outline where it was touched or replaced", async () => {
    const { course, learner, lesson, put } = await newCourse(db(), ["a", "b", "c", "d"]);
    await recordView(db(), { learner, lesson: lesson("b") });
    await put(["d", "e"], { replacedBy: { [lesson("c")]: lesson("e") }, now: at(2) });
    const page = await readCourseProgress(db(), { learner, course });
    const shown = page.lessons.map(({ id, retiredAt, replacedBy }) => [id, retiredAt, replacedBy]);
    expect(shown).toEqual([
      [lesson("d"), null, null],
      [lesson("e"), null, null],
      [lesson("b"), at(2), null],
      [lesson("c"), at(2), lesson("e")],
    ]);
    const other = `${learner}-2`;
    await enroll(db(), { learner: other, course });
    const untouched = await readCourseProgress(db(), { learner: other, course });
    expect(untouched.lessons.map(({ id }) => id)).toEqual(["d", "e", "c"].map(lesson));
  });

  test("names what is missing in outline order, and nothing of a complete attempt", async () => {
    const { course, learner, lesson, put } = await newCourse(db(), ["a", "b", "c?", "d"]);
    await completeLesson(db(), { learner, lesson: lesson("b") });
    const missing = async (attempt?: number) =>
      (await readCourseProgress(db(), { learner, course, attempt })).missing;
    expect(await missing()).toEqual(["a", "d"].map(lesson));
    await put(["d", "b", "a", "e"]);
    expect(await missing()).toEqual(["d", "a", "e"].map(lesson));
    await put(["b"]);
    expect(await missing()).toEqual([]);
    await put(["b", "f"]);
    expect(await missing()).toEqual([]);
    await retake(db(), { learner, course });
    expect(await missing()).toEqual(["b", "f"].map(lesson));
    expect(await missing(1)).toEqual([]);
  });

  test("shows an earlier attempt with the lessons as it did them", async () => {
    const { course, learner, lesson, put } = await newCourse(db(), ["a", "b"]);
    await completeLesson(db(), { learner, lesson: lesson("a"), at: at(1) });
    await retake(db(), { learner, course, force: true });
    await recordView(db(), { learner, lesson: lesson("b"), at: at(5) });
    await put(["a", "b", "c"]);
    const first = await readCourseProgress(db(), { learner, course, attempt: 1 });
    expect(first).toMatchObject({
      attempt: 1,
      outlineVersion: 2,
      totalLessons: 2,
      missing: [lesson("b")],
      lastViewedLesson: lesson("a"),
    });
    expect(first.lessons.map(({ viewed }) => viewed)).toEqual([true, false, false]);
    const second = await readCourseProgress(db(), { learner, course, attempt: 2 });
    expect(second.lessons.map(({ viewed }) => viewed)).toEqual([false, true, false]);
    expect(second.missing).toEqual(["a", "b", "c"].map(lesson));
  });

  test("is overdue after the deadline, and not at its last instant", async () => {
    const { course, learner } = await newCourse(db(), ["a"]);
    await enroll(db(), { learner, course, due: { at: at(10) } });
    const overdue = async (now: Date) =>
      (await readCourseProgress(db(), { learner, course }, { now })).due?.overdue;
    expect(await overdue(at(10))).toBe(false);
    expect(await overdue(new Date(at(10).getTime() + 1))).toBe(true);
  });

  test.each(["completed", "withdrawn", "exempt"])(
    "is never overdue once the attempt is %s",
    async (state) => {
      const { course, learner, lesson } = await newCourse(db(), ["a"]);
      await enroll(db(), { learner, course, due: { at: at(10) } });
      const page = () => readCourseProgress(db(), { learner, course }, { now: at(99) });
      expect((await page()).due?.overdue).toBe(true);
      if (state === "completed") await completeLesson(db(), { learner, lesson: lesson("a") });
      if (state === "withdrawn") await withdraw(db(), { learner, course });
      if (state === "exempt") await exempt(db(), { learner, course, reason: "r" });
      expect((await page()).due?.overdue).toBe(false);
    },
  );

  test("says which of course, learner and enrollment is missing, in that order", async () => {
    const { course, learner } = await newCourse(db(), ["a"]);
    const refusal = async (input: { learner: string; course: string }) => {
      const error = await readCourseProgress(db(), input).catch((reason: unknown) => reason);
      return error;
    };
    expect(await refusal({ learner: "nobody", course: "none" })).toMatchObject({
      code: "course_not_found",
    });
    expect(await refusal({ learner, course })).toMatchObject({ code: "learner_not_found" });
    await putLearner(db(), { learner });
    expect(await refusal({ learner, course })).toMatchObject({ code: "enrollment_not_found" });
    await enroll(db(), { learner, course });
    expect(await refusal({ learner, course })).toMatchObject({ attempt: 1 });
  });
});
