import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { recordView } from "../src/recordView.ts";
import { withdraw } from "../src/withdraw.ts";
import { at } from "./support/at.ts";
import { differences } from "./support/differences.ts";
import { ledgerOf } from "./support/ledgerOf.ts";
import { newCourse } from "./support/newCourse.ts";

describe.each(databaseKinds)("completions on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  test("completing a lesson implies viewing it, at the same instant", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a", "b"]);
    const answer = await completeLesson(
      db(),
      { learner, lesson: lesson("a"), at: at(5) },
      { now: at(10) },
    );
    expect(answer).toEqual({
      status: "recorded",
      clamped: false,
      lesson: {
        id: lesson("a"),
        viewed: true,
        firstViewedAt: at(5),
        lastViewedAt: at(5),
        completedAt: at(5),
      },
      progress: {
        learner,
        course,
        attempt: 1,
        completedLessons: 1,
        totalLessons: 2,
        progressPercentage: 50,
        firstViewedAt: at(5),
        lastViewedAt: at(5),
        completedAt: null,
        eligibleForCertificate: false,
      },
    });
  });

  test("a lesson completed twice keeps its first completion time", async () => {
    const { learner, lesson } = await newCourse(db(), ["a", "b"]);
    const fact = { learner, lesson: lesson("a") };
    await completeLesson(db(), { ...fact, at: at(5) }, { now: at(10) });
    const again = await completeLesson(db(), { ...fact, at: at(7) }, { now: at(11) });
    expect(again.status).toBe("unchanged");
    expect(again.lesson).toMatchObject({ completedAt: at(5), lastViewedAt: at(5) });
    expect(again.progress).toMatchObject({ completedLessons: 1, lastViewedAt: at(5) });
  });

  test("an earlier completion that arrives later is on record and changes nothing", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a", "b"]);
    const fact = { learner, lesson: lesson("a") };
    await completeLesson(db(), { ...fact, at: at(5) }, { now: at(10) });
    const before = await readCourseProgress(db(), { learner, course });
    const earlier = await completeLesson(db(), { ...fact, at: at(2) }, { now: at(11) });
    expect(earlier.status).toBe("unchanged");
    expect(await readCourseProgress(db(), { learner, course })).toEqual(before);
    const repeated = await ledgerOf(db(), { learner, course }, ["lesson.completion_repeated"]);
    expect(repeated).toMatchObject([
      { lesson: lesson("a"), occurredAt: at(2), receivedAt: at(11), outlineVersion: 1 },
    ]);
  });

  test.each(["one by one", "in one batch"])(
    "a repeated completion is in the ledger once per time, %s",
    async (how) => {
      const { learner, course, lesson } = await newCourse(db(), ["a", "b"]);
      const times = [5, 3, 7, 3, 5, 7, 7];
      const fact = { type: "lesson.completed", learner, lesson: lesson("a") } as const;
      const events = times.map((minute) => ({ ...fact, at: at(minute) }));
      const results =
        how === "in one batch"
          ? await recordEvents(db(), { events }, { now: at(10) })
          : await events.reduce(
              async (before, event) => [
                ...(await before),
                { status: (await completeLesson(db(), event, { now: at(10) })).status },
              ],
              Promise.resolve<{ status: string }[]>([]),
            );
      expect(results.map(({ status }) => status)).toEqual([
        "recorded",
        ...times.slice(1).map(() => "unchanged"),
      ]);
      const repeated = await ledgerOf(db(), { learner, course }, ["lesson.completion_repeated"]);
      expect(repeated.map(({ occurredAt }) => occurredAt)).toEqual([at(3), at(7)]);
      expect(await ledgerOf(db(), { learner, course }, ["lesson.completed"])).toMatchObject([
        { occurredAt: at(5) },
      ]);
    },
  );

  test.each([
    ["in one batch", [["a", "b"]]],
    ["in another order", [["b", "a"]]],
    ["one by one", [["a"], ["b"]]],
    ["one by one in another order", [["b"], ["a"]]],
  ])(
    "a course is known to be complete when we learn of its last lesson, %s",
    async (_, batches) => {
      const { learner, course, lesson } = await newCourse(db(), ["a", "b"]);
      const of = {
        a: { at: at(1), receivedAt: at(9) },
        b: { at: at(2), receivedAt: at(4) },
      } as const;
      const event = (name: string) => ({
        ...of[name as keyof typeof of],
        type: "lesson.completed" as const,
        learner,
        lesson: lesson(name),
      });
      for (const names of batches) {
        await recordEvents(db(), { events: names.map(event) }, { now: at(10) });
      }
      const entries = await ledgerOf(db(), { learner, course }, ["course.completed"]);
      expect(entries).toMatchObject([{ occurredAt: at(2), receivedAt: at(9) }]);
    },
  );

  test("a fact received before the history that was moved in completes no sooner", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a", "b"]);
    const moved = { type: "lesson.completed", learner, lesson: lesson("a"), at: at(1) } as const;
    await recordEvents(db(), { events: [{ ...moved, receivedAt: at(9) }] }, { now: at(10) });
    await completeLesson(db(), { learner, lesson: lesson("b"), at: at(2) }, { now: at(4) });
    const entries = await ledgerOf(db(), { learner, course }, ["course.completed"]);
    expect(entries).toMatchObject([{ occurredAt: at(2), receivedAt: at(9) }]);
  });

  test("a repeated completion that names no time leaves no entry", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a", "b"]);
    const fact = { learner, lesson: lesson("a") };
    await completeLesson(db(), { ...fact, at: at(5) }, { now: at(10) });
    await completeLesson(db(), fact, { now: at(20) });
    await recordEvents(db(), { events: [{ ...fact, type: "lesson.completed" }] }, { now: at(21) });
    const types = (await ledgerOf(db(), { learner, course })).map(({ type }) => type);
    expect(types).toEqual(["enrollment.created", "lesson.completed"]);
  });

  test("optional lessons are recorded and count for nothing", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a", "b?", "c?"]);
    const answer = await completeLesson(db(), { learner, lesson: lesson("b"), at: at(1) });
    expect(answer.progress).toMatchObject({
      completedLessons: 0,
      totalLessons: 1,
      progressPercentage: 0,
      lastViewedAt: at(1),
    });
    await recordEvents(db(), {
      events: [{ type: "lesson.completed", learner, lesson: lesson("c"), at: at(2) }],
    });
    const page = await readCourseProgress(db(), { learner, course });
    expect(page.lessons.map(({ completedAt }) => completedAt)).toEqual([null, at(1), at(2)]);
    expect(page).toMatchObject({ completedLessons: 0, missing: [lesson("a")] });
  });

  test("a course without required lessons has no percentage, not 100", async () => {
    const { learner, lesson } = await newCourse(db(), ["a?", "b?"]);
    for (const name of ["a", "b"]) {
      const { progress } = await completeLesson(db(), { learner, lesson: lesson(name) });
      expect(progress).toMatchObject({
        completedLessons: 0,
        totalLessons: 0,
        progressPercentage: null,
        completedAt: null,
        eligibleForCertificate: false,
      });
    }
  });

  test("a course is complete at its last completion's time, however they arrive", async () => {
    const minutes = { a: 30, b: 10, c: 20 };
    const orders = ["abc", "acb", "bac", "bca", "cab", "cba"];
    const { course, lesson } = await newCourse(db(), ["a", "b", "c"]);
    for (const order of orders) {
      for (const way of ["single", "batch"]) {
        const learner = `${course}-${order}-${way}`;
        const events = [...order].map((name) => ({
          type: "lesson.completed" as const,
          learner,
          lesson: lesson(name),
          at: at(minutes[name as "a" | "b" | "c"]),
        }));
        if (way === "batch") await recordEvents(db(), { events }, { now: at(60) });
        else for (const event of events) await completeLesson(db(), event, { now: at(60) });
        const page = await readCourseProgress(db(), { learner, course });
        expect(page, `${order} ${way}`).toMatchObject({
          completedAt: at(30),
          completedOutlineVersion: 1,
          progressPercentage: 100,
          eligibleForCertificate: true,
          missing: [],
        });
        expect(await ledgerOf(db(), { learner, course }, ["course.completed"])).toMatchObject([
          { occurredAt: at(30), outlineVersion: 1 },
        ]);
      }
    }
  });

  test("completions after the course is complete leave its completion as it was", async () => {
    const { learner, course, lesson, put } = await newCourse(db(), ["a", "b?"]);
    await completeLesson(db(), { learner, lesson: lesson("a"), at: at(1) });
    await put(["a", "b", "c"]);
    const late = await completeLesson(db(), { learner, lesson: lesson("c"), at: at(9) });
    expect(late).toMatchObject({
      status: "recorded",
      lesson: { completedAt: at(9) },
      progress: { completedLessons: 1, totalLessons: 1, completedAt: at(1), lastViewedAt: at(9) },
    });
    await recordEvents(db(), {
      events: [{ type: "lesson.completed", learner, lesson: lesson("b"), at: at(10) }],
    });
    const page = await readCourseProgress(db(), { learner, course });
    expect(page).toMatchObject({
      completedLessons: 1,
      completedAt: at(1),
      progressPercentage: 100,
    });
    expect(page.completedOutlineVersion).toBe(1);
    expect(await ledgerOf(db(), { learner, course }, ["course.completed"])).toHaveLength(1);
    expect(await differences(database)).toEqual([]);
  });

  test.each([
    { of: 3, completed: 1, percentage: 33.33 },
    { of: 3, completed: 2, percentage: 66.66 },
    { of: 6, completed: 5, percentage: 83.33 },
    { of: 300, completed: 299, percentage: 99.66 },
    { of: 300, completed: 300, percentage: 100 },
  ])("$completed of $of lessons is $percentage %, truncated", async (given) => {
    const names = Array.from({ length: given.of }, (_, n) => `l${n}`);
    const { learner, course, lesson } = await newCourse(db(), names);
    const events = names.slice(0, given.completed).map((name) => ({
      type: "lesson.completed" as const,
      learner,
      lesson: lesson(name),
    }));
    await recordEvents(db(), { events });
    const page = await readCourseProgress(db(), { learner, course });
    expect(page.progressPercentage).toBe(given.percentage);
    expect(page.completedAt !== null).toBe(given.of === given.completed);
  });

  test("a fact after withdrawal is recorded on that attempt", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a"]);
    await recordView(db(), { learner, lesson: lesson("a"), at: at(1) });
    await withdraw(db(), { learner, course, at: at(2) });
    const { status, progress } = await completeLesson(db(), {
      learner,
      lesson: lesson("a"),
      at: at(3),
    });
    expect(status).toBe("recorded");
    expect(progress).toMatchObject({ attempt: 1, completedAt: at(3), progressPercentage: 100 });
    const page = await readCourseProgress(db(), { learner, course });
    expect(page).toMatchObject({ withdrawnAt: at(2), completedAt: at(3) });
  });
});
