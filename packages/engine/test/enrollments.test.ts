import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enroll } from "../src/enroll.ts";
import { enrollMany } from "../src/enrollMany.ts";
import { exempt } from "../src/exempt.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { recordView } from "../src/recordView.ts";
import { reinstate } from "../src/reinstate.ts";
import { reportCourse } from "../src/reports/reportCourse.ts";
import { retake } from "../src/retake.ts";
import { withdraw } from "../src/withdraw.ts";
import { at } from "./support/at.ts";
import { differences } from "./support/differences.ts";
import { ledgerOf } from "./support/ledgerOf.ts";
import { newCourse } from "./support/newCourse.ts";

describe.each(databaseKinds)("enrollments on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  test("enrolling opens the first attempt, of a learner it creates where unknown", async () => {
    const { learner, course } = await newCourse(db(), ["a", "b", "c?"]);
    const scope = { now: at(10), actor: "administrator" };
    expect(await enroll(db(), { learner, course, enrolledAt: at(3) }, scope)).toEqual({
      learner,
      course,
      attempt: 1,
      enrolledAt: at(3),
      source: "api",
      dueAt: null,
      originalDueAt: null,
      timeZone: null,
      withdrawnAt: null,
      exemptedAt: null,
      created: true,
      outcome: "recorded",
    });
    const page = await readCourseProgress(db(), { learner, course });
    expect(page).toMatchObject({
      completedLessons: 0,
      totalLessons: 2,
      progressPercentage: 0,
      firstViewedAt: null,
      lastViewedAt: null,
      lastViewedLesson: null,
    });
    expect(await ledgerOf(db(), { learner, course })).toMatchObject([
      {
        type: "enrollment.created",
        occurredAt: at(3),
        receivedAt: at(10),
        source: "api",
        actor: "administrator",
        outlineVersion: 1,
        data: { attempt: 1 },
      },
    ]);
  });

  test("enrolling twice changes nothing, whatever time and source the second names", async () => {
    const { learner, course } = await newCourse(db(), ["a"]);
    const first = await enroll(db(), { learner, course, enrolledAt: at(3), source: "hr" });
    const second = await enroll(db(), { learner, course, enrolledAt: at(9), source: "lms" });
    expect(second).toEqual({ ...first, created: false, outcome: "unchanged" });
    expect(await ledgerOf(db(), { learner, course })).toHaveLength(1);
  });

  test("an enrollment ahead of the clock keeps its time, and is on record as of now", async () => {
    const { learner, course } = await newCourse(db(), ["a"]);
    const saved = await enroll(db(), { learner, course, enrolledAt: at(90) }, { now: at(10) });
    expect(saved.enrolledAt).toEqual(at(90));
    expect(await ledgerOf(db(), { learner, course })).toMatchObject([
      { occurredAt: at(10), receivedAt: at(10) },
    ]);
  });

  test("enrolling is refused where the course is unknown, and creates no learner", async () => {
    const unknown = enroll(db(), { learner: "nobody-2", course: "none" });
    await expect(unknown).rejects.toMatchObject({
      code: "course_not_found",
      subject: { learner: "nobody-2", course: "none" },
    });
    const { rows } = await database.superuser.query(
      "select from milepost.learner where external_id = 'nobody-2'",
    );
    expect(rows).toHaveLength(0);
  });

  test.each([
    { what: "an empty learner id", change: { learner: "" }, code: "id_out_of_range" },
    { what: "an empty source", change: { source: "" }, code: "text_out_of_range" },
    {
      what: "a time before the year 2000",
      change: { enrolledAt: new Date(0) },
      code: "time_out_of_range",
    },
  ])("enrolling with $what is refused", async ({ change, code }) => {
    const { learner, course } = await newCourse(db(), ["a"]);
    const refused = enroll(db(), { learner, course, ...change });
    await expect(refused).rejects.toMatchObject({ code });
  });

  test("enrolling works on a connection's hundredth call as on its first", async () => {
    // From the sixth call on, PostgreSQL may take one plan for all arguments.
    const { learner, course } = await newCourse(db(), ["a"]);
    await database.asApp(async (client) => {
      for (let n = 0; n < 100; n++) {
        const saved = await enroll(client, { learner: `${learner}-${n}`, course });
        expect(saved).toMatchObject({ created: true, dueAt: null });
      }
    });
  });

  test("bulk enrollment answers each learner in order, and a refused one fails alone", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a"]);
    const known = `${learner}-known`;
    await recordView(db(), { learner: known, lesson: lesson("a") });
    const learners = [`${learner}-z`, "", known, `${learner}-a`, "x".repeat(256)];
    expect(await enrollMany(db(), { course, learners })).toEqual([
      { status: "recorded", attempt: 1 },
      { status: "refused", code: "id_out_of_range" },
      { status: "unchanged", attempt: 1 },
      { status: "recorded", attempt: 1 },
      { status: "refused", code: "id_out_of_range" },
    ]);
    expect(await enrollMany(db(), { course, learners: learners.slice(2, 4) })).toEqual([
      { status: "unchanged", attempt: 1 },
      { status: "unchanged", attempt: 1 },
    ]);
  });

  test("a learner named twice in bulk has one attempt, and both answers name it", async () => {
    const { learner, course } = await newCourse(db(), ["a"]);
    const results = await enrollMany(db(), { course, learners: [learner, learner] });
    expect(results.map(({ status }) => status)).toContain("recorded");
    expect(await ledgerOf(db(), { learner, course })).toHaveLength(1);
  });

  test("withdrawing keeps its first time and reason", async () => {
    const { learner, course } = await newCourse(db(), ["a"]);
    await enroll(db(), { learner, course });
    const act = { learner, course, reason: "left the company", at: at(4) };
    expect(await withdraw(db(), act, { now: at(5) })).toMatchObject({
      outcome: "recorded",
      withdrawnAt: at(4),
      exemptedAt: null,
    });
    expect(await withdraw(db(), { ...act, reason: "other", at: at(2) })).toMatchObject({
      outcome: "unchanged",
      withdrawnAt: at(4),
    });
    expect(await ledgerOf(db(), { learner, course }, ["enrollment.withdrawn"])).toMatchObject([
      { occurredAt: at(4), receivedAt: at(5), reason: "left the company" },
    ]);
    const page = await readCourseProgress(db(), { learner, course });
    expect(page).toMatchObject({ withdrawnAt: at(4), exemptedAt: null });
  });

  test("a withdrawal ahead of the clock happens now, and needs no reason", async () => {
    const { learner, course } = await newCourse(db(), ["a"]);
    await enroll(db(), { learner, course });
    const saved = await withdraw(db(), { learner, course, at: at(90) }, { now: at(8) });
    expect(saved.withdrawnAt).toEqual(at(8));
  });

  test("an exemption states its reason, and keeps its first time and reason", async () => {
    const { learner, course } = await newCourse(db(), ["a"]);
    await enroll(db(), { learner, course });
    for (const reason of ["", "  ", undefined as unknown as string]) {
      await expect(exempt(db(), { learner, course, reason })).rejects.toMatchObject({
        code: "reason_required",
      });
    }
    const reason = "holds the license";
    expect(await exempt(db(), { learner, course, reason, at: at(4) })).toMatchObject({
      outcome: "recorded",
      exemptedAt: at(4),
      withdrawnAt: null,
    });
    const again = await exempt(db(), { learner, course, reason: "other", at: at(5) });
    expect(again).toMatchObject({ outcome: "unchanged", exemptedAt: at(4) });
    expect(await ledgerOf(db(), { learner, course }, ["enrollment.exempted"])).toMatchObject([
      { occurredAt: at(4), reason },
    ]);
  });

  test("an exemption is taken back with its reason, and the attempt stands as its facts say", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a", "b"]);
    const why = { learner, course, reason: "the license has expired" };
    const due = { at: at(30) };
    await enroll(db(), { learner, course, due }, { now: at(1) });
    await exempt(db(), { learner, course, reason: "holds the license" }, { now: at(2) });
    await completeLesson(db(), { learner, lesson: lesson("a"), at: at(3) }, { now: at(3) });
    for (const reason of ["", " "]) {
      const unsaid = reinstate(db(), { ...why, reason });
      await expect(unsaid).rejects.toMatchObject({ code: "reason_required" });
    }
    const scope = { now: at(4), actor: "administrator grace" };
    expect(await reinstate(db(), why, scope)).toMatchObject({
      outcome: "recorded",
      exemptedAt: null,
      dueAt: at(30),
    });
    expect(await reinstate(db(), why, { now: at(5) })).toMatchObject({ outcome: "unchanged" });
    expect(await ledgerOf(db(), { learner, course }, ["enrollment.reinstated"])).toMatchObject([
      { occurredAt: at(4), receivedAt: at(4), reason: why.reason, actor: "administrator grace" },
    ]);
    const { states } = await reportCourse(db(), { course }, { now: at(31) });
    expect(states).toMatchObject({ exempt: 0, overdue: 1 });
    await completeLesson(db(), { learner, lesson: lesson("b"), at: at(6) }, { now: at(6) });
    await exempt(db(), { learner, course, reason: "again" }, { now: at(7) });
    await reinstate(db(), why, { now: at(8) });
    const page = await readCourseProgress(db(), { learner, course });
    expect(page).toMatchObject({ exemptedAt: null, completedAt: at(6), progressPercentage: 100 });
    expect(await differences(database)).toEqual([]);
  });

  test("an exemption gives no progress: the percentage stays what was completed", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a", "b"]);
    await completeLesson(db(), { learner, lesson: lesson("a") });
    await exempt(db(), { learner, course, reason: "holds the license" });
    const page = await readCourseProgress(db(), { learner, course });
    expect(page).toMatchObject({
      progressPercentage: 50,
      completedAt: null,
      eligibleForCertificate: false,
    });
  });

  test("an attempt is withdrawn and exempt at once where both were said", async () => {
    const { learner, course } = await newCourse(db(), ["a"]);
    await enroll(db(), { learner, course });
    await withdraw(db(), { learner, course, at: at(1) });
    const saved = await exempt(db(), { learner, course, reason: "r", at: at(2) });
    expect(saved).toMatchObject({ withdrawnAt: at(1), exemptedAt: at(2) });
  });

  test("a withdrawn or exempt attempt still becomes complete by its last lesson", async () => {
    const { learner, course, lesson } = await newCourse(db(), ["a"]);
    await enroll(db(), { learner, course });
    await exempt(db(), { learner, course, reason: "r" });
    await completeLesson(db(), { learner, lesson: lesson("a"), at: at(3) });
    const page = await readCourseProgress(db(), { learner, course });
    expect(page).toMatchObject({ completedAt: at(3), eligibleForCertificate: true });
    expect(await differences(database)).toEqual([]);
  });

  test.each([
    { missing: "course", code: "course_not_found" },
    { missing: "learner", code: "learner_not_found" },
    { missing: "enrollment", code: "enrollment_not_found" },
  ])("without the $missing every act on an attempt says so", async ({ missing, code }) => {
    const { learner, course } = await newCourse(db(), ["a"]);
    const other = await newCourse(db(), ["b"]);
    await enroll(db(), { learner, course: other.course });
    const input = {
      course: missing === "course" ? "none" : course,
      learner: missing === "learner" ? "nobody-3" : learner,
      reason: "r",
    };
    const subject = { course: input.course, learner: input.learner };
    for (const act of [withdraw, exempt, reinstate, retake]) {
      await expect(act(db(), input), act.name).rejects.toMatchObject({ code, subject });
    }
  });

  // Last, since a doctor after it would have them all to count. The embedded database takes 3 ms
  // a learner, and 10,000 of them in no other way than 1,000.
  const many = kind === "embedded" ? 1000 : 10_000;

  test("bulk enrollment takes 10,000 learners and refuses one more", {
    timeout: 120_000,
  }, async () => {
    const { learner, course } = await newCourse(db(), ["a"]);
    const learners = Array.from({ length: 10_001 }, (_, n) => `${learner}-${n}`);
    const tooMany = enrollMany(db(), { course, learners });
    await expect(tooMany).rejects.toMatchObject({ code: "batch_too_large" });
    const results = await enrollMany(db(), { course, learners: learners.slice(0, many) });
    expect(results).toHaveLength(many);
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(["recorded"]));
    const { rows } = await database.superuser.query(
      `select count(*)::int as n from milepost.enrollment join milepost.course using (course_id)
       where course.external_id = $1`,
      [course],
    );
    expect(rows).toEqual([{ n: many }]);
  });
});
