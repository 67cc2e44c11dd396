import { beforeAll, describe, expect, test } from "vitest";
import { type Act, databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { fillTenant } from "./support/fillTenant.ts";
import { whatRefuses } from "./support/whatRefuses.ts";

interface Guarded {
  readonly guard: string;
  readonly rule: string;
  readonly sql: string;
}

const of = (name: string) =>
  `(select learner_id from milepost.learner where external_id = 'a-${name}')`;
const completedLesson = `completed_at is not null and enrollment_id in (
  select enrollment_id from milepost.enrollment where learner_id = ${of("bob")})`;
const completedAttempt = `completed_at is not null and learner_id = ${of("ada")}`;

/** Each of these columns alone, set to another value of its type. */
function moved(table: string, guard: string, where: string, columns: object): Guarded[] {
  return Object.entries(columns).map(([column, value]) => ({
    guard,
    rule: `${table}.${column} never changes`,
    sql: `update milepost.${table} set ${column} = ${value} where ${where}`,
  }));
}

const lessonCompletion: Guarded[] = [
  ...moved("lesson_progress", "lesson_completion_never_changes", completedLesson, {
    completed_at: "completed_at - interval '1 millisecond'",
    completion_received_at: "completion_received_at + interval '1 millisecond'",
    completion_source: "'another'",
    bucket: "bucket # 1",
    tenant_id: "tenant_id + 1",
    enrollment_id: "enrollment_id + 1",
    course_id: "course_id + 1",
    lesson_id: "lesson_id + 1",
  }),
  {
    guard: "lesson_completion_never_changes",
    rule: "a completion is not taken back",
    sql: `update milepost.lesson_progress set completed_at = null, completion_received_at = null,
      completion_source = null where ${completedLesson}`,
  },
  {
    guard: "lesson_completion_never_changes",
    rule: "a completion is not overwritten by an upsert",
    sql: `insert into milepost.lesson_progress as lp (
        bucket, tenant_id, enrollment_id, course_id, lesson_id, first_viewed_at, last_viewed_at,
        completed_at, completion_received_at, completion_source)
      select bucket, tenant_id, enrollment_id, course_id, lesson_id, first_viewed_at, last_viewed_at,
        last_viewed_at, completion_received_at, 'upsert'
      from milepost.lesson_progress where ${completedLesson}
      on conflict (bucket, enrollment_id, lesson_id) do update
      set completed_at = excluded.completed_at, completion_source = excluded.completion_source`,
  },
  {
    guard: "lesson_completion_never_changes",
    rule: "a completion is not overwritten by a merge",
    sql: `merge into milepost.lesson_progress lp using milepost.lesson l on l.lesson_id = lp.lesson_id
      when matched and lp.completed_at is not null then update set completed_at = lp.first_viewed_at,
        completion_source = 'merge'`,
  },
  {
    guard: "lesson_completion_never_deleted",
    rule: "a completion is not deleted",
    sql: `delete from milepost.lesson_progress where ${completedLesson}`,
  },
  {
    guard: "lesson_completion_never_deleted",
    rule: "a completion is not deleted by a merge",
    sql: `merge into milepost.lesson_progress lp using milepost.lesson l on l.lesson_id = lp.lesson_id
      when matched and lp.completed_at is not null then delete`,
  },
  ...["lesson_progress", "lesson cascade"].map((target) => ({
    guard: "lesson_completion_never_truncated",
    rule: `completions are not emptied out by truncating ${target}`,
    sql: `truncate milepost.${target}`,
  })),
];

const attemptCompletion: Guarded[] = [
  ...moved("enrollment", "attempt_completion_never_changes", completedAttempt, {
    completed_at: "completed_at - interval '1 millisecond'",
    completed_outline_version: "completed_outline_version + 1",
    bucket: "bucket # 1",
    tenant_id: "tenant_id + 1",
    enrollment_id: "default",
    learner_id: "learner_id + 1",
    course_id: "course_id + 1",
    attempt_no: "attempt_no + 1",
  }),
  {
    guard: "attempt_completion_never_changes",
    rule: "a course completion is not taken back",
    sql: `update milepost.enrollment set completed_at = null, completed_outline_version = null,
      completed_lessons = 0 where ${completedAttempt}`,
  },
  {
    guard: "attempt_completion_never_changes",
    rule: "a course completion is not overwritten by an upsert",
    sql: `insert into milepost.enrollment as e (
        bucket, tenant_id, learner_id, course_id, attempt_no, created_at, enrolled_at, source,
        total_lessons, counted_version, enrolled_outline_version)
      select bucket, tenant_id, learner_id, course_id, attempt_no, now(), now(), 'upsert', 2, 1, 1
      from milepost.enrollment where ${completedAttempt}
      on conflict (bucket, learner_id, course_id, attempt_no) do update
      set completed_at = excluded.created_at`,
  },
  {
    guard: "attempt_completion_never_deleted",
    rule: "a completed attempt is not deleted",
    sql: `delete from milepost.enrollment where ${completedAttempt}`,
  },
  ...["enrollment cascade", "learner cascade"].map((target) => ({
    guard: "attempt_completion_never_truncated",
    rule: `completed attempts are not emptied out by truncating ${target}`,
    sql: `truncate milepost.${target}`,
  })),
];

const ledger: Guarded[] = [
  ...moved("progress_event", "ledger_never_changes", "type = 'lesson.completed'", {
    bucket: "bucket # 1",
    event_no: "default",
    tenant_id: "tenant_id + 1",
    type: "'lesson.completion_repeated'",
    learner_id: "learner_id + 1",
    course_id: "course_id + 1",
    enrollment_id: "null",
    lesson_id: "lesson_id + 1",
    outline_version: "null",
    occurred_at: "occurred_at - interval '1 millisecond'",
    received_at: "received_at + interval '1 millisecond'",
    source: "null",
    actor: "'another'",
    data: "'{}'",
    client_event_id: "'another'",
    reason: "'another'",
    tx: "tx + 1",
  }),
  {
    guard: "ledger_never_changes",
    rule: "an entry of the ledger is not overwritten by an upsert",
    sql: `insert into milepost.progress_event overriding system value
      select * from milepost.progress_event
      on conflict (bucket, event_no) do update set actor = 'upsert'`,
  },
  {
    guard: "ledger_never_changes",
    rule: "a reason that was never given is not put in afterwards",
    sql: "update milepost.progress_event set reason = 'afterwards' where reason is null",
  },
  {
    guard: "ledger_never_deleted",
    rule: "an entry of the ledger is not deleted",
    sql: "delete from milepost.progress_event where type = 'deadline.moved'",
  },
  {
    guard: "ledger_never_truncated",
    rule: "the ledger is not emptied out",
    sql: "truncate milepost.progress_event",
  },
];

const outlineHistory: Guarded[] = [
  ...moved("outline_change", "outline_history_never_changes", "outline_version = 1", {
    tenant_id: "tenant_id + 1",
    course_id: "course_id + 1",
    outline_version: "outline_version + 9",
    changed_at: "changed_at + interval '1 millisecond'",
    actor: "'another'",
    title: "'another'",
    enrollment_policy: "'required'",
    total_lessons: "total_lessons + 1",
    required_lesson_ids: "'{}'",
    newly_required: "'{}'",
    no_longer_required: "'{9}'",
    change: "'{}'",
    outline: "'{}'",
  }),
  {
    guard: "outline_history_never_changes",
    rule: "a version of an outline is not deleted",
    sql: "delete from milepost.outline_change where outline_version = 1",
  },
  ...["outline_change", "course cascade"].map((target) => ({
    guard: "outline_history_never_truncated",
    rule: `the history of outlines is not emptied out by truncating ${target}`,
    sql: `truncate milepost.${target}`,
  })),
];

const feed: Guarded[] = [
  ...moved("feed_segment", "feed_never_changes", "first_no = 1", {
    tenant_id: "tenant_id + 1",
    first_no: "first_no + 1000000",
    buckets: "array_append(buckets, 1::smallint)",
    event_nos: "array_append(event_nos, 1::bigint)",
  }),
  {
    guard: "feed_never_changes",
    rule: "what was numbered in the feed is not deleted",
    sql: "delete from milepost.feed_segment",
  },
  {
    guard: "feed_never_truncated",
    rule: "the feed is not emptied out",
    sql: "truncate milepost.feed_segment",
  },
];

const seals: Guarded[] = [
  ...moved("seal", "seal_never_changes", "seal_no = 1", {
    tenant_id: "tenant_id + 1",
    seal_no: "seal_no + 1",
    sealed_at: "sealed_at + interval '1 millisecond'",
    buckets: "array_append(buckets, 1::smallint)",
    event_nos: "array_append(event_nos, 1::bigint)",
    leaf_hashes: "array_append(leaf_hashes, root)",
    root: "hash",
    previous_hash: "hash",
    hash: "root",
  }),
  {
    guard: "seal_never_changes",
    rule: "a seal is not deleted",
    sql: "delete from milepost.seal",
  },
  {
    guard: "seal_never_truncated",
    rule: "seals are not emptied out",
    sql: "truncate milepost.seal",
  },
  {
    guard: "seal_never_truncated",
    rule: "nor are they, and all else, by truncating tenant cascade",
    sql: "truncate milepost.tenant cascade",
  },
];

const identity: Guarded[] = [
  {
    guard: "tenant_name_never_changes",
    rule: "a tenant is not renamed: the name is in every learner's bucket",
    sql: "update milepost.tenant set name = 'renamed'",
  },
  {
    guard: "tenant_name_never_changes",
    rule: "a tenant's number never changes",
    sql: "update milepost.tenant set tenant_id = 99",
  },
  ...moved("learner", "learner_lane_never_changes", "external_id = 'a-cy'", {
    bucket: "bucket # 1",
    learner_id: "default",
    tenant_id: "tenant_id + 1",
    external_id: "'a-cyan'",
  }),
];

const guarded = [
  ...lessonCompletion,
  ...attemptCompletion,
  ...ledger,
  ...outlineHistory,
  ...feed,
  ...seals,
  ...identity,
];
const rows = guarded.map(({ rule, guard, sql }) => [rule, guard, sql] as const);

describe.each(databaseKinds)("guards on %s", (kind) => {
  const database = useDatabase(kind);
  beforeAll(() => fillTenant(database, { tenant: "default", mark: "a-" }));

  const asOwner = <T>(act: Act<T>) =>
    database.asOwner(async (client) => {
      await client.query("select milepost.enter('default')");
      return act(client);
    });
  const count = (sql: string) => asOwner(async (client) => (await client.query(sql)).rowCount);

  test.each(rows)("%s, not even for the owner (%s)", async (_rule, guard, sql) => {
    const refused = await whatRefuses(asOwner((client) => client.query(sql)));
    expect(refused).toEqual({ code: "MPG01", constraint: guard });
  });

  test.each(rows)("%s, not even in replication (%s)", async (_rule, guard, sql) => {
    const asReplica = async () => {
      const client = await database.superuser.connect();
      try {
        await client.query("begin");
        await client.query("set local session_replication_role = replica");
        await client.query(sql);
      } finally {
        await client.query("rollback");
        client.release();
      }
    };
    expect(await whatRefuses(asReplica())).toEqual({ code: "MPG01", constraint: guard });
  });

  test("every trigger of the schema is a guard that is tried above, and stands always", async () => {
    const triggers = await database.superuser.query<{ name: string; enabled: string }>(`
      select tgname as name, tgenabled as enabled from pg_trigger
      join pg_class c on c.oid = tgrelid
      where not tgisinternal and c.relnamespace = 'milepost'::regnamespace
      order by tgname collate "C"`);
    const tried = [...new Set(guarded.map(({ guard }) => guard))].sort();
    expect(triggers.rows).toEqual(tried.map((name) => ({ name, enabled: "A" })));
  });

  test.each(["progress_event", "outline_change", "feed_segment", "seal"])(
    "no column of %s is left out of those that never change",
    async (table) => {
      const columns = await database.superuser.query<{ rule: string }>(
        `select $1::text || '.' || attname || ' never changes' as rule from pg_attribute
       where attrelid = ('milepost.' || $1)::regclass and attnum > 0 and not attisdropped`,
        [table],
      );
      expect(guarded.map(({ rule }) => rule)).toEqual(
        expect.arrayContaining(columns.rows.map(({ rule }) => rule)),
      );
    },
  );

  test("a guard says which rule it keeps and what to do instead", async () => {
    const attempt = asOwner((client) => client.query("delete from milepost.progress_event"));
    await expect(attempt).rejects.toMatchObject({
      message: "ledger_never_deleted: delete on progress_event is refused",
      table: "progress_event",
      hint: expect.stringContaining("answered by a new"),
    });
  });

  test("a lesson that was viewed and not completed may be taken out", async () => {
    const open = "delete from milepost.lesson_progress where completed_at is null";
    expect(await count(open)).toBe(1);
  });

  test("a completed lesson can be viewed again", async () => {
    const viewed = `update milepost.lesson_progress set last_viewed_at = now() where ${completedLesson}`;
    expect(await count(viewed)).toBe(1);
  });

  test("a completed attempt can get another deadline", async () => {
    const extended = `update milepost.enrollment set due_at = due_at + interval '1 day'
      where ${completedAttempt} and due_at is not null`;
    expect(await count(extended)).toBe(1);
  });

  test("an erasure may clear event ids and reasons in the ledger", async () => {
    const cleared = "update milepost.progress_event set client_event_id = null, reason = null";
    expect(await count(cleared)).toBeGreaterThan(0);
  });

  test("a retry, a second tab and an earlier time that arrives later change nothing", async () => {
    const stored = () =>
      database.superuser.query(`select * from milepost.lesson_progress where ${completedLesson}`);
    const before = (await stored()).rows;
    const again = await database.app.query(`select status from unnest(array[
        '2026-03-06T09:00Z', '2026-03-01T00:00Z', '2026-03-20T00:00Z']::timestamptz[]) at,
      milepost.record_fact('default', 'a-bob', 'a-fs-1', 'lesson.completed', at)`);
    expect(again.rows).toEqual(Array(3).fill({ status: "unchanged" }));
    expect((await stored()).rows).toEqual(before);
    const noted = await database.superuser.query(`select occurred_at from milepost.progress_event
      where type = 'lesson.completion_repeated' and learner_id = ${of("bob")} order by occurred_at`);
    expect(noted.rows).toEqual(
      ["2026-03-01T00:00Z", "2026-03-20T00:00Z"].map((at) => ({ occurred_at: new Date(at) })),
    );
  });
});
