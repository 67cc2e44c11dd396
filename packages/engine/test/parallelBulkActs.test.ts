import { describe, expect, test } from "vitest";
import { parallel } from "../../../tests/support/parallel.ts";
import { useDatabase } from "../../../tests/support/useDatabase.ts";
import { changeDeadlines } from "../src/changeDeadlines.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enrollMany } from "../src/enrollMany.ts";
import { eraseLearner } from "../src/eraseLearner.ts";
import { exemptMany } from "../src/exemptMany.ts";
import { putOutline } from "../src/putOutline.ts";
import { reinstateMany } from "../src/reinstateMany.ts";
import { retake } from "../src/retake.ts";
import { differences } from "./support/differences.ts";
import { ledgerOf } from "./support/ledgerOf.ts";
import { newCourse } from "./support/newCourse.ts";
import { onDay } from "./support/onDay.ts";

const reason = "r";

// The embedded database has one connection, so these races are the server's alone.
describe("acts on many in parallel", { timeout: 120_000 }, () => {
  const database = useDatabase("PostgreSQL");
  const db = () => database.app;

  async function enrolled(count: number) {
    const made = await newCourse(db(), ["a"]);
    const learners = Array.from({ length: count }, (_, n) => `${made.learner}-${n}`);
    const some = { course: made.course, learners, due: { at: onDay(9) } };
    await enrollMany(db(), some, { now: onDay(0) });
    const attempts = learners.map((learner) => ({ learner, course: made.course, attempt: 1 }));
    return { ...made, learners, attempts };
  }
  const dues = async (course: string) => {
    const { rows } = await database.superuser.query<{ due_at: Date }>(
      `select distinct e.due_at from milepost.enrollment e join milepost.course c using (course_id)
       where c.external_id = $1 and e.is_current order by 1`,
      [course],
    );
    return rows.map(({ due_at }) => due_at);
  };

  test("extensions at once, each in another order, add up", async () => {
    const { course, attempts } = await enrolled(200);
    const answers = await parallel(db(), 6, (client, n) => {
      const inOrder = n % 2 === 0 ? attempts : attempts.toReversed();
      return changeDeadlines(client, { attempts: inOrder, extendDays: 1, reason });
    });
    expect(new Set(answers.flat().map(({ status }) => status))).toEqual(new Set(["recorded"]));
    expect(await dues(course)).toEqual([onDay(15)]);
    expect(await differences(database)).toEqual([]);
  });

  test("extensions at once that expect the same deadline move it once", async () => {
    const { course, attempts } = await enrolled(200);
    const expecting = attempts.map((one) => ({ ...one, expectedDueAt: onDay(9) }));
    const answers = await parallel(db(), 6, (client) =>
      changeDeadlines(client, { attempts: expecting, extendDays: 1, reason }),
    );
    const recorded = answers.flat().filter(({ status }) => status === "recorded");
    expect(recorded).toHaveLength(200);
    const refused = answers.flat().filter(({ code }) => code === "deadline_moved");
    expect(refused).toHaveLength(5 * 200);
    expect(await dues(course)).toEqual([onDay(10)]);
  });

  test("whoever completes while deadlines move is refused or had moved before", async () => {
    const { course, learners, lesson, attempts } = await enrolled(150);
    const answers = await parallel(db(), 6, async (client, n) => {
      if (n < 2) return changeDeadlines(client, { attempts, extendDays: 1, reason });
      for (const learner of learners.filter((_, i) => i % 4 === n - 2)) {
        await completeLesson(client, { learner, lesson: lesson("a") });
      }
      return [];
    });
    for (const [i, learner] of learners.entries()) {
      const entries = await ledgerOf(db(), { learner, course });
      const types = entries.map(({ type }) => type);
      const moves = types.filter((type) => type === "deadline.moved").length;
      const results = answers.slice(0, 2).map((one) => one[i]);
      expect(results.filter((one) => one?.status === "recorded")).toHaveLength(moves);
      expect(results.filter((one) => one?.code === "attempt_completed")).toHaveLength(2 - moves);
      // What was moved, was moved before the completion.
      expect(types.lastIndexOf("deadline.moved")).toBeLessThan(types.indexOf("course.completed"));
    }
    expect(await differences(database)).toEqual([]);
  });

  test("acts of every kind, retakes, edits and erasures at once never deadlock", async () => {
    const { course, learners, attempts } = await enrolled(60);
    await parallel(db(), 8, async (client, n) => {
      for (let round = 0; round < 4; round++) {
        const inOrder = (n + round) % 2 === 0 ? attempts : attempts.toReversed();
        if (n % 4 === 0)
          await changeDeadlines(client, { attempts: inOrder, extendDays: 1, reason });
        if (n % 4 === 1) await exemptMany(client, { attempts: inOrder, reason });
        if (n % 4 === 2) await reinstateMany(client, { attempts: inOrder, reason });
        if (n === 3) {
          const learner = learners[round] ?? "";
          await retake(client, { learner, course, force: true });
          await eraseLearner(client, { learner: learners[round + 10] ?? "" });
        }
        if (n === 7) {
          const lessons = ["a", "b"].slice(0, 1 + (round % 2));
          const outline = lessons.map((id) => ({ id: `${course}/${id}`, title: id }));
          await putOutline(client, { course, title: "A course", lessons: outline });
        }
      }
    });
    expect(await differences(database)).toEqual([]);
  });
});
