import { describe, expect, test } from "vitest";
import { parallel } from "../../../tests/support/parallel.ts";
import { useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { recordView } from "../src/recordView.ts";
import { at } from "./support/at.ts";
import { differences } from "./support/differences.ts";
import { ledgerOf } from "./support/ledgerOf.ts";
import { newCourse } from "./support/newCourse.ts";

// The embedded database has one connection, so these races are the server's alone.
describe("facts in parallel", () => {
  const database = useDatabase("PostgreSQL");
  const db = () => database.app;
  const countOf = async (learner: string) => {
    const { rows } = await database.superuser.query(
      `select count(distinct r.learner_id)::int as learners,
         count(distinct e.enrollment_id)::int as attempts, count(lp.lesson_id)::int as records
       from milepost.learner r left join milepost.enrollment e using (bucket, learner_id)
       left join milepost.lesson_progress lp using (bucket, enrollment_id)
       where r.external_id = $1`,
      [learner],
    );
    return rows[0];
  };

  test("two tabs finishing the last two lessons complete the course exactly once", async () => {
    const { course, lesson } = await newCourse(db(), ["a", "b"]);
    for (let round = 0; round < 150; round++) {
      const learner = `${course}-${round}`;
      // Every third learner is enrolled by the race itself.
      if (round % 3 > 0) await recordView(db(), { learner, lesson: lesson("a"), at: at(0) });
      const answers = await parallel(db(), 2, async (client, n) => {
        const fact = { learner, lesson: lesson(n === 0 ? "a" : "b"), at: at(1 + n) };
        if (round % 2 === 0) return (await completeLesson(client, fact)).progress.completedLessons;
        const events = [{ ...fact, type: "lesson.completed" as const }];
        return (await recordEvents(client, { events }))[0]?.status;
      });
      expect(answers.toSorted()).toEqual(round % 2 === 0 ? [1, 2] : ["recorded", "recorded"]);
      const page = await readCourseProgress(db(), { learner, course });
      expect(page).toMatchObject({ completedLessons: 2, completedAt: at(2) });
      expect(await ledgerOf(db(), { learner, course }, ["course.completed"])).toHaveLength(1);
    }
    expect(await differences(database)).toEqual([]);
  });

  test.each(["single calls", "batches"])(
    "one completion sent 50 times at once leaves one row, one time and one entry, by %s",
    async (how) => {
      const { course, lesson } = await newCourse(db(), ["a", "b"]);
      for (const known of [true, false]) {
        const learner = `${course}-${known}`;
        if (known) await recordView(db(), { learner, lesson: lesson("b"), at: at(0) });
        const answers = await parallel(db(), 50, async (client) => {
          const fact = { learner, lesson: lesson("a") };
          if (how === "single calls") return completeLesson(client, fact);
          const events = [{ ...fact, type: "lesson.completed" as const }];
          return (await recordEvents(client, { events }))[0];
        });
        const recorded = answers.filter((answer) => answer?.status === "recorded");
        expect(recorded).toHaveLength(1);
        const page = await readCourseProgress(db(), { learner, course });
        const completedAt = page.lessons[0]?.completedAt;
        const types = ["lesson.completed", "lesson.completion_repeated", "enrollment.created"];
        const entries = await ledgerOf(db(), { learner, course }, types);
        expect(entries.map(({ type }) => type)).toEqual(["enrollment.created", "lesson.completed"]);
        expect(entries[1]?.occurredAt).toEqual(completedAt);
        const times = answers.flatMap((answer) =>
          answer !== undefined && "lesson" in answer ? [answer.lesson.completedAt?.getTime()] : [],
        );
        expect(new Set(times).size).toBe(how === "single calls" ? 1 : 0);
        expect(await countOf(learner)).toEqual({
          learners: 1,
          attempts: 1,
          records: known ? 2 : 1,
        });
      }
    },
  );

  test("first facts of an unknown learner at once make one learner and one attempt", async () => {
    const names = ["a", "b", "c", "d"];
    const { course, lesson } = await newCourse(db(), names);
    for (let round = 0; round < 40; round++) {
      const learner = `${course}-${round}`;
      const answers = await parallel(db(), 8, async (client, n) => {
        const fact = { learner, lesson: lesson(names[n % 4] ?? ""), at: at(n) };
        if (n < 4) return (await completeLesson(client, fact)).status;
        const events = [{ ...fact, type: "lesson.viewed" as const }];
        return (await recordEvents(client, { events }))[0]?.status;
      });
      expect(new Set(answers)).toEqual(new Set(["recorded"]));
      expect(await countOf(learner)).toEqual({ learners: 1, attempts: 1, records: 4 });
      const page = await readCourseProgress(db(), { learner, course });
      expect(page).toMatchObject({ completedAt: at(3), firstViewedAt: at(0), lastViewedAt: at(7) });
      const types = ["enrollment.created", "course.completed"];
      expect(await ledgerOf(db(), { learner, course }, types)).toHaveLength(2);
    }
    expect(await differences(database)).toEqual([]);
  });

  test("an event id raced by many calls is recorded once, whatever each of them says", async () => {
    const names = Array.from({ length: 8 }, (_, n) => `l${n}`);
    const { course, lesson } = await newCourse(db(), names);
    for (let round = 0; round < 40; round++) {
      const learner = `${course}-${round}`;
      const answers = await parallel(db(), 8, async (client, n) => {
        const fact = { learner, lesson: lesson(`l${n}`), at: at(n), eventId: "raced" };
        if (n % 2 === 0) return (await completeLesson(client, fact)).status;
        const events = [{ ...fact, type: "lesson.completed" as const }];
        return (await recordEvents(client, { events }))[0]?.status;
      });
      expect(answers.filter((status) => status === "recorded")).toHaveLength(1);
      const page = await readCourseProgress(db(), { learner, course });
      expect(page.completedLessons).toBe(1);
      expect(await countOf(learner)).toEqual({ learners: 1, attempts: 1, records: 1 });
    }
  });

  test("views in parallel leave the earliest as the first and the latest as the last", async () => {
    const { course, learner, lesson } = await newCourse(db(), ["a", "b"]);
    await parallel(db(), 60, (client, n) =>
      recordView(client, { learner, lesson: lesson(n % 2 ? "a" : "b"), at: at((n * 37) % 60) }),
    );
    const page = await readCourseProgress(db(), { learner, course });
    expect(page).toMatchObject({ firstViewedAt: at(0), lastViewedAt: at(59) });
    // 37 × 47 ≡ 59 (mod 60), and odd numbers view a.
    expect(page.lastViewedLesson).toBe(lesson("a"));
    expect(await differences(database)).toEqual([]);
  });
});
