import { describe, expect, test } from "vitest";
import { parallel } from "../../../tests/support/parallel.ts";
import { useDatabase } from "../../../tests/support/useDatabase.ts";
import { bucketOf } from "../src/bucketOf.ts";
import { eraseLearner } from "../src/eraseLearner.ts";
import { MilepostError } from "../src/MilepostError.ts";
import { mergeEvents } from "../src/mergeEvents.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { recordView } from "../src/recordView.ts";
import { retake } from "../src/retake.ts";
import type { EventInput, Queryable } from "../src/types.ts";
import { at } from "./support/at.ts";
import { differences } from "./support/differences.ts";
import { copyLines } from "./support/merge.ts";
import { newCourse } from "./support/newCourse.ts";

// The embedded database has one connection, so these races are the server's alone.
describe("merges in parallel", { timeout: 120_000 }, () => {
  const database = useDatabase("PostgreSQL");
  const names = ["a", "b", "c", "d"];

  /** Every learner through every lesson, in an order that no lock follows. */
  function eventsOf(learners: readonly string[], lesson: (name: string) => string): EventInput[] {
    return names.flatMap((name, n) =>
      learners.toReversed().map((learner, m) => ({
        type: m % 3 === 0 ? "lesson.viewed" : "lesson.completed",
        learner,
        lesson: lesson(name),
        at: at(n * 10),
        ...(m % 4 === 0 ? { eventId: `${name}-${learner}` } : {}),
      })),
    );
  }

  test("go with each other, batches, single facts, retakes and erasures, and lose nothing", async () => {
    const { course, lesson } = await newCourse(database.app, names);
    const learners = Array.from({ length: 120 }, (_, n) => `${course}-${n}`);
    const events = eventsOf(learners, lesson);
    const lanes = [0, 1].map((lane) =>
      events.filter((event) => bucketOf("default", event.learner) % 2 === lane),
    );
    const merging = async (client: Queryable, some: readonly EventInput[]) => {
      await client.query("begin");
      await mergeEvents(client as never, { events: some, copyLines });
      await client.query("commit");
    };
    const acts: ((db: Queryable) => Promise<unknown>)[] = [
      ...lanes.map((lane) => (db: Queryable) => merging(db, lane)),
      (db) => merging(db, events.toReversed()),
      (db) => recordEvents(db, { events }),
      ...learners.slice(0, 12).map((learner, n) => (db: Queryable) => {
        if (n % 4 === 0) return eraseLearner(db, { learner });
        if (n % 4 === 1) return retake(db, { learner, course, force: true });
        return recordView(db, { learner, lesson: lesson("a") });
      }),
    ];
    for (let round = 0; round < 5; round++) {
      await parallel(database.app, acts.length, async (client, n) => {
        try {
          await acts[n]?.(client);
        } catch (error) {
          // Whom nobody has recorded yet can be neither erased nor enrolled anew.
          if (!(error instanceof MilepostError)) throw error;
        }
      });
      expect(await differences(database)).toEqual([]);
    }
    const { rows } = await database.superuser.query(
      `select count(*)::int as n from milepost.lesson_progress lp
       join milepost.enrollment e using (bucket, enrollment_id)
       join milepost.learner r using (bucket, learner_id)
       where e.attempt_no = 1 and r.external_id = any ($1)`,
      [learners.slice(12)],
    );
    expect(rows[0].n).toBe(108 * names.length);
  });
});
