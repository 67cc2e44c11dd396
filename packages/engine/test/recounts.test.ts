import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enroll } from "../src/enroll.ts";
import { putOutline } from "../src/putOutline.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { retake } from "../src/retake.ts";
import type { CourseProgressPage } from "../src/types.ts";
import { withdraw } from "../src/withdraw.ts";
import { at } from "./support/at.ts";
import { differences } from "./support/differences.ts";
import { ledgerOf } from "./support/ledgerOf.ts";
import { type NewCourse, newCourse } from "./support/newCourse.ts";

describe.each(databaseKinds)("an outline edit on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  /** Completes lessons of a course, and answers with what the learner's page then says. */
  const complete = async ({ course, learner, lesson }: NewCourse, names: string, minute = 0) => {
    for (const name of names) {
      await completeLesson(db(), { learner, lesson: lesson(name), at: at(minute) });
    }
    return readCourseProgress(db(), { learner, course });
  };
  const page = ({ course, learner }: NewCourse, attempt?: number): Promise<CourseProgressPage> =>
    readCourseProgress(db(), { course, learner, attempt });
  /** Which rows a transaction wrote: every version of a row has the id of its writer. */
  const writers = async (course: string) => {
    const { rows } = await database.superuser.query(
      `select e.enrollment_id, e.xmin::text, e.ctid::text from milepost.enrollment e
       join milepost.course c using (course_id) where c.external_id = $1 order by 1`,
      [course],
    );
    return rows;
  };

  test("recounts every open attempt, withdrawn ones too", async () => {
    const given = await newCourse(db(), ["a", "b", "c", "d?"]);
    const { course } = given;
    const learners = ["", "a", "ab", "ad", "cd"].map((names) => ({
      names,
      one: { ...given, learner: `${given.learner}-${names}` },
    }));
    for (const { names, one } of learners) {
      await enroll(db(), one);
      await complete(one, names);
    }
    await withdraw(db(), { course, learner: `${given.learner}-ab` });
    await given.put(["a", "d", "e"], { now: at(5) });
    const counts = await Promise.all(
      learners.map(async ({ one }) => {
        const { completedLessons, totalLessons, progressPercentage } = await page(one);
        return [completedLessons, totalLessons, progressPercentage];
      }),
    );
    expect(counts).toEqual([
      [0, 3, 0],
      [1, 3, 33.33],
      [1, 3, 33.33],
      [2, 3, 66.66],
      [1, 3, 33.33],
    ]);
    expect(await differences(database)).toEqual([]);
  });

  test("that takes out the last missing lesson completes the attempt, there and then", async () => {
    const given = await newCourse(db(), ["a", "b", "c"]);
    await complete(given, "ac", 1);
    await given.put(["a", "c"], { now: at(7) });
    expect(await page(given)).toMatchObject({
      completedAt: at(7),
      completedOutlineVersion: 2,
      progressPercentage: 100,
      eligibleForCertificate: true,
      missing: [],
    });
    expect(await ledgerOf(db(), given, ["course.completed"])).toMatchObject([
      {
        occurredAt: at(7),
        outlineVersion: 2,
        source: "outline",
        lesson: null,
        data: { cause: "outline.changed" },
      },
    ]);
  });

  test("that makes the last missing lesson optional completes the attempt too", async () => {
    const given = await newCourse(db(), ["a", "b"]);
    await complete(given, "a", 1);
    await given.put(["a", "b?"], { now: at(7) });
    expect(await page(given)).toMatchObject({ completedAt: at(7), completedOutlineVersion: 2 });
  });

  test("that is refused completes nobody", async () => {
    const given = await newCourse(db(), ["a", "b"]);
    await complete(given, "a", 1);
    const replacedBy = { [given.lesson("b")]: "nobody-knows-it" };
    await expect(given.put(["a"], { replacedBy })).rejects.toMatchObject({
      code: "replacement_not_found",
    });
    expect(await page(given)).toMatchObject({ completedAt: null, totalLessons: 2 });
  });

  test("that retires every required lesson leaves no percentage and completes nobody", async () => {
    const given = await newCourse(db(), ["a", "b", "c?"]);
    await complete(given, "a");
    await given.put(["c?"]);
    expect(await page(given)).toMatchObject({
      completedLessons: 0,
      totalLessons: 0,
      progressPercentage: null,
      completedAt: null,
    });
    await given.put(["a", "b"]);
    expect(await page(given)).toMatchObject({ completedLessons: 1, progressPercentage: 50 });
    expect(await differences(database)).toEqual([]);
  });

  test("lets a completed attempt keep its completion, its version and its counts", async () => {
    const given = await newCourse(db(), ["a", "b"]);
    const before = await complete(given, "ab", 3);
    await given.put(["a", "b", "c"]);
    await given.put(["c"]);
    expect(await page(given)).toMatchObject({
      completedAt: before.completedAt,
      completedOutlineVersion: 1,
      outlineVersion: 3,
      completedLessons: 2,
      totalLessons: 2,
      progressPercentage: 100,
      missing: [],
    });
    expect(await ledgerOf(db(), given, ["course.completed"])).toHaveLength(1);
    expect(await differences(database)).toEqual([]);
  });

  test("brings a lesson back with the completions it had", async () => {
    const given = await newCourse(db(), ["a", "b", "c"]);
    await complete(given, "b", 1);
    await given.put(["a", "c"]);
    expect(await page(given)).toMatchObject({ completedLessons: 0, totalLessons: 2 });
    await given.put(["a", "b", "c"]);
    expect(await page(given)).toMatchObject({ completedLessons: 1, progressPercentage: 33.33 });
  });

  test("counts a completion of a retired lesson once the lesson is back", async () => {
    const given = await newCourse(db(), ["a", "b"]);
    await enroll(db(), given);
    await given.put(["a"]);
    expect(await complete(given, "b", 4)).toMatchObject({ completedLessons: 0, totalLessons: 1 });
    await given.put(["a", "b"]);
    expect(await page(given)).toMatchObject({ completedLessons: 1, totalLessons: 2 });
  });

  test("that only renames, moves or sets a lesson's deadline touches no attempt", async () => {
    const given = await newCourse(db(), ["a", "b", "c?"]);
    const { course, lesson } = given;
    await complete(given, "a");
    await enroll(db(), { course, learner: `${given.learner}-2` });
    const before = await writers(course);
    const edits = [["c?", "a", "b"], ["c?", "a"].concat("b", "d?"), ["a", "b"]];
    for (const names of edits) await given.put(names);
    const lessons = ["a", "b"].map((name) => ({ id: lesson(name), title: "T", dueAt: at(9) }));
    await putOutline(db(), { course, title: "Other", enrollment: "required", lessons });
    expect(await writers(course)).toEqual(before);
    expect((await page(given)).outlineVersion).toBe(5);
    expect(await differences(database)).toEqual([]);
  });

  test("that changes the required lessons writes open attempts, completed ones never", async () => {
    const given = await newCourse(db(), ["a", "b"]);
    const { course } = given;
    await complete(given, "ab");
    await enroll(db(), { course, learner: `${given.learner}-2` });
    const [completed, open] = await writers(course);
    await given.put(["a", "b", "c"]);
    const [completedAfter, openAfter] = await writers(course);
    expect(completedAfter).toEqual(completed);
    expect(openAfter?.xmin).not.toBe(open?.xmin);
  });

  test("after a rename pins a completion to the version of the day it is earned", async () => {
    const given = await newCourse(db(), ["a", "b"]);
    await complete(given, "a");
    await given.put(["b", "a"]);
    expect(await complete(given, "b")).toMatchObject({ completedOutlineVersion: 2 });
    expect(await ledgerOf(db(), given, ["course.completed"])).toMatchObject([
      { outlineVersion: 2 },
    ]);
  });

  test("does not recount an attempt that a retake superseded", async () => {
    const given = await newCourse(db(), ["a", "b"]);
    const { course, learner, put } = given;
    await complete(given, "a");
    await retake(db(), { course, learner, force: true });
    await put(["a"], { now: at(9) });
    expect(await page(given, 1)).toMatchObject({
      completedLessons: 1,
      totalLessons: 2,
      completedAt: null,
      missing: [given.lesson("b")],
    });
    expect(await page(given)).toMatchObject({ attempt: 2, completedLessons: 0, totalLessons: 1 });
    expect(await differences(database)).toEqual([]);
  });

  test("of one course leaves the attempts at others alone", async () => {
    const given = await newCourse(db(), ["a", "b"]);
    const other = await newCourse(db(), ["a", "b"]);
    await complete({ ...other, learner: given.learner }, "a");
    await complete(given, "a");
    const before = await writers(other.course);
    await given.put(["a"]);
    expect(await writers(other.course)).toEqual(before);
  });
});
