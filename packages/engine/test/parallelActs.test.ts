import { describe, expect, test } from "vitest";
import { parallel } from "../../../tests/support/parallel.ts";
import { useDatabase } from "../../../tests/support/useDatabase.ts";
import { bucketOf } from "../src/bucketOf.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enroll } from "../src/enroll.ts";
import { enrollMany } from "../src/enrollMany.ts";
import { exempt } from "../src/exempt.ts";
import { importEnrollments } from "../src/importEnrollments.ts";
import { MilepostError } from "../src/MilepostError.ts";
import { putOutline } from "../src/putOutline.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { readOutline } from "../src/readOutline.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { retake } from "../src/retake.ts";
import type { Queryable } from "../src/types.ts";
import { withdraw } from "../src/withdraw.ts";
import { at } from "./support/at.ts";
import { differences } from "./support/differences.ts";
import { ledgerOf } from "./support/ledgerOf.ts";
import { newCourse } from "./support/newCourse.ts";
import { outlineLessons } from "./support/outlineLessons.ts";
import { propertyRuns } from "./support/propertyRuns.ts";
import { untilWaiting } from "./support/untilWaiting.ts";

/** What an act answered, with a refusal as its code; any other error is the test's. */
async function outcome<T>(act: Promise<T>): Promise<T | string> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof MilepostError) return error.code;
    throw error;
  }
}

/** Two learners of the course, the one whose attempts are locked first before the other. */
function bucketOrder(course: string): [string, string] {
  const learners = [`${course}-p`, `${course}-q`, `${course}-r`] as const;
  const [first, , last] = learners.toSorted(
    (a, b) => bucketOf("default", a) - bucketOf("default", b),
  );
  if (first === undefined || last === undefined) throw new Error("There are three.");
  return [first, last];
}

