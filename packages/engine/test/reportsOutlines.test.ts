import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { foldReports } from "../src/reports/foldReports.ts";
import { reportCourseLearners } from "../src/reports/reportCourseLearners.ts";
import { reportLessons } from "../src/reports/reportLessons.ts";
import type { EventInput } from "../src/types.ts";
import { withdraw } from "../src/withdraw.ts";
import { type NewCourse, newCourse } from "./support/newCourse.ts";
import { onDay } from "./support/onDay.ts";

const now = onDay(40);

describe.each(databaseKinds)("reports of an outline that changes on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  const record = (
    made: NewCourse,
    day: number,
    facts: readonly [string, "view" | "done", string][],
  ) =>
    recordEvents(
      db(),
      {
        events: facts.map(
          ([learner, what, name]): EventInput => ({
            type: what === "view" ? "lesson.viewed" : "lesson.completed",
            learner,
            lesson: made.lesson(name),
          }),
        ),
      },
      { now: onDay(day) },
    );
  /** Of each lesson its name and some of its numbers, the same with everything folded. */
  const lessonsOf = async ({ course, lesson }: NewCourse) => {
    const items = (await reportLessons(db(), { course }, { now })).items;
    await foldReports(db());
    expect((await reportLessons(db(), { course }, { now })).items).toEqual(items);
    return items.map((item) => [
      item.lesson.slice(lesson("").length),
      item.available,
      item.viewed,
      item.reachRate,
    ]);
  };

  test("a lesson added later is held against those alone who could still view it", async () => {
    const made = await newCourse(db(), ["a"]);
    await record(made, 1, [
      ["ended", "done", "a"],
      ["curious", "done", "a"],
      ["going", "view", "a"],
      ["left", "view", "a"],
    ]);
    await withdraw(db(), { course: made.course, learner: "left" }, { now: onDay(5) });
    await made.put(["a", "b"], { now: onDay(10) });
    await record(made, 11, [
      ["going", "view", "b"],
      ["newcomer", "view", "a"],
    ]);
    expect(await lessonsOf(made)).toEqual([
      ["a", 5, 5, 1],
      ["b", 2, 1, 0.5],
    ]);
    // Who had ended and views it all the same could view it.
    await record(made, 12, [["curious", "view", "b"]]);
    expect(await lessonsOf(made)).toEqual([
      ["a", 5, 5, 1],
      ["b", 3, 2, 0.6667],
    ]);
  });

  test("who goes on to the lesson added later has moved on from the one before", async () => {
    const made = await newCourse(db(), ["a"]);
    const { course } = made;
    await record(made, 1, [["ada", "view", "a"]]);
    const segments = async () => {
      const [first] = (await reportLessons(db(), { course }, { now })).items;
      return [first?.movedOn, first?.stoppedHere];
    };
    expect(await segments()).toEqual([0, 1]);
    await made.put(["a", "b"], { now: onDay(10) });
    await record(made, 11, [["ada", "view", "b"]]);
    expect(await segments()).toEqual([1, 0]);
    // With the order turned round, she stopped at the one that is last now.
    await made.put(["b", "a"], { now: onDay(12) });
    const { items } = await reportLessons(db(), { course }, { now });
    expect(items.map(({ movedOn, stoppedHere }) => [movedOn, stoppedHere])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test("a lesson that is retired leaves the report, and comes back with its viewers", async () => {
    const made = await newCourse(db(), ["a", "b"]);
    const { course } = made;
    await record(made, 1, [
      ["ada", "view", "a"],
      ["ada", "view", "b"],
      ["ben", "view", "a"],
    ]);
    await made.put(["a"], { now: onDay(10) });
    expect(await lessonsOf(made)).toEqual([["a", 2, 2, 1]]);
    const stopped = { course, lesson: made.lesson("a"), segment: "stoppedHere" } as const;
    const without = await reportCourseLearners(db(), stopped, { now });
    expect(without.items.map(({ learner }) => learner).toSorted()).toEqual(["ada", "ben"]);

    await record(made, 11, [["cy", "view", "a"]]);
    await made.put(["a", "b"], { now: onDay(12) });
    expect(await lessonsOf(made)).toEqual([
      ["a", 3, 3, 1],
      ["b", 3, 1, 0.3333],
    ]);
    const again = await reportCourseLearners(db(), stopped, { now });
    expect(again.items.map(({ learner }) => learner).toSorted()).toEqual(["ben", "cy"]);
  });
});
