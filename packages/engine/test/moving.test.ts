import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { createTenant } from "../src/createTenant.ts";
import { enroll } from "../src/enroll.ts";
import { importEnrollments } from "../src/importEnrollments.ts";
import { putOutline } from "../src/putOutline.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { at } from "./support/at.ts";
import { differences } from "./support/differences.ts";
import { type ModelStep, modelSteps } from "./support/modelSteps.ts";
import { moveTenant } from "./support/moveTenant.ts";
import { newCourse } from "./support/newCourse.ts";
import { newModelTenant } from "./support/newModelTenant.ts";
import { outlineLessons } from "./support/outlineLessons.ts";
import { propertyRuns } from "./support/propertyRuns.ts";
import { storedState } from "./support/storedState.ts";
import { takeStep } from "./support/takeStep.ts";

describe.each(databaseKinds)("moving history on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;
  let runs = 0;

  async function emptyTenant(): Promise<string> {
    const tenant = `moved-${runs++}`;
    await createTenant(database.superuser, { tenant });
    return tenant;
  }

  /** Does the steps in one tenant, moves it into another, and compares what each has on record. */
  async function moved(steps: readonly ModelStep[]): Promise<void> {
    const from = await newModelTenant(database);
    const to = await emptyTenant();
    for (const [n, step] of steps.entries()) {
      await takeStep(db(), step, { tenant: from, minute: (n + 1) * 10 });
    }
    await moveTenant(db(), { from, to });
    const before = await storedState(database, { tenant: from });
    const after = await storedState(database, { tenant: to });
    expect(after.courseProgress).toEqual(before.courseProgress);
    expect(after.lessonViews).toEqual(before.lessonViews);
    expect(await differences(database, { tenant: to })).toEqual([]);

    await moveTenant(db(), { from, to, outlines: false });
    expect(await storedState(database, { tenant: to })).toEqual(after);
  }

  const fact = (lesson: string, minute: number, type = "lesson.completed") =>
    ({
      act: "fact",
      event: { type: type as "lesson.viewed", learner: "ada", lesson, at: minute },
    }) as const;
  const ada = { learner: "ada", course: "open" };

  test("gives the same progress after completions, edits midway and retakes", async () => {
    await moved([
      fact("a", 5),
      fact("b", 9, "lesson.viewed"),
      { act: "edit", course: "open", names: ["a", "b"] },
      fact("b", 20),
      { act: "retake", ...ada, force: false },
      fact("a", 50),
      { act: "edit", course: "open", names: ["b", "a", "d?"] },
      fact("b", 60, "lesson.viewed"),
      { act: "retake", ...ada, force: true },
      { act: "exempt", ...ada },
      { act: "edit", course: "open", names: ["c", "a"] },
      fact("c", 100),
    ]);
  });

  test("gives the version of a completion, after a rename and a retake too", async () => {
    await moved([
      fact("a", 5),
      { act: "edit", course: "open", names: ["d", "c", "b", "a"] },
      fact("b", 10),
      fact("c", 11),
      fact("d", 12),
      { act: "retake", ...ada, force: false },
      fact("a", 70),
    ]);
  });

  test("gives the same progress after any sequence of acts", { timeout: 600_000 }, async () => {
    const steps = fc.array(modelSteps, { maxLength: 30, size: "max" });
    await fc.assert(fc.asyncProperty(steps, moved), { numRuns: propertyRuns(20, kind) });
  });

  test("keeps deadlines as they stand, with how they were stated and first set", async () => {
    const from = await emptyTenant();
    const to = await emptyTenant();
    const scope = { tenant: from, now: at(0) };
    const lessons = outlineLessons(["a"]);
    await putOutline(db(), { course: "due", title: "T", lessons }, scope);
    const dues = [
      { at: at(500) },
      { onDate: "2026-04-24", timeZone: "Europe/Berlin" },
      { afterDays: 30, timeZone: "America/New_York" },
      { afterDays: 10 },
    ];
    for (const [n, due] of dues.entries()) {
      const learner = `learner-${n}`;
      await enroll(db(), { learner, course: "due", due, enrolledAt: at(-50) }, scope);
      await enroll(db(), { learner: `${learner}-moved`, course: "due", due }, scope);
      await enroll(db(), { learner: `${learner}-moved`, course: "due", due: { at: at(9) } }, scope);
      await enroll(db(), { learner: `${learner}-none`, course: "due", due }, scope);
      await enroll(db(), { learner: `${learner}-none`, course: "due", due: null }, scope);
    }
    await moveTenant(db(), { from, to });
    const before = await storedState(database, { tenant: from });
    const after = await storedState(database, { tenant: to });
    expect(after.courseProgress).toEqual(before.courseProgress);
    expect(before.courseProgress).toHaveLength(12);
  });

  test("opens the next attempt only, and says which rows it cannot place", async () => {
    const { learner, course } = await newCourse(db(), ["a"]);
    const one = { learner, course };
    const enrollments = [
      { ...one, attempt: 2 },
      { ...one, attempt: 1, enrolledAt: at(1) },
      { ...one, attempt: 4 },
      { learner, course: "none" },
      { learner: "", course },
      { ...one, attempt: 0 },
      { ...one, attempt: 1, enrolledAt: at(9) },
    ];
    expect(await importEnrollments(db(), { enrollments })).toEqual([
      { status: "recorded" },
      { status: "recorded" },
      { status: "refused", code: "attempt_conflict" },
      { status: "refused", code: "course_not_found" },
      { status: "refused", code: "id_out_of_range" },
      { status: "refused", code: "attempt_conflict" },
      { status: "unchanged" },
    ]);
    const first = await readCourseProgress(db(), { ...one, attempt: 1 });
    expect(first.enrolledAt).toEqual(at(1));
    expect((await readCourseProgress(db(), one)).attempt).toBe(2);
  });

  // The embedded database takes several ms an attempt, and 5,000 of them as it takes 500.
  const many = kind === "embedded" ? 500 : 5000;

  test("takes 5,000 attempts in a call and refuses one more", { timeout: 120_000 }, async () => {
    const { learner, course } = await newCourse(db(), ["a"]);
    const enrollments = Array.from({ length: 5001 }, (_, n) => ({
      learner: `${learner}-${n}`,
      course,
    }));
    const tooMany = importEnrollments(db(), { enrollments });
    await expect(tooMany).rejects.toMatchObject({ code: "batch_too_large" });
    const results = await importEnrollments(db(), { enrollments: enrollments.slice(0, many) });
    expect(results.filter(({ status }) => status === "recorded")).toHaveLength(many);
  });

  test("fills in what an attempt lacks, and changes nothing it has", async () => {
    const { learner, course } = await newCourse(db(), ["a"]);
    await enroll(db(), { learner, course, due: { at: at(50) } });
    const row = { learner, course, withdrawnAt: at(5), withdrawnReason: "moved", due: null };
    const enrollments = [{ ...row, due: { at: at(70) } }];
    expect(await importEnrollments(db(), { enrollments })).toEqual([{ status: "recorded" }]);
    const other = [{ ...row, withdrawnAt: at(8), enrolledAt: at(1) }];
    expect(await importEnrollments(db(), { enrollments: other })).toEqual([
      { status: "unchanged" },
    ]);
    const page = await readCourseProgress(db(), { learner, course });
    expect(page).toMatchObject({ withdrawnAt: at(5), due: { at: at(50) } });
  });
});
