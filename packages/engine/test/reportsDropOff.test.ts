import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { foldReports } from "../src/reports/foldReports.ts";
import { type LessonSegment, reportCourseLearners } from "../src/reports/reportCourseLearners.ts";
import { reportLessons } from "../src/reports/reportLessons.ts";
import type { EventInput } from "../src/types.ts";
import { everyPage } from "./support/everyPage.ts";
import { newCourse } from "./support/newCourse.ts";
import { onDay } from "./support/onDay.ts";

const now = onDay(30);
/** The learners of the golden fixture in spec/metrics.md, by what became of them at lesson `a`. */
const people = {
  completed: named("done", 150),
  stillActive: named("active", 12),
  movedOn: named("moved", 18),
  stoppedHere: named("stopped", 20),
};
const left = [...people.stillActive, ...people.movedOn, ...people.stoppedHere];

function named(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${prefix}-${n}`);
}

function events(lesson: (name: string) => string): EventInput[] {
  const each = (
    learners: readonly string[],
    type: EventInput["type"],
    [name, day]: readonly [string, number],
  ) => learners.map((learner) => ({ type, learner, lesson: lesson(name), at: onDay(day) }));
  return [
    ...each(people.completed, "lesson.viewed", ["a", 1]),
    ...each(people.completed, "lesson.completed", ["a", 2]),
    ...each(people.stillActive, "lesson.viewed", ["a", 17]),
    ...each(people.movedOn, "lesson.viewed", ["a", 1]),
    ...each(people.movedOn, "lesson.viewed", ["b", 2]),
    // To the instant: silent for 14 days is stopped, a day later is not.
    ...each(people.stoppedHere, "lesson.viewed", ["a", 16]),
  ];
}

describe.each(databaseKinds)("drop-off at a lesson on %s", (kind) => {
  const database = useDatabase(kind);
  let course = "";
  let lesson = "";

  beforeAll(async () => {
    const made = await newCourse(database.app, ["a", "b"]);
    course = made.course;
    lesson = made.lesson("a");
    await recordEvents(database.app, { events: events(made.lesson) }, { now });
  });

  const golden = {
    available: 200,
    viewed: 200,
    completed: 150,
    viewedNotCompleted: 50,
    dropOffRate: 0.25,
    stillActive: 12,
    movedOn: 18,
    stoppedHere: 20,
    stoppedHereRate: 0.1,
    settledDropOffRate: 0.2021,
    reachRate: 1,
    medianSeconds: 86_400,
  };

  test("of 200 who viewed and 150 who completed is a quarter, of which a part is settled", async () => {
    const report = () => reportLessons(database.app, { course }, { now });
    expect((await report()).items[0]).toMatchObject(golden);
    await foldReports(database.app);
    expect((await report()).items[0]).toMatchObject(golden);
  });

  test.each<[LessonSegment, string[]]>([
    ["viewed", [...people.completed, ...left]],
    ["completed", people.completed],
    ["viewedNotCompleted", left],
    ["stillActive", people.stillActive],
    ["movedOn", people.movedOn],
    ["stoppedHere", people.stoppedHere],
  ])("has behind %s exactly its people, seven a page and each once", async (segment, expected) => {
    const request = { course, lesson, segment, limit: 7 };
    for (const sort of ["name", "progress", "lastActivity"] as const) {
      const pages = await everyPage((after) =>
        reportCourseLearners(database.app, { ...request, sort, after }, { now }),
      );
      const found = pages.flat().map(({ learner }) => learner);
      expect(found.toSorted(), sort).toEqual(expected.toSorted());
      expect(pages.slice(0, -1).every((page) => page.length === 7)).toBe(true);
    }
  });

  test("is of those who viewed the next lesson alone there", async () => {
    const { items } = await reportLessons(database.app, { course }, { now });
    expect(items[1]).toMatchObject({
      available: 200,
      viewed: 18,
      completed: 0,
      movedOn: 0,
      stoppedHere: 18,
      reachRate: 0.09,
      medianSeconds: null,
    });
  });
});
