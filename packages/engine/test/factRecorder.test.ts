import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { FactRecorder, RecorderFullError } from "../src/FactRecorder.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { recordFacts, type TypedFact } from "../src/recordFacts.ts";
import type { Queryable } from "../src/types.ts";
import { at } from "./support/at.ts";
import { differences } from "./support/differences.ts";
import { ledgerOf } from "./support/ledgerOf.ts";
import { newCourse } from "./support/newCourse.ts";

type Query = (statement: { name: string; values: unknown[] }) => Promise<unknown>;

/** The same database, with every call told to `onCall` first; what that throws, the call throws. */
function watched(db: Queryable, onCall: (name: string, facts: number) => void): Queryable {
  const query: Query = (statement) => {
    const [, learners] = statement.values;
    onCall(statement.name, Array.isArray(learners) ? learners.length : 1);
    return (db.query as unknown as Query)(statement);
  };
  return { query: (async (statement) => query(statement)) as Query as never };
}

const completed = (learner: string, lesson: string): TypedFact => ({
  type: "lesson.completed",
  learner,
  lesson,
});

describe.each(databaseKinds)("a recorder of facts on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  test("a fact on its own is one call, at once; those that come meanwhile share the next", async () => {
    const { course, lesson } = await newCourse(db(), ["a", "b"]);
    const calls: [string, number][] = [];
    const recorder = new FactRecorder(
      watched(db(), (name, facts) => calls.push([name, facts])),
      { lanes: 1 },
    );
    const learners = Array.from({ length: 40 }, (_, n) => `${course}-${n}`);
    const answers = await Promise.all(
      learners.map((learner) => recorder.record(completed(learner, lesson("a")))),
    );
    expect(calls).toEqual([
      ["milepost.record_fact", 1],
      ["milepost.record_facts", 39],
    ]);
    for (const [n, answer] of answers.entries()) {
      const { progress } = await answerAlone(learners[n] ?? "", lesson("a"));
      expect(answer).toMatchObject({ status: "recorded", progress });
    }
    expect(recorder.waiting).toBe(0);
  });

  /** What a single call answers of a fact that is on record. */
  async function answerAlone(learner: string, lesson: string) {
    const answer = await completeLesson(db(), { learner, lesson });
    expect(answer.status).toBe("unchanged");
    return answer;
  }

  test("a refused fact fails alone, with what it named", async () => {
    const { course, learner, lesson } = await newCourse(db(), ["a"]);
    const recorder = new FactRecorder(db(), { lanes: 1 });
    const facts = [lesson("a"), "no-such-lesson", lesson("a")].map((one, n) =>
      recorder.record(completed(`${learner}-${n}`, one)),
    );
    const [first, second, third] = await Promise.allSettled(facts);
    expect(first).toMatchObject({ status: "fulfilled", value: { progress: { course } } });
    expect(second).toMatchObject({
      status: "rejected",
      reason: { code: "lesson_not_found", subject: { lesson: "no-such-lesson" } },
    });
    expect(third).toMatchObject({ status: "fulfilled", value: { status: "recorded" } });
  });

  test("the facts of one learner are recorded in the order they came", async () => {
    const { course, learner, lesson } = await newCourse(db(), ["a"]);
    const recorder = new FactRecorder(db());
    const times = [30, 10, 20];
    const answers = await Promise.all(
      times.map((minute) =>
        recorder.record({ ...completed(learner, lesson("a")), at: at(minute) }, { now: at(60) }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(["recorded", "unchanged", "unchanged"]);
    for (const answer of answers) expect(answer.lesson.completedAt).toEqual(at(30));
    const types = (await ledgerOf(db(), { learner, course })).map(({ type }) => type);
    expect(types.filter((type) => type === "lesson.completion_repeated")).toHaveLength(2);
  });

  test("each fact keeps its own tenant and actor", async () => {
    const { course, lesson } = await newCourse(db(), ["a"]);
    const recorder = new FactRecorder(db(), { lanes: 1 });
    const actors = ["first", "second", "first", "third"];
    await Promise.all(
      actors.map((actor, n) =>
        recorder.record(completed(`${course}-${n}`, lesson("a")), { actor, source: "web" }),
      ),
    );
    for (const [n, actor] of actors.entries()) {
      const learner = `${course}-${n}`;
      const [entry] = await ledgerOf(db(), { learner, course }, ["lesson.completed"]);
      expect(entry).toMatchObject({ actor, source: "web" });
    }
    await expect(
      recorder.record(completed("x", lesson("a")), { tenant: "unknown" }),
    ).rejects.toMatchObject({ code: "tenant_not_found" });
  });

  test("one more than may wait is turned away, and there is room again afterwards", async () => {
    const { course, lesson } = await newCourse(db(), ["a"]);
    const recorder = new FactRecorder(db(), { lanes: 1, waiting: 3 });
    const record = (n: number) => recorder.record(completed(`${course}-${n}`, lesson("a")));
    // The first is under way at once and waits no more.
    const taken = [0, 1, 2, 3].map(record);
    await expect(record(4)).rejects.toThrow(RecorderFullError);
    await Promise.all(taken);
    await expect(
      readCourseProgress(db(), { learner: `${course}-4`, course }),
    ).rejects.toMatchObject({ code: "learner_not_found" });
    expect((await record(4)).status).toBe("recorded");
  });

  test("no call is larger than a batch", async () => {
    const { course, lesson } = await newCourse(db(), ["a"]);
    const sizes: number[] = [];
    const own = watched(db(), (_, facts) => sizes.push(facts));
    const recorder = new FactRecorder(own, { lanes: 1, batch: 10 });
    const facts = Array.from({ length: 24 }, (_, n) => completed(`${course}-${n}`, lesson("a")));
    await Promise.all(facts.map((fact) => recorder.record(fact)));
    expect(sizes).toEqual([1, 10, 10, 3]);
  });

  test("a call that fails takes its own facts with it, and no others", async () => {
    const { course, lesson } = await newCourse(db(), ["a"]);
    let calls = 0;
    const failing = watched(db(), () => {
      calls++;
      if (calls === 2) throw new Error("the connection broke");
    });
    const recorder = new FactRecorder(failing, { lanes: 1, batch: 2 });
    const facts = [0, 1, 2, 3].map((n) =>
      recorder.record(completed(`${course}-${n}`, lesson("a"))),
    );
    const outcomes = await Promise.allSettled(facts);
    expect(outcomes.map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "rejected",
      "fulfilled",
    ]);
    expect((await recorder.record(completed(`${course}-1`, lesson("a")))).status).toBe("recorded");
  });

  test("facts in one call answer the progress after all of them", async () => {
    const { learner, lesson } = await newCourse(db(), ["a", "b"]);
    const facts = ["a", "b", "a"].map((name) => completed(learner, lesson(name)));
    const answers = await recordFacts(db(), { facts });
    expect(answers).toMatchObject([
      { status: "recorded", lesson: { id: lesson("a") }, progress: { progressPercentage: 100 } },
      { status: "recorded", lesson: { id: lesson("b") }, progress: { progressPercentage: 100 } },
      { status: "unchanged", lesson: { id: lesson("a") }, progress: { progressPercentage: 100 } },
    ]);
    expect(await recordFacts(db(), { facts: [] })).toEqual([]);
    expect(await differences(database)).toEqual([]);
  });
});
