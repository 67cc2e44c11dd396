import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { claimIdempotencyKey } from "../src/claimIdempotencyKey.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { doctor } from "../src/doctor.ts";
import { eraseLearner, type LearnerErased } from "../src/eraseLearner.ts";
import { exportLearners } from "../src/exportLearners.ts";
import { keepIdempotentAnswer } from "../src/keepIdempotentAnswer.ts";
import { listGroupMembers } from "../src/listGroupMembers.ts";
import { listLearnerCourses } from "../src/listLearnerCourses.ts";
import { putGroupMembers } from "../src/putGroupMembers.ts";
import { putLearner } from "../src/putLearner.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { readGroup } from "../src/readGroup.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { fillTenant } from "./support/fillTenant.ts";
import { onDay } from "./support/onDay.ts";

/** ada has a profile and event ids, dee and eve a reason each, and one id no file was made for. */
const odd = `a-"Zoë"\\/学习 👩‍🏫\t'; --`;
const erased = ["a-ada", "a-dee", "a-eve", odd];
const identifying = [
  ...["a-ada", "a- Ada", "a-ada@example.org", "a--DE", "a-dee", "a- moved away", "a-eve"],
  ...["a- did it elsewhere", "Zoë", "学习"],
];

describe.each(databaseKinds)("erasing a learner on %s", (kind) => {
  const database = useDatabase(kind);
  const rowsOf = async (sql: string) => (await database.superuser.query(sql)).rows;
  /** Every column of every row of every table as text, whatever is in it. */
  const dump = async () => {
    const tables = await database.superuser.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       where n.nspname like 'milepost%' and c.relkind = 'r'`,
    );
    const texts: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await database.superuser.query<{ text: string }>(
        `select v.value as text from ${name} r, jsonb_each_text(to_jsonb(r)) v
         where v.value is not null`,
      );
      texts.push(...rows.map(({ text }) => `${name}: ${text}`));
    }
    return texts;
  };
  const quoting = async (value: string) => (await dump()).filter((text) => text.includes(value));

  const history = () =>
    rowsOf(`select e.learner_id, e.attempt_no, e.is_current, e.due_at, e.original_due_at,
        e.completed_lessons, e.total_lessons, e.progress_percentage, e.first_viewed_at,
        e.last_viewed_at, e.last_viewed_lesson_id, e.completed_at, e.completed_outline_version,
        e.withdrawn_at, e.exempted_at
      from milepost.enrollment e order by e.enrollment_id`);
  const records = () =>
    rowsOf("select * from milepost.lesson_progress order by enrollment_id, lesson_id");
  const memberships = () =>
    rowsOf(`select learner_id, group_id, joined_at, left_at
      from milepost.group_member order by learner_id, joined_at`);
  const ledger = () =>
    rowsOf(`select event_no, type, learner_id, course_id, enrollment_id, lesson_id, occurred_at,
        received_at, source, actor, data
      from milepost.progress_event where type <> 'learner.erased' order by event_no`);

  let before: unknown[][];
  let answers: LearnerErased[];
  beforeAll(async () => {
    await fillTenant(database, { tenant: "default", mark: "a-" });
    await putLearner(database.app, { learner: odd, name: odd, timeZone: "Asia/Tokyo" });
    const event = { type: "lesson.viewed", learner: odd, lesson: "a-fs-1", eventId: odd } as const;
    await recordEvents(database.app, { events: [event] });
    await putGroupMembers(database.app, { group: "a-crew", learners: ["a-eve", odd] });
    for (const learner of ["a-bob", odd]) {
      const requestHash = createHash("sha256").update(learner).digest();
      const post = { key: requestHash.toString("hex"), requestHash };
      await claimIdempotencyKey(database.app, post);
      const body = JSON.stringify({ items: [{ learner, status: "recorded" }] });
      await keepIdempotentAnswer(database.app, { ...post, status: 200, body });
    }
    for (const value of identifying) expect(await quoting(value)).not.toEqual([]);

    before = [await history(), await records(), await memberships(), await ledger()];
    answers = [];
    for (const learner of erased) {
      const scope = { now: onDay(30), actor: "service" };
      answers.push(await eraseLearner(database.app, { learner }, scope));
    }
  });

  test("answers when, and how many completions stay", () => {
    expect(answers).toEqual(
      [3, 1, 1, 0].map((keptCompletions) => ({
        erasedAt: onDay(30),
        keptCompletions,
      })),
    );
  });

  test.each(identifying)("leaves %j in no column of any table", async (value) => {
    expect(await quoting(value)).toEqual([]);
  });

  test("leaves those who were not erased as they were", async () => {
    for (const value of ["a-bob", "a-cy", "a-bob:fs-1:4"]) {
      expect(await quoting(value)).not.toEqual([]);
    }
  });

  test("changes no count, no time, no membership and no entry of what they did", async () => {
    const after = [await history(), await records(), await memberships(), await ledger()];
    expect(after).toEqual(before);
    expect(await memberships()).toHaveLength(5);
    expect(await doctor(database.superuser)).toMatchObject({ differenceCount: 0 });
  });

  test("is in the ledger once a learner, with who asked for it and no word about whom", async () => {
    expect(
      await rowsOf(`select count(*)::int, count(distinct learner_id)::int as learners,
          count(*) filter (where actor = 'service' and reason is null and data is null)::int as bare
        from milepost.progress_event where type = 'learner.erased'`),
    ).toEqual([{ count: 4, learners: 4, bare: 4 }]);
  });

  test.each(erased)("makes %j unknown: to read, to list, to erase again", async (learner) => {
    const unknown = { code: "learner_not_found" };
    await expect(eraseLearner(database.app, { learner })).rejects.toMatchObject(unknown);
    await expect(listLearnerCourses(database.app, { learner })).rejects.toMatchObject(unknown);
    const page = readCourseProgress(database.app, { learner, course: "a-fs" });
    await expect(page).rejects.toMatchObject(unknown);
    const { items } = await exportLearners(database.app, {});
    expect(items.map((item) => item.learner)).not.toContain(learner);
  });

  test("leaves them out of their group's list and of its count", async () => {
    const { items } = await listGroupMembers(database.app, { group: "a-crew" });
    expect(items.map(({ learner }) => learner)).toEqual(["a-bob"]);
    expect(await readGroup(database.app, { group: "a-crew" })).toMatchObject({ memberCount: 1 });
  });

  test("the views show what an erased learner did under a number, and no id", async () => {
    const { rows } = await database.asApp(async (client) => {
      await client.query("select milepost.use_tenant('default')");
      return client.query(`select count(distinct learner_number)::int as learners,
        count(*) filter (where completed_at is not null)::int as completed
        from milepost.course_progress where learner is null and attempt = 1`);
    });
    expect(rows).toEqual([{ learners: 4, completed: 1 }]);
  });

  test("frees the id for another person, who begins with nothing", async () => {
    const fact = { learner: "a-ada", lesson: "a-fs-1", eventId: "a-ada:fs-1:3" };
    const { status, progress } = await completeLesson(database.app, fact, { now: onDay(31) });
    // The event id of the one before her is hers to use.
    expect(status).toBe("recorded");
    expect(progress).toMatchObject({
      attempt: 1,
      completedLessons: 1,
      firstViewedAt: onDay(31),
      completedAt: null,
    });
    const profiles = await rowsOf(`select count(*)::int, count(erased_at)::int as erased
      from milepost.learner where external_id = 'a-ada' or learner_id in (
        select learner_id from milepost.enrollment where completed_at = '2026-03-05T09:00Z')`);
    expect(profiles).toEqual([{ count: 2, erased: 1 }]);
    expect(await eraseLearner(database.app, { learner: "a-ada" })).toMatchObject({
      keptCompletions: 1,
    });
  });
});
