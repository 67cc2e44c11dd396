import { doctor, listGroups } from "@milepost/engine";
import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { type DemoSeeded, demoCourses, generateCourseHistory, seedDemo } from "../src/index.ts";
import { DAY } from "../src/time/units.ts";
import { replay } from "./replay.ts";

const now = new Date("2026-11-24T09:00:00Z");
const weekAgo = new Date(+now - 7 * DAY);
const yearAgo = new Date(+now - 365 * DAY);
const learners = 90;

interface AttemptRow {
  course: string;
  learner: string;
  attempt: number;
  completedAt: Date | null;
  withdrawnAt: Date | null;
  exempted: boolean;
  dueAt: Date | null;
}

/** The attempts as the acts tell them, to hold against what the engine made of them. */
function expectedAttempts(): AttemptRow[] {
  const start = new Date(+now - 395 * DAY);
  return demoCourses.flatMap((course) =>
    replay(generateCourseHistory(course, { seed: 1, learners, start, end: now })).attempts.map(
      ({ learner, attempt, completedAt, withdrawnAt, exempted, dueAt }) => ({
        course: course.id,
        learner,
        attempt,
        completedAt: completedAt === null ? null : new Date(completedAt),
        withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt),
        exempted,
        dueAt: dueAt === null ? null : new Date(dueAt),
      }),
    ),
  );
}

const inOrder = (a: AttemptRow, b: AttemptRow) =>
  a.course.localeCompare(b.course) || a.learner.localeCompare(b.learner) || a.attempt - b.attempt;

describe.each(databaseKinds)("the demo on %s", (kind) => {
  const database = useDatabase(kind);
  const shares: number[] = [];
  let seeded: DemoSeeded;
  beforeAll(async () => {
    const progress = (share: number) => shares.push(share);
    seeded = await seedDemo(database.app, { now, learners, progress });
  });

  const ask = <T extends object>(question: string, ...values: unknown[]): Promise<T[]> =>
    database.asOwner(async (client) => {
      await client.query("select milepost.use_tenant('default')");
      return (await client.query<T>(question, values)).rows;
    });
  const count = async (question: string, ...values: unknown[]): Promise<number> =>
    Number((await ask<{ n: string }>(`select count(*) as n from ${question}`, ...values))[0]?.n);

  test("is in the database attempt for attempt, each in the state its history says", async () => {
    const rows = await ask<AttemptRow>(`
      select course, learner, attempt, completed_at as "completedAt", due_at as "dueAt",
        withdrawn_at as "withdrawnAt", exempted_at is not null as exempted
      from milepost.course_progress`);
    const expected = expectedAttempts();
    expect(rows.sort(inOrder)).toEqual(expected.sort(inOrder));
    expect(seeded.attempts).toBe(expected.length);
  });

  test("has everyone in two groups, their office and their department", async () => {
    const groups = await listGroups(database.app, { limit: 100 });
    const ofKind = (wanted: string) => groups.items.filter(({ kind }) => kind === wanted);
    expect([ofKind("site"), ofKind("department")].map(({ length }) => length)).toEqual([5, 5]);
    const memberships = await ask<{ learner_id: string; n: string }>(
      "select learner_id, count(*) as n from milepost.group_member group by 1",
    );
    expect(memberships).toHaveLength(seeded.learners);
    expect(new Set(memberships.map(({ n }) => n))).toEqual(new Set(["2"]));
  });

  test("leaves nothing for doctor to find", async () => {
    const report = await doctor(database.superuser);
    expect(report).toEqual({
      attempts: seeded.attempts,
      differenceCount: 0,
      differences: [],
    });
  });

  test("reads as if it had been recorded when it happened", async () => {
    // An entry of a completed course is received with the last fact of its batch, and comes last.
    const acts = "milepost.ledger where type <> 'course.completed'";
    const asItHappened = "received_at = occurred_at and received_at <= $1";
    expect(await count(`${acts} and ${asItHappened}`, now)).toBe(await count(acts));
    expect(await count("milepost.ledger where received_at < $1", yearAgo)).toBeGreaterThan(100);
    expect(await count("milepost.ledger where received_at > $1", weekAgo)).toBeGreaterThan(20);
    const disorder = `
      select occurred_at < lag(occurred_at) over (
        partition by learner, course order by event_no
      ) as earlier
      from ${acts}`;
    expect(await count(`(${disorder}) entry where earlier`)).toBe(0);
  });

  test("counts what it wrote and tells how far it is", async () => {
    const facts = "milepost.ledger where type = 'lesson.completed'";
    expect(seeded).toMatchObject({ learners, outlines: 6 });
    expect(seeded.facts).toBeGreaterThan(await count(facts));
    expect(await count("milepost.learner_profile")).toBe(learners);
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeGreaterThan(20);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});
