import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enroll } from "../src/enroll.ts";
import { explainProgress } from "../src/explainProgress.ts";
import { MilepostError } from "../src/MilepostError.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { retake } from "../src/retake.ts";
import type { CourseProgressPage, Explanation } from "../src/types.ts";
import { at } from "./support/at.ts";
import { modelCourses, modelLearners, modelSteps } from "./support/modelSteps.ts";
import { newCourse } from "./support/newCourse.ts";
import { newModelTenant } from "./support/newModelTenant.ts";
import { propertyRuns } from "./support/propertyRuns.ts";
import { takeStep } from "./support/takeStep.ts";

const ids = (list: readonly { readonly lesson: string }[]) => list.map(({ lesson }) => lesson);

/** What the explanation says must be what the page shows. */
function expectToAgree(explained: Explanation, page: CourseProgressPage): void {
  const { numerator, denominator, missing, notCounted } = explained;
  expect(numerator).toHaveLength(page.completedLessons);
  expect(denominator).toHaveLength(page.totalLessons);
  expect(explained.progressPercentage).toBe(page.progressPercentage);
  expect(ids([...numerator, ...missing]).toSorted()).toEqual(ids(denominator).toSorted());
  if (page.completedAt === null) {
    expect(ids(missing).toSorted()).toEqual(page.missing.toSorted());
  } else expect(missing).toEqual([]);
  const completed = page.lessons.filter(({ completedAt }) => completedAt !== null);
  expect(ids([...numerator, ...notCounted]).toSorted()).toEqual(
    completed.map(({ id }) => id).toSorted(),
  );
  for (const { lesson, completedAt } of [...numerator, ...notCounted]) {
    expect(completed.find(({ id }) => id === lesson)?.completedAt).toEqual(completedAt);
  }
  expect(ids(notCounted).filter((lesson) => ids(denominator).includes(lesson))).toEqual([]);
}

function refused(error: unknown): undefined {
  if (!(error instanceof MilepostError)) throw error;
}

describe.each(databaseKinds)("an explanation on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  test("names what counts, what of it is done or missing, and what does not count", async () => {
    const { course, learner, lesson, put } = await newCourse(db(), ["a", "b", "c?", "d"]);
    for (const [n, name] of ["b", "c", "d"].entries()) {
      await completeLesson(db(), { learner, lesson: lesson(name), at: at(n) });
    }
    await put(["e", "b", "a", "c?"]);
    const named = (name: string) => ({ lesson: lesson(name), title: `Lesson ${name}` });
    const explained = await explainProgress(db(), { learner, course });
    const { notCounted, ...rest } = explained;
    expect(rest).toEqual({
      learner,
      course,
      attempt: 1,
      outlineVersion: 2,
      progressPercentage: 33.33,
      numerator: [{ ...named("b"), completedAt: at(0) }],
      denominator: ["e", "b", "a"].map(named),
      missing: ["e", "a"].map(named),
    });
    expect(notCounted.toSorted((one, other) => (one.lesson < other.lesson ? -1 : 1))).toEqual([
      { ...named("c"), completedAt: at(1), reason: "optional" },
      { ...named("d"), completedAt: at(2), reason: "retired" },
    ]);
  });

  test("of a completed attempt says which completions were added later", async () => {
    const { course, learner, lesson, put } = await newCourse(db(), ["a"]);
    await completeLesson(db(), { learner, lesson: lesson("a"), at: at(1) });
    await put(["a", "b"]);
    await completeLesson(db(), { learner, lesson: lesson("b"), at: at(2) });
    expect(await explainProgress(db(), { learner, course })).toMatchObject({
      outlineVersion: 1,
      progressPercentage: 100,
      missing: [],
      notCounted: [{ lesson: lesson("b"), reason: "added-later" }],
    });
  });

  test("is of the attempt that is named", async () => {
    const { course, learner, lesson, put } = await newCourse(db(), ["a", "b"]);
    await completeLesson(db(), { learner, lesson: lesson("a") });
    await retake(db(), { learner, course, force: true });
    await put(["a", "b", "c"]);
    const first = await explainProgress(db(), { learner, course, attempt: 1 });
    expect(first).toMatchObject({ attempt: 1, outlineVersion: 1, progressPercentage: 50 });
    expect(await explainProgress(db(), { learner, course })).toMatchObject({
      attempt: 2,
      outlineVersion: 2,
      progressPercentage: 0,
    });
  });

  test("says which of course, learner and enrollment is missing", async () => {
    const { course, learner } = await newCourse(db(), ["a"]);
    const other = await newCourse(db(), ["a"]);
    const explain = (given: { learner: string; course: string }) => explainProgress(db(), given);
    await expect(explain({ learner, course: "none" })).rejects.toMatchObject({
      code: "course_not_found",
    });
    await expect(explain({ learner, course })).rejects.toMatchObject({
      code: "learner_not_found",
    });
    await enroll(db(), { learner, course: other.course });
    await expect(explain({ learner, course })).rejects.toMatchObject({
      code: "enrollment_not_found",
    });
  });

  test("agrees with the course page after any sequence of acts", { timeout: 600_000 }, async () => {
    const steps = fc.array(modelSteps, { maxLength: 30, size: "max" });
    const property = fc.asyncProperty(steps, async (taken) => {
      const tenant = await newModelTenant(database);
      for (const [n, step] of taken.entries()) {
        await takeStep(db(), step, { tenant, minute: (n + 1) * 10 });
      }
      let compared = 0;
      for (const learner of modelLearners) {
        for (const { course } of modelCourses) {
          for (let attempt = 1; ; attempt++) {
            const of = { learner, course, attempt };
            const page = await readCourseProgress(db(), of, { tenant }).catch(refused);
            if (page === undefined) break;
            expectToAgree(await explainProgress(db(), of, { tenant }), page);
            compared++;
          }
        }
      }
      fc.pre(compared > 0);
    });
    await fc.assert(property, { numRuns: propertyRuns(15, kind) });
  });
});
