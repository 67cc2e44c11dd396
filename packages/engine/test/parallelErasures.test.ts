import { describe, expect, test } from "vitest";
import { useDatabase } from "../../../tests/support/useDatabase.ts";
import { eraseLearner } from "../src/eraseLearner.ts";
import { exempt } from "../src/exempt.ts";
import { importEnrollments } from "../src/importEnrollments.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { retake } from "../src/retake.ts";
import type { Queryable } from "../src/types.ts";
import { withdraw } from "../src/withdraw.ts";
import { differences } from "./support/differences.ts";
import { newCourse } from "./support/newCourse.ts";
import { untilWaiting } from "./support/untilWaiting.ts";

type Place = { learner: string; course: string; lesson: string };

const acts: Record<string, (db: Queryable, place: Place) => Promise<unknown>> = {
  "an event with an id": (db, { learner, lesson }) =>
    recordEvents(db, { events: [{ type: "lesson.completed", learner, lesson, eventId: "e" }] }),
  "a withdrawal with a reason": (db, place) => withdraw(db, { ...place, reason: "moved" }),
  "a retake": (db, place) => retake(db, place),
  "an import of the next attempt": (db, { learner, course }) =>
    importEnrollments(db, { enrollments: [{ learner, course, attempt: 2 }] }),
};

// The embedded database has one connection, so these races are the server's alone.
describe("an erasure in parallel", () => {
  const database = useDatabase("PostgreSQL");
  const db = () => database.app;

  /** A learner whose attempt an erasure has to change, since a reason is written there. */
  async function newExempt(): Promise<Place> {
    const { course, learner, lesson } = await newCourse(db(), ["a"]);
    await recordEvents(db(), {
      events: [{ type: "lesson.viewed", learner, lesson: lesson("a") }],
    });
    await exempt(db(), { learner, course, reason: "did it elsewhere" });
    return { learner, course, lesson: lesson("a") };
  }

  async function expectNothingSaid(): Promise<void> {
    const { rows } = await database.superuser.query(
      `select r.learner_id from milepost.learner r
       where r.erased_at is not null and (
         exists (select from milepost.event_receipt er where er.learner_id = r.learner_id)
         or exists (select from milepost.enrollment e where e.learner_id = r.learner_id
           and coalesce(e.withdrawn_reason, e.exempted_reason) is not null)
         or exists (select from milepost.progress_event pe where pe.learner_id = r.learner_id
           and coalesce(pe.client_event_id, pe.reason) is not null))`,
    );
    expect(rows).toEqual([]);
    expect(await differences(database)).toEqual([]);
  }

  test.each(Object.entries(acts))(
    "%s that waits for the attempt comes before it",
    async (_, act) => {
      const place = await newExempt();
      const holder = await db().connect();
      try {
        await holder.query("begin");
        await withdraw(holder, place);
        const acting = act(db(), place);
        await untilWaiting(database, 1);
        const erasing = eraseLearner(db(), place);
        await untilWaiting(database, 2);
        await holder.query("commit");
        await acting;
        await erasing;
      } finally {
        holder.release();
      }
      await expectNothingSaid();
    },
  );

  test.each(Object.entries(acts))("%s that waits for it leaves nothing behind", async (_, act) => {
    const place = await newExempt();
    const eraser = await db().connect();
    try {
      await eraser.query("begin");
      await eraseLearner(eraser, place);
      const acting = act(db(), place).catch((error: unknown) => error);
      await untilWaiting(database, 1);
      await eraser.query("commit");
      await acting;
    } finally {
      eraser.release();
    }
    await expectNothingSaid();
  });
});
