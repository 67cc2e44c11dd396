import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import {
  type ChangeDeadlinesInput,
  changeDeadlines,
  type DeadlineAct,
} from "../src/changeDeadlines.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enroll } from "../src/enroll.ts";
import { enrollMany } from "../src/enrollMany.ts";
import { exempt } from "../src/exempt.ts";
import { reportCourse } from "../src/reports/reportCourse.ts";
import { retake } from "../src/retake.ts";
import type { Due } from "../src/types.ts";
import { withdraw } from "../src/withdraw.ts";
import { at } from "./support/at.ts";
import { differences } from "./support/differences.ts";
import { ledgerOf } from "./support/ledgerOf.ts";
import { newCourse } from "./support/newCourse.ts";
import { onDay } from "./support/onDay.ts";

const reason = "Parental leave.";
const berlin = "Europe/Berlin";

describe.each(databaseKinds)("deadlines of many on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;
  let course = "";
  let lesson = "";
  let count = 0;
  beforeAll(async () => {
    const made = await newCourse(db(), ["a"]);
    course = made.course;
    lesson = made.lesson("a");
  });

  /** A learner enrolled on the first day, with such a deadline. */
  async function enrolled(due?: Due | null): Promise<DeadlineAct> {
    const learner = `in-bulk-${++count}`;
    await enroll(db(), { course, learner, due }, { now: onDay(0) });
    return { learner, course, attempt: 1 };
  }
  const change = (input: Omit<ChangeDeadlinesInput, "reason">) =>
    changeDeadlines(db(), { reason, ...input }, { now: onDay(1), actor: "administrator grace" });
  const extend = async (due: Due, extendDays: number) => {
    const [result] = await change({ attempts: [await enrolled(due)], extendDays });
    return [result?.dueAt?.toISOString(), result?.timeZone];
  };
  const stored = async ({ learner }: { learner: string }) => {
    const { rows } = await database.superuser.query(
      `select due_at, original_due_at, due_rule, due_date::text, due_days, due_time_zone,
         due_time_zone_source
       from milepost.enrollment e join milepost.learner r using (bucket, learner_id)
       where r.external_id = $1 and e.is_current`,
      [learner],
    );
    return rows[0];
  };

  test("are extended by calendar days of each one's own zone", async () => {
    // Summer time begins on 29 March in Berlin, so the day after has another offset.
    const onDate = "2026-03-20";
    expect(await extend({ onDate, timeZone: berlin }, 14)).toEqual([
      "2026-04-03T21:59:59.999Z",
      berlin,
    ]);
    expect(await extend({ afterDays: 10, timeZone: "Asia/Tokyo" }, 1)).toEqual([
      "2026-03-13T14:59:59.999Z",
      "Asia/Tokyo",
    ]);
  });

  test("that are instants have no calendar, and days of 24 hours", async () => {
    const instant = new Date("2026-03-20T10:00:00.000Z");
    expect(await extend({ at: instant }, 14)).toEqual(["2026-04-03T10:00:00.000Z", null]);
  });

  test("that are instants in a zone keep their hour by its calendar", async () => {
    const one = await enrolled({ onDate: "2026-03-20", timeZone: berlin });
    const dueAt = new Date("2026-03-20T10:00:00.000Z");
    await change({ attempts: [{ ...one, dueAt }] });
    expect(await stored(one)).toMatchObject({ due_rule: "instant", due_time_zone: berlin });
    const [result] = await change({ attempts: [one], extendDays: 14 });
    expect(result?.dueAt).toEqual(new Date("2026-04-03T09:00:00.000Z"));
  });

  test("go to one deadline for all, and are taken away from all", async () => {
    const attempts = [await enrolled(), await enrolled({ at: onDay(9) })];
    const due = { onDate: "2026-05-04", timeZone: berlin };
    const dueAt = new Date("2026-05-04T21:59:59.999Z");
    expect(await change({ attempts, due })).toEqual([
      expect.objectContaining({ status: "recorded", dueAt, previousDueAt: null, timeZone: berlin }),
      expect.objectContaining({ status: "recorded", dueAt, previousDueAt: onDay(9) }),
    ]);
    expect(await change({ attempts, due })).toMatchObject(
      attempts.map((one) => ({ ...one, status: "unchanged", dueAt })),
    );
    expect(await change({ attempts, due: null })).toMatchObject(
      attempts.map(() => ({ status: "recorded", dueAt: null, previousTimeZone: berlin })),
    );
  });

  test("are on record with who moved them and why, before and after", async () => {
    const one = await enrolled({ at: onDay(9) });
    await change({ attempts: [one], extendDays: 2 });
    expect(await ledgerOf(db(), one, ["deadline.moved"])).toMatchObject([
      {
        occurredAt: onDay(1),
        receivedAt: onDay(1),
        reason,
        actor: "administrator grace",
        source: "api",
        data: { rule: "instant" },
      },
    ]);
    expect((await stored(one)).original_due_at).toEqual(onDay(9));
  });

  test.each([
    ["an instant", { at: onDay(9) }],
    ["a local date", { onDate: "2026-03-20", timeZone: berlin }],
    ["days after enrollment", { afterDays: 10, timeZone: "Asia/Tokyo" }],
    ["days after enrollment in no zone of its own", { afterDays: 10 }],
  ])("stated as %s are after an undone extension what they were", async (_, due) => {
    const one = await enrolled(due);
    const before = await stored(one);
    const [done] = await change({ attempts: [one], extendDays: 30 });
    const undo = {
      ...one,
      expectedDueAt: done?.dueAt,
      dueAt: done?.previousDueAt,
      timeZone: done?.previousTimeZone,
    };
    expect(await change({ attempts: [undo] })).toMatchObject([{ status: "recorded" }]);
    expect(await stored(one)).toEqual(before);
    expect(await ledgerOf(db(), one, ["deadline.moved"])).toHaveLength(2);
    expect(await differences(database)).toEqual([]);
  });

  test("that all got another deadline go back to their own, or to none", async () => {
    const attempts = [
      await enrolled({ onDate: "2026-03-20", timeZone: berlin }),
      await enrolled({ at: onDay(9) }),
      await enrolled(),
    ];
    const before = await Promise.all(attempts.slice(0, 2).map(stored));
    const done = await change({ attempts, due: { onDate: "2026-05-04", timeZone: "Asia/Tokyo" } });
    const undone = await change({
      attempts: done.map((one) => ({
        learner: one.learner,
        course,
        attempt: 1,
        expectedDueAt: one.dueAt,
        dueAt: one.previousDueAt,
        timeZone: one.previousTimeZone,
      })),
    });
    expect(undone.map(({ status }) => status)).toEqual(["recorded", "recorded", "recorded"]);
    expect(await Promise.all(attempts.slice(0, 2).map(stored))).toEqual(before);
    // The first deadline ever given stays on record.
    expect(await stored(attempts[2] as DeadlineAct)).toMatchObject({
      due_at: null,
      original_due_at: new Date("2026-05-04T14:59:59.999Z"),
    });
  });

  test("are refused one by one, each with its reason, and the others move", async () => {
    const [done, left, free, again, moved, without, fine] = [
      await enrolled({ at: onDay(9) }),
      await enrolled({ at: onDay(9) }),
      await enrolled({ at: onDay(9) }),
      await enrolled({ at: onDay(9) }),
      await enrolled({ at: onDay(9) }),
      await enrolled(),
      await enrolled({ at: onDay(9) }),
    ];
    await completeLesson(db(), { learner: done.learner, lesson }, { now: onDay(0) });
    await withdraw(db(), left);
    await exempt(db(), { ...free, reason });
    await retake(db(), { ...again, force: true });
    const attempts = [
      done,
      left,
      free,
      again,
      { ...moved, expectedDueAt: onDay(8) },
      without,
      { ...fine, expectedDueAt: onDay(9) },
      fine,
      { ...fine, learner: "nobody-here" },
      { ...fine, course: "no-course" },
      { ...fine, attempt: 7 },
    ];
    const results = await change({ attempts, extendDays: 3 });
    expect(results.map(({ status, code }) => code ?? status)).toEqual([
      "attempt_completed",
      "attempt_withdrawn",
      "attempt_exempt",
      "attempt_not_current",
      "deadline_moved",
      "deadline_missing",
      "recorded",
      "attempt_repeated",
      "learner_not_found",
      "course_not_found",
      "enrollment_not_found",
    ]);
    expect(results[4]).toMatchObject({ ...moved, dueAt: onDay(9), previousDueAt: onDay(9) });
    expect(results[6]).toMatchObject({ ...fine, dueAt: onDay(12) });
    expect((await stored(done)).due_at).toEqual(onDay(9));
    const dueAt = onDay(20);
    const unplaced = [
      moved,
      { ...moved, dueAt, timeZone: "Mars/Olympus" },
      { ...moved, dueAt: new Date("1999-01-01T00:00:00Z") },
    ];
    for (const [n, code] of [
      "due_out_of_range",
      "time_zone_unknown",
      "time_out_of_range",
    ].entries()) {
      const [result] = await change({ attempts: [unplaced[n] as DeadlineAct] });
      expect(result).toMatchObject({ status: "refused", code });
    }
    expect(await differences(database)).toEqual([]);
  });

  test("that would end up behind the year 9999 are refused alone", async () => {
    const late = await enrolled({ at: new Date("9999-12-01T00:00:00Z") });
    const fine = await enrolled({ at: onDay(9) });
    const results = await change({ attempts: [late, fine], extendDays: 3650 });
    expect(results.map(({ status, code }) => code ?? status)).toEqual([
      "time_out_of_range",
      "recorded",
    ]);
  });

  test("are previewed without a trace, as they are then moved", async () => {
    const done = await enrolled({ at: onDay(9) });
    await completeLesson(db(), { learner: done.learner, lesson }, { now: onDay(0) });
    const one = await enrolled({ onDate: "2026-03-20", timeZone: berlin });
    const attempts = [one, done, one];
    const before = await stored(one);
    const preview = await change({ attempts, extendDays: 7, preview: true });
    expect(await stored(one)).toEqual(before);
    expect(await ledgerOf(db(), one, ["deadline.moved"])).toEqual([]);
    expect(preview.map(({ status }) => status)).toEqual(["recorded", "refused", "refused"]);
    expect(await change({ attempts, extendDays: 7 })).toEqual(preview);
  });

  test("previewed beside an outline edit that attempts have yet to follow go by its outline", async () => {
    const made = await newCourse(db(), ["a", "b"]);
    const one = { learner: made.learner, course: made.course, attempt: 1 };
    await enroll(db(), { ...one, due: { at: onDay(9) } });
    await completeLesson(db(), { ...one, lesson: made.lesson("a"), at: at(1) });
    await made.put(["a"], { now: at(5), recountAtOnce: 0 });
    const acts = { attempts: [one], extendDays: 1 };
    const refused = [{ status: "refused", code: "attempt_completed" }];
    expect(await change({ ...acts, preview: true })).toMatchObject(refused);
    expect(await change(acts)).toMatchObject(refused);
    expect(await differences(database)).toEqual([]);
  });

  test("count in the reports at once", async () => {
    const made = await newCourse(db(), ["a"]);
    const one = { learner: made.learner, course: made.course, attempt: 1 };
    await enroll(db(), { ...one, due: { at: onDay(2) } }, { now: onDay(0) });
    const overdue = async () =>
      (await reportCourse(db(), { course: made.course }, { now: onDay(3) })).states.overdue;
    expect(await overdue()).toBe(1);
    await change({ attempts: [one], extendDays: 7 });
    expect(await overdue()).toBe(0);
    expect(await differences(database)).toEqual([]);
  });

  test("need a reason of up to 500 characters, and one way of being stated", async () => {
    const attempts = [await enrolled({ at: onDay(9) })];
    const refusal = (input: Partial<ChangeDeadlinesInput>) =>
      changeDeadlines(db(), { attempts, reason, ...input }).then(
        () => "",
        ({ code }) => code,
      );
    expect(await refusal({ reason: " ", extendDays: 1 })).toBe("reason_required");
    expect(await refusal({ reason: "x".repeat(501), extendDays: 1 })).toBe("text_out_of_range");
    expect(await refusal({ reason: "x".repeat(500), extendDays: 1 })).toBe("");
    for (const extendDays of [0, 3651]) {
      expect(await refusal({ extendDays })).toBe("due_out_of_range");
    }
    expect(await refusal({ extendDays: 1, due: { afterDays: 1 } })).toBe("due_out_of_range");
    expect(await refusal({ due: { afterDays: 1, timeZone: "No/Where" } })).toBe(
      "time_zone_unknown",
    );
    expect(await refusal({ attempts: [], extendDays: 1 })).toBe("");
  });

  // The embedded database takes milliseconds for each, and 10,000 of them in no other way.
  const many = kind === "embedded" ? 1000 : 10_000;

  test("of 10,000 attempts move in one call, and of one more none", {
    timeout: 120_000,
  }, async () => {
    const made = await newCourse(db(), ["a"]);
    const learners = Array.from({ length: 10_001 }, (_, n) => `${made.learner}-${n}`);
    const all = learners.map((learner) => ({ learner, course: made.course, attempt: 1 }));
    const tooMany = change({ attempts: all, extendDays: 1 });
    await expect(tooMany).rejects.toMatchObject({ code: "batch_too_large" });
    const some = { course: made.course, learners: learners.slice(0, many) };
    await enrollMany(db(), { ...some, due: { at: onDay(9) } });
    const results = await change({ attempts: all.slice(0, many), extendDays: 1 });
    expect(results.map(({ learner }) => learner)).toEqual(some.learners);
    expect(new Set(results.map(({ dueAt }) => dueAt?.getTime()))).toEqual(
      new Set([onDay(10).getTime()]),
    );
  });
});
