import { describe, expect, test } from "vitest";
import { parallel } from "../../../tests/support/parallel.ts";
import { useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enrollMany } from "../src/enrollMany.ts";
import { eraseLearner } from "../src/eraseLearner.ts";
import { putOutline } from "../src/putOutline.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { readOutline } from "../src/readOutline.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { recountAttempts } from "../src/recountAttempts.ts";
import { reportCourse } from "../src/reports/reportCourse.ts";
import { differences } from "./support/differences.ts";
import { expectRecountKeeps } from "./support/expectRecountKeeps.ts";
import { newCourse } from "./support/newCourse.ts";
import { outlineLessons } from "./support/outlineLessons.ts";
import { untilWaiting } from "./support/untilWaiting.ts";

// The embedded database has one connection, so these races are the server's alone.
describe("outline edits beside other calls", { timeout: 120_000 }, () => {
  const database = useDatabase("PostgreSQL");
  const db = () => database.app;

  test("an edit waits for a write under way, and nobody waits for long behind the edit", async () => {
    const { course, learner, lesson, put } = await newCourse(db(), ["a", "b"]);
    const client = await db().connect();
    try {
      await client.query("begin");
      await completeLesson(client, { learner, lesson: lesson("a") });
      const edit = put(["b", "c"]);
      await untilWaiting(database, 1);
      // Were the edit to wait in one piece, these would stand behind it until we commit.
      for (let n = 0; n < 20; n++) {
        await completeLesson(db(), { learner: `${learner}-${n}`, lesson: lesson("a") });
      }
      expect((await readOutline(db(), { course })).outlineVersion).toBe(1);
      await client.query("commit");
      expect(await edit).toMatchObject({ outlineVersion: 2 });
    } finally {
      client.release();
    }
    expect(await readCourseProgress(db(), { course, learner })).toMatchObject({
      completedLessons: 0,
      totalLessons: 2,
    });
    expect(await differences(database)).toEqual([]);
  });

  test("an edit that finds no gap between writes gives up, and has changed nothing", async () => {
    const { course, learner, lesson, put } = await newCourse(db(), ["a", "b"]);
    const client = await db().connect();
    try {
      await client.query("begin");
      await completeLesson(client, { learner, lesson: lesson("a") });
      await expect(put(["b"])).rejects.toMatchObject({ code: "55P03" });
      await client.query("commit");
    } finally {
      client.release();
    }
    expect((await readOutline(db(), { course })).outlineVersion).toBe(1);
    expect(await put(["b"])).toMatchObject({ outlineVersion: 2 });
  });

  test("edits, recounts, writes and erasures at once leave every attempt exact", async () => {
    for (let round = 0; round < 4; round++) {
      const { course, lesson } = await newCourse(db(), ["a", "b", "c", "d"]);
      const learners = Array.from({ length: 60 }, (_, n) => `${course}-${n}`);
      await enrollMany(db(), { course, learners });
      const outlines = [
        ["a", "b", "c"],
        ["d", "c", "b", "a"],
        ["b", "e"],
        ["a", "b", "c", "d", "e"],
      ];
      let editing = true;
      await parallel(db(), 10, async (client, lane) => {
        if (lane === 0) {
          try {
            for (const names of outlines) {
              const lessons = outlineLessons(names, lesson);
              await putOutline(client, { course, title: "Edited", lessons, recountAtOnce: 0 });
            }
          } finally {
            editing = false;
          }
        } else if (lane < 3) {
          while (editing) await recountAttempts(client, { limit: 5 });
        } else if (lane === 3) {
          for (const learner of learners.slice(0, 5)) await eraseLearner(client, { learner });
        } else {
          for (const [n, learner] of learners.entries()) {
            if (n < 5 || n % 6 !== lane - 4) continue;
            const events = [..."abcd"].map((name) => ({
              type: "lesson.completed" as const,
              learner,
              lesson: lesson(name),
            }));
            if (n % 2 === 0) await recordEvents(client, { events: [...events].reverse() });
            else for (const event of events) await completeLesson(client, event);
          }
          await reportCourse(client, { course });
        }
      });
      expect(await differences(database)).toEqual([]);
      await expectRecountKeeps(database, "default");
      expect(await differences(database)).toEqual([]);
    }
  });
});
