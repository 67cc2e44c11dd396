import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enroll } from "../src/enroll.ts";
import { MilepostError } from "../src/MilepostError.ts";
import { previewOutline } from "../src/previewOutline.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { recountAllAttempts } from "../src/recountAllAttempts.ts";
import { recountAttempts } from "../src/recountAttempts.ts";
import { reportCourse } from "../src/reports/reportCourse.ts";
import { reportCourseLearners } from "../src/reports/reportCourseLearners.ts";
import { retake } from "../src/retake.ts";
import { at } from "./support/at.ts";
import { differences } from "./support/differences.ts";
import { expectRecountKeeps } from "./support/expectRecountKeeps.ts";
import { ledgerOf } from "./support/ledgerOf.ts";
import { type NewCourse, newCourse } from "./support/newCourse.ts";
import { outlineLessons } from "./support/outlineLessons.ts";

const later = { recountAtOnce: 0 };

describe.each(databaseKinds)("an outline edit that attempts follow later on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  const complete = async ({ learner, lesson }: NewCourse, names: string, minute = 0) => {
    for (const name of names) {
      await completeLesson(db(), { learner, lesson: lesson(name), at: at(minute) });
    }
  };
  const page = async ({ course, learner }: NewCourse, attempt?: number) => {
    const { completedLessons, totalLessons, completedAt, missing } = await readCourseProgress(
      db(),
      { course, learner, attempt },
    );
    return [completedLessons, totalLessons, completedAt, missing];
  };
  const stored = async ({ course }: NewCourse) => {
    const { rows } = await database.superuser.query(
      `select e.completed_lessons, e.total_lessons, e.xmin::text from milepost.enrollment e
       join milepost.course c using (course_id) where c.external_id = $1`,
      [course],
    );
    return rows;
  };

  test("shows on every page at once, and touches no attempt", async () => {
    const given = await newCourse(db(), ["a", "b", "c"]);
    await complete(given, "ab");
    const before = await stored(given);
    await given.put(["b", "c", "d"], later);
    expect(await page(given)).toEqual([1, 3, null, [given.lesson("c"), given.lesson("d")]]);
    expect(await stored(given)).toEqual(before);
    await expectRecountKeeps(database, "default");
    expect(await stored(given)).toMatchObject([{ completed_lessons: 1, total_lessons: 3 }]);
  });

  test("is what a write goes by: what was the last lesson is not any more", async () => {
    for (const write of [
      (given: NewCourse) => complete(given, "b"),
      (given: NewCourse) =>
        recordEvents(db(), {
          events: [{ type: "lesson.completed", learner: given.learner, lesson: given.lesson("b") }],
        }),
    ]) {
      const given = await newCourse(db(), ["a", "b"]);
      await complete(given, "a");
      await given.put(["a", "b", "c"], later);
      await write(given);
      expect(await page(given)).toEqual([2, 3, null, [given.lesson("c")]]);
      await complete(given, "c");
      expect((await page(given))[2]).not.toBeNull();
    }
    await expectRecountKeeps(database, "default");
    expect(await differences(database)).toEqual([]);
  });

  test("completes whoever lacked nothing else at its own time, once, whatever comes to them first", async () => {
    const acts = [
      async () => {},
      (given: NewCourse) => complete(given, "a"),
      (given: NewCourse) => complete(given, "c", 60),
      (given: NewCourse) => retake(db(), given),
      (given: NewCourse) => enroll(db(), { ...given, due: { at: at(90) } }),
      (given: NewCourse) =>
        recordEvents(db(), {
          events: [{ type: "lesson.viewed", learner: given.learner, lesson: given.lesson("c") }],
        }),
    ];
    for (const [n, act] of acts.entries()) {
      const given = await newCourse(db(), ["a", "b"]);
      await complete(given, "a");
      await given.put(["a", "c?"], { ...later, now: at(30) });
      expect((await page(given))[2], `${n}`).toEqual(at(30));
      await act(given);
      await expectRecountKeeps(database, "default");
      expect((await page(given, 1)).slice(0, 3), `${n}`).toEqual([1, 1, at(30)]);
      expect(await ledgerOf(db(), given, ["course.completed"]), `${n}`).toMatchObject([
        { occurredAt: at(30), source: "outline" },
      ]);
    }
    expect(await differences(database)).toEqual([]);
  });

  test("keeps complete whom it completed when the next one adds a lesson", async () => {
    const given = await newCourse(db(), ["a", "b"]);
    await complete(given, "a");
    await given.put(["a"], { ...later, now: at(30) });
    await given.put(["a", "c"], { ...later, now: at(40) });
    expect(await page(given)).toEqual([1, 1, at(30), []]);
    await expectRecountKeeps(database, "default");
    expect(await differences(database)).toEqual([]);
  });

  test("is in the preview of the next", async () => {
    const given = await newCourse(db(), ["a", "b", "c"]);
    await complete(given, "ab");
    await given.put(["b", "c", "d"], later);
    const { course, lesson } = given;
    const lessons = outlineLessons(["b"], lesson);
    const { effect } = await previewOutline(db(), { course, title: "A course", lessons });
    expect(effect).toMatchObject({ openAttempts: 1, percentageRises: 1, becomeComplete: 1 });
    await expectRecountKeeps(database, "default");
  });

  test("leaves no learner out of the order of progress, nor any twice", async () => {
    const given = await newCourse(db(), ["a", "b", "c", "d"]);
    const { course, lesson } = given;
    const events = Array.from({ length: 40 }, (_, n) =>
      [..."abcd"]
        .filter((_name, i) => ((n * 7) >> i) % 2 === 1)
        .map((name) => ({
          type: "lesson.completed" as const,
          learner: `${course}-${n}`,
          lesson: lesson(name),
        })),
    ).flat();
    await recordEvents(db(), { events });
    await given.put(["b", "c", "e"], later);
    const list = async (state?: "completed") => {
      const pages: (readonly [string | null, number | null])[] = [];
      let after: string | undefined;
      do {
        const { items, next } = await reportCourseLearners(db(), {
          course,
          state,
          sort: "progress",
          limit: 7,
          after,
        });
        pages.push(...items.map((one) => [one.learner, one.progressPercentage] as const));
        after = next ?? undefined;
      } while (after !== undefined);
      return pages;
    };
    const states = async () => (await reportCourse(db(), { course })).states;
    const lists = [await list(), await list("completed"), await states()];
    await recountAttempts(db(), { limit: 10 });
    expect([await list(), await list("completed"), await states()]).toEqual(lists);
    await recountAllAttempts(db());
    expect([await list(), await list("completed"), await states()]).toEqual(lists);
    expect(new Set(lists.flat().map(String)).size).toBeGreaterThan(20);
  });

  test("counts at once as many attempts as it is told, and 1,000 where it is not", async () => {
    for (const [recountAtOnce, isLeft] of [
      [0, true],
      [1, true],
      [2, false],
      [undefined, false],
    ] as const) {
      const given = await newCourse(db(), ["a", "b"]);
      for (const one of ["x", "y"]) {
        await enroll(db(), { course: given.course, learner: `${given.course}-${one}` });
      }
      await given.put(["a"], { recountAtOnce });
      expect(await recountAttempts(db()), `${recountAtOnce}`).toBe(isLeft);
      await recountAllAttempts(db());
    }
  });

  test("of one tenant is not recounted for another", async () => {
    const given = await newCourse(db(), ["a", "b"]);
    await complete(given, "a");
    await given.put(["a"], later);
    await expect(recountAttempts(db(), {}, { tenant: "nobody" })).rejects.toThrow(MilepostError);
    await database.superuser.query("select milepost.create_tenant('elsewhere')");
    expect(await recountAttempts(db(), {}, { tenant: "elsewhere" })).toBe(false);
    expect(await stored(given)).toMatchObject([{ total_lessons: 2 }]);
    await expectRecountKeeps(database, "default");
  });
});