// The embedded database has one connection, so these races are the server's alone.
describe("acts in parallel", { timeout: 120_000 }, () => {
  const database = useDatabase("PostgreSQL");
  const db = () => database.app;

  test("retakes at once open one attempt, and the rest find it open", async () => {
    const { course, lesson } = await newCourse(db(), ["a"]);
    for (let round = 0; round < 30; round++) {
      const learner = `${course}-${round}`;
      await completeLesson(db(), { learner, lesson: lesson("a") });
      const answers = await parallel(db(), 6, async (client) => {
        const answer = await outcome(retake(client, { learner, course }));
        return typeof answer === "string" ? answer : answer.attempt;
      });
      expect(answers.filter((answer) => answer === 2)).toHaveLength(1);
      expect(answers.filter((answer) => answer === "attempt_open")).toHaveLength(5);
    }
    expect(await differences(database)).toEqual([]);
  });

  test("forced retakes at once open one attempt each, numbered without a gap", async () => {
    const { course, learner } = await newCourse(db(), ["a"]);
    await enroll(db(), { learner, course });
    const attempts = await parallel(db(), 12, async (client) => {
      return (await retake(client, { learner, course, force: true })).attempt;
    });
    expect(attempts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n + 2));
  });

  test("an act that a retake overtakes is done to the new attempt, not refused", async () => {
    const { course } = await newCourse(db(), ["a"]);
    for (let round = 0; round < 60; round++) {
      const learner = `${course}-${round}`;
      await enroll(db(), { learner, course });
      const acts = [
        () => enroll(db(), { learner, course, due: { at: at(99) } }),
        () => withdraw(db(), { learner, course, at: at(1) }),
        () => exempt(db(), { learner, course, at: at(1), reason: "r" }),
      ];
      const [act] = acts.slice(round % 3);
      const client = await db().connect();
      try {
        await client.query("begin");
        await retake(client, { learner, course, force: true });
        const waiting = act?.();
        await untilWaiting(database, 1);
        await client.query("commit");
        expect(await waiting).toMatchObject({ attempt: 2, outcome: "recorded" });
      } finally {
        client.release();
      }
    }
  });

  test("one outline put by many at once makes one course and one version", async () => {
    for (let round = 0; round < 20; round++) {
      const outline = {
        course: `raced-${round}`,
        title: "Raced",
        lessons: outlineLessons(["a", "b", "c?"], (name) => `raced-${round}/${name}`),
      };
      const saved = await parallel(db(), 6, (client) => putOutline(client, outline));
      expect(saved.filter(({ created }) => created)).toHaveLength(1);
      expect(new Set(saved.map(({ outlineVersion }) => outlineVersion))).toEqual(new Set([1]));
      expect(saved.map(({ lessons }) => lessons.length)).toEqual([3, 3, 3, 3, 3, 3]);
    }
    expect(await differences(database)).toEqual([]);
  });

  test("two courses that claim a lesson at once: one has it, the other is refused", async () => {
    for (let round = 0; round < 40; round++) {
      const lessons = outlineLessons([`claimed-${round}`, `claimed-too-${round}?`]);
      const answers = await parallel(db(), 2, (client, n) => {
        const course = `claims-${round}-${n}`;
        const own = outlineLessons([`own-${round}-${n}`]);
        return outcome(putOutline(client, { course, title: "T", lessons: [...own, ...lessons] }));
      });
      expect(answers.filter((answer) => answer === "lesson_of_another_course")).toHaveLength(1);
      const kept = answers.findIndex((answer) => typeof answer !== "string");
      const outline = await readOutline(db(), { course: `claims-${round}-${kept}` });
      expect(outline.lessons.map(({ position }) => position)).toEqual([1, 2, 3]);
    }
    expect(await differences(database)).toEqual([]);
  });

  test("of edits at once that name one version, one is taken", async () => {
    const { put } = await newCourse(db(), ["a"]);
    const answers = await parallel(db(), 6, (_, n) =>
      outcome(put(["a", `only-${n}`], { ifVersion: 1 })),
    );
    expect(answers.filter((answer) => answer === "outline_version_mismatch")).toHaveLength(5);
  });

  test("edits, completions and first facts at once leave every attempt exact", async () => {
    const names = ["a", "b", "c", "d", "e"];
    const { course, lesson, put } = await newCourse(db(), names);
    const outlines = [["a", "b"], ["a", "b", "c"], names, ["b", "c?", "d"], ["e", "a"]];
    for (let round = 0; round < propertyRuns(20); round++) {
      await parallel(db(), 12, async (client, n) => {
        const learner = `${course}-${(round * 5 + n) % 40}`;
        if (n === 0) await put(outlines[round % outlines.length] ?? names);
        else if (n === 1) await enrollMany(client, { course, learners: [learner, `${learner}-x`] });
        else if (n === 2) await outcome(retake(client, { learner, course }));
        else if (n % 2 === 0) {
          await completeLesson(client, { learner, lesson: lesson(names[n % 5] ?? "a") });
        } else {
          const events = ["a", "b", "c"].map((name) => ({
            type: "lesson.completed" as const,
            learner: `${learner}-${n % 3}`,
            lesson: lesson(name),
          }));
          await recordEvents(client, { events });
        }
      });
    }
    expect(await differences(database)).toEqual([]);
    const { rows } = await database.superuser.query(
      `select count(*)::int as n from milepost.enrollment e join milepost.course c using (course_id)
       where c.external_id = $1 and e.is_current and e.completed_at is null
         and (e.counted_version <> c.required_version or e.total_lessons <> c.total_lessons)`,
      [course],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  test("batches in opposite orders over the same learners never deadlock", async () => {
    const first = await newCourse(db(), ["a", "b", "c"]);
    const second = await newCourse(db(), ["m", "n"]);
    const rounds = propertyRuns(40);
    for (let round = 0; round < rounds; round++) {
      // Some learners are new in each round, so that learners and attempts are created in the race.
      const learners = Array.from({ length: 24 }, (_, n) => `${first.course}-${round + n}`);
      await parallel(db(), 10, async (client, n) => {
        const ordered = n % 2 === 0 ? learners : learners.toReversed();
        const course = n % 4 < 2 ? first.course : second.course;
        if (n < 4) {
          const events = ordered.flatMap((learner, i) =>
            [first.lesson("abc"[(round + i) % 3] ?? ""), second.lesson("mn"[i % 2] ?? "")].map(
              (lesson) => ({
                type: "lesson.completed" as const,
                learner,
                lesson,
                eventId: `e${n}`,
              }),
            ),
          );
          await recordEvents(client, { events: n < 2 ? events : events.toReversed() });
        } else if (n < 6) {
          await enrollMany(client, { course, learners: ordered, due: { at: at(round * 10 + n) } });
        } else if (n < 8) {
          const enrollments = ordered.map((learner) => ({ learner, course, attempt: 1 }));
          await importEnrollments(client, { enrollments });
        } else {
          for (const learner of ordered.slice(0, 8)) {
            if (n === 8) await outcome(retake(client, { learner, course, force: true }));
            else await completeLesson(client, { learner, lesson: first.lesson("a") });
          }
        }
      });
    }
    expect(await differences(database)).toEqual([]);
  });

  // Each call below has locked what comes before a retake that it waits for. An attempt that is
  // opened meanwhile, and that it did not find when it began, is held by someone until the end.
  async function untilOvertaken<T>(
    stale: { learner: string; course: string },
    call: (client: Queryable) => Promise<T>,
    meanwhile: { learner: string; course: string },
  ): Promise<T> {
    const [retaking, calling, holding] = [
      await db().connect(),
      await db().connect(),
      await db().connect(),
    ];
    try {
      await retaking.query("begin");
      await retake(retaking, { ...stale, force: true });
      await calling.query("set lock_timeout = '5s'");
      const answer = call(calling);
      await untilWaiting(database, 1);
      await enroll(holding, meanwhile);
      await holding.query("begin");
      await withdraw(holding, meanwhile);
      await retaking.query("commit");
      return await answer;
    } finally {
      await holding.query("rollback");
      retaking.release();
      calling.release(true);
      holding.release();
    }
  }

  test("a batch that a retake overtakes locks no attempt that it did not begin with", async () => {
    const open = await newCourse(db(), ["a"]);
    const closed = await newCourse(db(), ["a"]);
    await closed.put(["a"], { enrollment: "required" });
    const [first, second] = bucketOrder(open.course);
    await enroll(db(), { learner: second, course: open.course });
    const results = await untilOvertaken(
      { learner: second, course: open.course },
      (client) =>
        recordEvents(client, {
          events: [
            { type: "lesson.completed", learner: first, lesson: closed.lesson("a") },
            { type: "lesson.completed", learner: second, lesson: open.lesson("a") },
          ],
        }),
      { learner: first, course: closed.course },
    );
    expect(results.map(({ status }) => status)).toEqual(["refused", "recorded"]);
    expect(await differences(database)).toEqual([]);
  });

  test("an import that a retake overtakes locks no attempt that it did not begin with", async () => {
    const one = await newCourse(db(), ["a"]);
    const other = await newCourse(db(), ["a"]);
    const [first, second] = bucketOrder(one.course);
    await enroll(db(), { learner: first, course: one.course });
    await enroll(db(), { learner: second, course: one.course });
    const results = await untilOvertaken(
      { learner: second, course: one.course },
      (client) =>
        importEnrollments(client, {
          enrollments: [
            { learner: first, course: one.course, attempt: 1 },
            { learner: first, course: other.course, attempt: 2 },
            { learner: second, course: one.course, attempt: 1 },
          ],
        }),
      { learner: first, course: other.course },
    );
    expect(results).toEqual([
      { status: "unchanged" },
      { status: "refused", code: "attempt_conflict" },
      { status: "unchanged" },
    ]);
    expect(await differences(database)).toEqual([]);
  });

  test("completions, withdrawals and exemptions at once are each kept once", async () => {
    const { course, lesson, learner } = await newCourse(db(), ["a", "b"]);
    await enroll(db(), { learner, course });
    await parallel(db(), 30, async (client, n) => {
      if (n % 3 === 0) await withdraw(client, { learner, course, at: at(n) });
      if (n % 3 === 1) await exempt(client, { learner, course, reason: `r${n}`, at: at(n) });
      if (n % 3 === 2) await completeLesson(client, { learner, lesson: lesson("ab"[n % 2] ?? "") });
    });
    const types = (await ledgerOf(db(), { learner, course })).map(({ type }) => type);
    expect(types.toSorted()).toEqual([
      "course.completed",
      "enrollment.created",
      "enrollment.exempted",
      "enrollment.withdrawn",
      "lesson.completed",
      "lesson.completed",
    ]);
    expect((await readCourseProgress(db(), { learner, course })).completedLessons).toBe(2);
  });
});
