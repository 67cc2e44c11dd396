import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enroll } from "../src/enroll.ts";
import { putLearner } from "../src/putLearner.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { recordView } from "../src/recordView.ts";
import { at } from "./support/at.ts";
import { ledgerOf } from "./support/ledgerOf.ts";
import { newCourse } from "./support/newCourse.ts";

describe.each(databaseKinds)("events on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;
  const rowsOf = async (learner: string) => {
    const { rows } = await database.superuser.query(
      `select
         (select count(*)::int from milepost.learner where external_id = $1) as learners,
         (select count(*)::int from milepost.enrollment join milepost.learner using (learner_id)
           where external_id = $1) as attempts`,
      [learner],
    );
    return rows[0];
  };

  test("a fact of an unknown lesson is refused and creates no learner", async () => {
    const fact = { learner: "nobody-1", lesson: "no-such-lesson" };
    await expect(recordView(db(), fact)).rejects.toMatchObject({ code: "lesson_not_found" });
    await expect(completeLesson(db(), { ...fact, eventId: "e" })).rejects.toMatchObject({
      code: "lesson_not_found",
      subject: fact,
    });
    expect(await recordEvents(db(), { events: [{ type: "lesson.viewed", ...fact }] })).toEqual([
      { status: "refused", code: "lesson_not_found" },
    ]);
    expect(await rowsOf("nobody-1")).toEqual({ learners: 0, attempts: 0 });
  });

  test("a course that requires enrollment refuses facts of others and writes nothing", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a"], { enrollment: "required" });
    const fact = { learner, lesson: lesson("a") };
    const refusal = { code: "enrollment_required" };
    await expect(recordView(db(), fact)).rejects.toMatchObject(refusal);
    await expect(completeLesson(db(), { ...fact, eventId: "e1" })).rejects.toMatchObject(refusal);
    const events = [{ type: "lesson.completed" as const, ...fact, eventId: "e1" }];
    expect(await recordEvents(db(), { events })).toEqual([{ status: "refused", ...refusal }]);
    expect(await rowsOf(learner)).toEqual({ learners: 0, attempts: 0 });

    // Nor was the event's id taken: once enrolled, the same event is recorded.
    await enroll(db(), { learner, course });
    expect(await recordEvents(db(), { events })).toEqual([{ status: "recorded" }]);
  });

  test("a known learner who is not enrolled is refused where enrollment is required", async () => {
    const { learner, lesson } = await newCourse(db(), ["a"], { enrollment: "required" });
    await putLearner(db(), { learner });
    const fact = { learner, lesson: lesson("a") };
    await expect(recordView(db(), fact)).rejects.toMatchObject({ code: "enrollment_required" });
    expect(await rowsOf(learner)).toEqual({ learners: 1, attempts: 0 });
  });

  test.each([
    { what: "before the year 2000", time: "1999-12-31T23:59:59.999Z" },
    { what: "after the year 9999", time: "+010000-01-01T00:00:00.000Z" },
    { what: "at the end of what a Date holds", time: "+275760-09-13T00:00:00.000Z" },
  ])("a time $what is refused", async ({ time }) => {
    const { learner, lesson } = await newCourse(db(), ["a"]);
    const fact = { learner, lesson: lesson("a"), at: new Date(time) };
    const refusal = { code: "time_out_of_range" };
    await expect(recordView(db(), fact)).rejects.toMatchObject(refusal);
    await expect(completeLesson(db(), { ...fact, eventId: "e" })).rejects.toMatchObject(refusal);
    expect(await recordEvents(db(), { events: [{ type: "lesson.viewed", ...fact }] })).toEqual([
      { status: "refused", ...refusal },
    ]);
    expect(await rowsOf(learner)).toEqual({ learners: 0, attempts: 0 });
  });

  test("the first instant of the year 2000 is recorded", async () => {
    const { learner, lesson } = await newCourse(db(), ["a"]);
    const fact = { learner, lesson: lesson("a"), at: new Date("2000-01-01T00:00:00Z") };
    expect((await recordView(db(), fact)).lesson.firstViewedAt).toEqual(fact.at);
  });

  test.each([
    { what: "an empty learner id", change: { learner: "" } },
    { what: "a learner id of 256 characters", change: { learner: "x".repeat(256) } },
    { what: "an empty lesson id", change: { lesson: "" } },
    { what: "a lesson id of 256 characters", change: { lesson: "x".repeat(256) } },
    { what: "an empty event id", change: { eventId: "" } },
    { what: "an event id of 256 characters", change: { eventId: "x".repeat(256) } },
    { what: "an id with the character that no text holds", change: { learner: "a\u0000b" } },
  ])("$what is refused, alone", async ({ change }) => {
    const { learner, lesson } = await newCourse(db(), ["a"]);
    const good = { type: "lesson.completed" as const, learner, lesson: lesson("a") };
    const events = [{ ...good, ...change }, good];
    expect(await recordEvents(db(), { events })).toEqual([
      { status: "refused", code: "id_out_of_range" },
      { status: "recorded" },
    ]);
    const single = completeLesson(db(), { ...good, ...change });
    await expect(single).rejects.toMatchObject({ code: "id_out_of_range" });
  });

  test("ids of 255 characters, in any script, are taken", async () => {
    const { lesson } = await newCourse(db(), ["a"]);
    const learner = `${"ж".repeat(254)}🎓`;
    const fact = { learner, lesson: lesson("a"), eventId: "é".repeat(255) };
    expect((await completeLesson(db(), fact)).status).toBe("recorded");
  });

  test("an event of an unknown type is refused, alone", async () => {
    const { learner, lesson } = await newCourse(db(), ["a"]);
    const good = { type: "lesson.viewed" as const, learner, lesson: lesson("a") };
    const bad = { ...good, type: "lesson.liked" as unknown as "lesson.viewed" };
    expect(await recordEvents(db(), { events: [bad, good, bad] })).toEqual([
      { status: "refused", code: "event_type_unknown" },
      { status: "recorded" },
      { status: "refused", code: "event_type_unknown" },
    ]);
  });

  test("a refused event fails alone and the rest of its batch is answered in order", async () => {
    const open = await newCourse(db(), ["a", "b"]);
    const closed = await newCourse(db(), ["a"], { enrollment: "required" });
    const { learner } = open;
    const type = "lesson.completed" as const;
    const results = await recordEvents(db(), {
      events: [
        { type, learner, lesson: open.lesson("a"), at: at(1) },
        { type, learner, lesson: closed.lesson("a"), at: at(1) },
        { type, learner, lesson: open.lesson("a"), at: at(1) },
        { type, learner, lesson: "no-such-lesson", at: at(1) },
        { type, learner, lesson: open.lesson("b"), at: new Date(0) },
        { type, learner, lesson: open.lesson("b"), at: at(2) },
      ],
    });
    expect(results).toEqual([
      { status: "recorded" },
      { status: "refused", code: "enrollment_required" },
      { status: "unchanged" },
      { status: "refused", code: "lesson_not_found" },
      { status: "refused", code: "time_out_of_range" },
      { status: "recorded" },
    ]);
    const page = await readCourseProgress(db(), { learner, course: open.course });
    expect(page).toMatchObject({ completedLessons: 2, completedAt: at(2) });
  });

  test("an event id seen before changes nothing, by whichever call it comes", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a", "b"]);
    const first = { learner, lesson: lesson("a"), at: at(5), eventId: "e1" };
    await completeLesson(db(), first);
    const before = await readCourseProgress(db(), { learner, course });
    const ledger = await ledgerOf(db(), { learner, course });

    expect((await completeLesson(db(), first)).status).toBe("unchanged");
    const other = { ...first, lesson: lesson("b"), at: at(9) };
    expect((await completeLesson(db(), other)).status).toBe("unchanged");
    expect((await recordView(db(), { ...first, at: at(8) })).status).toBe("unchanged");
    const events = [
      { ...other, type: "lesson.viewed" as const },
      { ...first, at: at(2), type: "lesson.completed" as const },
    ];
    expect(await recordEvents(db(), { events })).toEqual([
      { status: "unchanged" },
      { status: "unchanged" },
    ]);
    expect(await readCourseProgress(db(), { learner, course })).toEqual(before);
    expect(await ledgerOf(db(), { learner, course })).toEqual(ledger);
  });

  test("of two events with one id in a batch the first counts", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a", "b"]);
    const event = { type: "lesson.completed" as const, learner, eventId: "e1" };
    const events = [
      { ...event, lesson: lesson("a"), at: at(5) },
      { ...event, lesson: lesson("b"), at: at(6) },
      { ...event, eventId: "e2", lesson: lesson("b"), at: at(7) },
    ];
    const results = await recordEvents(db(), { events });
    expect(results.map(({ status }) => status)).toEqual(["recorded", "unchanged", "recorded"]);
    const page = await readCourseProgress(db(), { learner, course });
    expect(page.completedAt).toEqual(at(7));
  });

  test.each(["one by one", "in one batch"])(
    "an event id seen before does not enroll the learner in another course, %s",
    async (how) => {
      const one = await newCourse(db(), ["a"]);
      const other = await newCourse(db(), ["a"]);
      const { learner } = one;
      const event = { type: "lesson.viewed" as const, learner, eventId: "e1" };
      const events = [
        { ...event, lesson: one.lesson("a") },
        { ...event, lesson: other.lesson("a") },
      ];
      const results =
        how === "in one batch"
          ? await recordEvents(db(), { events })
          : [
              ...(await recordEvents(db(), { events: events.slice(0, 1) })),
              ...(await recordEvents(db(), { events: events.slice(1) })),
            ];
      expect(results.map(({ status }) => status)).toEqual(["recorded", "unchanged"]);
      expect(await rowsOf(learner)).toEqual({ learners: 1, attempts: 1 });
    },
  );

  test("an event id belongs to its learner: another learner's is another event", async () => {
    const { learner, lesson } = await newCourse(db(), ["a"]);
    const event = { type: "lesson.viewed" as const, lesson: lesson("a"), eventId: "e1" };
    const events = [
      { ...event, learner },
      { ...event, learner: `${learner}-2` },
    ];
    expect(await recordEvents(db(), { events })).toEqual([
      { status: "recorded" },
      { status: "recorded" },
    ]);
  });

  test("a refused event does not use up its id", async () => {
    const { learner, lesson } = await newCourse(db(), ["a"]);
    const event = { type: "lesson.viewed" as const, learner, eventId: "e1" };
    const events = [
      { ...event, lesson: "no-such-lesson" },
      { ...event, lesson: lesson("a") },
    ];
    const results = await recordEvents(db(), { events });
    expect(results.map(({ status }) => status)).toEqual(["refused", "recorded"]);
  });

  test("an empty batch answers no results", async () => {
    expect(await recordEvents(db(), { events: [] })).toEqual([]);
  });

  test("a batch takes 5,000 events and refuses one more as a whole", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a"]);
    const event = { type: "lesson.completed" as const, learner, lesson: lesson("a") };
    const events = Array.from({ length: 5001 }, (_, n) => ({ ...event, at: at(n) }));
    const tooMany = recordEvents(db(), { events });
    await expect(tooMany).rejects.toMatchObject({ code: "batch_too_large" });
    expect(await rowsOf(learner)).toEqual({ learners: 0, attempts: 0 });

    const results = await recordEvents(db(), { events: events.slice(1) });
    expect(results).toHaveLength(5000);
    expect(results.filter(({ status }) => status === "recorded")).toHaveLength(1);
    const page = await readCourseProgress(db(), { learner, course });
    expect(page.completedAt).toEqual(at(1));
  });

  test("source and actor of a completion are on record", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a"]);
    const scope = { source: "lms", actor: "service:lms" };
    await completeLesson(db(), { learner, lesson: lesson("a"), eventId: "e7" }, scope);
    const [, completed] = await ledgerOf(db(), { learner, course });
    expect(completed).toMatchObject({ ...scope, type: "lesson.completed", eventId: "e7" });
    const { rows } = await database.superuser.query(
      `select completion_source from milepost.lesson_progress
       join milepost.enrollment using (enrollment_id) join milepost.learner using (learner_id)
       where external_id = $1`,
      [learner],
    );
    expect(rows).toEqual([{ completion_source: "lms" }]);
  });
});
