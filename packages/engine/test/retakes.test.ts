import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enroll } from "../src/enroll.ts";
import { exempt } from "../src/exempt.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { retake } from "../src/retake.ts";
import { withdraw } from "../src/withdraw.ts";
import { at } from "./support/at.ts";
import { differences } from "./support/differences.ts";
import { ledgerOf } from "./support/ledgerOf.ts";
import { newCourse } from "./support/newCourse.ts";

describe.each(databaseKinds)("retakes on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;
  const attemptOf = (learner: string, course: string, attempt?: number) =>
    readCourseProgress(db(), { learner, course, attempt });

  test("a retake opens the next attempt with nothing done, and leaves the one before", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a", "b?"]);
    await completeLesson(db(), { learner, lesson: lesson("a"), at: at(1) });
    const { lessons: _, ...before } = await attemptOf(learner, course);
    const scope = { now: at(9), actor: "administrator" };
    expect(await retake(db(), { learner, course, at: at(8), source: "yearly" }, scope)).toEqual({
      learner,
      course,
      attempt: 2,
      enrolledAt: at(8),
      source: "yearly",
      dueAt: null,
      originalDueAt: null,
      timeZone: null,
      withdrawnAt: null,
      exemptedAt: null,
    });
    expect(await attemptOf(learner, course, 1)).toMatchObject(before);
    expect(await attemptOf(learner, course)).toMatchObject({
      attempt: 2,
      enrolledAt: at(8),
      completedLessons: 0,
      completedAt: null,
      missing: [lesson("a")],
    });
    const entries = await ledgerOf(db(), { learner, course }, ["enrollment.created"]);
    expect(entries.at(-1)).toMatchObject({
      attempt: 2,
      occurredAt: at(8),
      receivedAt: at(9),
      source: "yearly",
      actor: "administrator",
      data: { attempt: 2 },
    });
  });

  test("a retake of an open attempt is refused, and by force leaves it incomplete", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a", "b"]);
    await completeLesson(db(), { learner, lesson: lesson("a") });
    await expect(retake(db(), { learner, course })).rejects.toMatchObject({
      code: "attempt_open",
      subject: { learner, course },
    });
    expect(await attemptOf(learner, course)).toMatchObject({ attempt: 1 });
    expect(await retake(db(), { learner, course, force: true })).toMatchObject({ attempt: 2 });
    expect(await attemptOf(learner, course, 1)).toMatchObject({
      completedLessons: 1,
      totalLessons: 2,
      completedAt: null,
      missing: [lesson("b")],
    });
  });

  test("a withdrawn attempt can be retaken, and so can an exempt one", async () => {
    const { learner, course } = await newCourse(db(), ["a"]);
    await enroll(db(), { learner, course });
    await withdraw(db(), { learner, course });
    expect(await retake(db(), { learner, course })).toMatchObject({
      attempt: 2,
      source: "retake",
      withdrawnAt: null,
    });
    await exempt(db(), { learner, course, reason: "r" });
    expect(await retake(db(), { learner, course })).toMatchObject({ attempt: 3, exemptedAt: null });
    expect(await attemptOf(learner, course, 1)).toMatchObject({ exemptedAt: null });
    expect((await attemptOf(learner, course, 1)).withdrawnAt).not.toBeNull();
    expect((await attemptOf(learner, course, 2)).exemptedAt).not.toBeNull();
  });

  test("facts after a retake go to the new attempt, which completes by itself", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a", "b"]);
    const complete = (name: string, minute: number) =>
      completeLesson(db(), { learner, lesson: lesson(name), at: at(minute) });
    await complete("a", 1);
    await complete("b", 2);
    await retake(db(), { learner, course });
    const again = await complete("a", 11);
    expect(again).toMatchObject({
      status: "recorded",
      lesson: { completedAt: at(11) },
      progress: { attempt: 2, progressPercentage: 50 },
    });
    await complete("b", 12);
    expect(await attemptOf(learner, course, 1)).toMatchObject({ completedAt: at(2) });
    expect(await attemptOf(learner, course, 2)).toMatchObject({ completedAt: at(12) });
    const completed = await ledgerOf(db(), { learner, course }, ["course.completed"]);
    expect(completed.map(({ attempt, occurredAt }) => [attempt, occurredAt])).toEqual([
      [1, at(2)],
      [2, at(12)],
    ]);
    expect(await differences(database)).toEqual([]);
  });

  test("withdrawing, exempting and a deadline after a retake are the new attempt's", async () => {
    const { learner, course } = await newCourse(db(), ["a"]);
    await enroll(db(), { learner, course });
    await retake(db(), { learner, course, force: true });
    await withdraw(db(), { learner, course, at: at(1) });
    await exempt(db(), { learner, course, reason: "r", at: at(2) });
    expect(await enroll(db(), { learner, course, due: { at: at(5) } })).toMatchObject({
      attempt: 2,
      dueAt: at(5),
      created: false,
    });
    expect(await attemptOf(learner, course, 1)).toMatchObject({
      withdrawnAt: null,
      exemptedAt: null,
      due: null,
    });
  });

  test("a retake counts against the outline of its day", async () => {
    const { learner, course, lesson, put } = await newCourse(db(), ["a", "b"]);
    await completeLesson(db(), { learner, lesson: lesson("a") });
    await completeLesson(db(), { learner, lesson: lesson("b") });
    await put(["a", "b", "c"]);
    await put(["b", "a", "c"]);
    await retake(db(), { learner, course });
    expect(await attemptOf(learner, course)).toMatchObject({ totalLessons: 3 });
    const entries = await ledgerOf(db(), { learner, course }, ["enrollment.created"]);
    expect(entries.map(({ outlineVersion }) => outlineVersion)).toEqual([1, 3]);
  });

  test("history moved in goes to the attempt it names, the frozen one too", async () => {
    const { learner, course, lesson, put } = await newCourse(db(), ["a", "b"]);
    await enroll(db(), { learner, course });
    await retake(db(), { learner, course, force: true });
    await put(["a", "b", "c"]);
    const event = { type: "lesson.completed" as const, learner };
    const results = await recordEvents(db(), {
      events: [
        { ...event, lesson: lesson("a"), at: at(1), attempt: 1 },
        { ...event, lesson: lesson("c"), at: at(2), attempt: 1 },
        { ...event, lesson: lesson("b"), at: at(3), attempt: 1, receivedAt: at(4) },
        { ...event, lesson: lesson("a"), at: at(5), attempt: 3 },
      ],
    });
    expect(results).toEqual([
      { status: "recorded" },
      { status: "recorded" },
      { status: "recorded" },
      { status: "refused", code: "enrollment_not_found" },
    ]);
    expect(await attemptOf(learner, course, 1)).toMatchObject({
      completedLessons: 2,
      totalLessons: 2,
      completedAt: at(3),
      completedOutlineVersion: 1,
    });
    expect(await attemptOf(learner, course)).toMatchObject({ attempt: 2, completedLessons: 0 });
    const [first] = await ledgerOf(db(), { learner, course }, ["lesson.completed"]);
    expect(first).toMatchObject({ attempt: 1, occurredAt: at(1) });
    expect(await differences(database)).toEqual([]);
  });

  test("an attempt that is not there has no page", async () => {
    const { learner, course } = await newCourse(db(), ["a"]);
    await enroll(db(), { learner, course });
    for (const attempt of [0, 2]) {
      await expect(attemptOf(learner, course, attempt)).rejects.toMatchObject({
        code: "enrollment_not_found",
      });
    }
  });
});
