import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { eraseLearner } from "../src/eraseLearner.ts";
import { fillTenant } from "./support/fillTenant.ts";
import { merge } from "./support/merge.ts";
import { whatRefuses } from "./support/whatRefuses.ts";

const notFound = {
  learner: "MP002",
  course: "MP003",
  lesson: "MP004",
  group: "MP026",
  webhook: "MP027",
  view: "MP060",
};

/** Tenants are filled in turn: the webhook and the saved view of the first are 1, of the other 2. */
const others = "2";

/**
 * Calls in one tenant that name the ids of another (all of which begin with b-), refused outright.
 */
const refused = [
  ["course_page", "'default', 'b-ada', 'b-fs'", notFound.course],
  ["course_page", "'default', 'a-ada', 'b-fs'", notFound.course],
  ["course_page", "'default', 'b-ada', 'a-fs'", notFound.learner],
  ["explain_progress", "'default', 'b-ada', 'b-fs'", notFound.course],
  ["explain_progress", "'default', 'b-ada', 'a-fs'", notFound.learner],
  ["learner_timeline", "'default', 'b-ada', 'b-fs', null, null, 10", notFound.course],
  ["learner_timeline", "'default', 'b-ada', 'a-fs', null, null, 10", notFound.learner],
  ["learner_courses", "'default', 'b-ada', null, null, 10", notFound.learner],
  ["read_outline", "'default', 'b-fs'", notFound.course],
  ["outline_changes", "'default', 'b-fs', null, 10", notFound.course],
  ["enroll_learners", "'default', 'b-fs', array['b-ada'], null, null", notFound.course],
  ["leave_course", "'default', 'b-fs', 'b-bob', 'withdrawn', 'why'", notFound.course],
  ["leave_course", "'default', 'a-fs', 'b-bob', 'exempted', 'why'", notFound.learner],
  ["leave_course", "'default', 'a-fs', 'b-bob', 'reinstated', 'why'", notFound.learner],
  ["retake_course", "'default', 'b-fs', 'b-ada', true", notFound.course],
  ["retake_course", "'default', 'a-fs', 'b-ada', true", notFound.learner],
  ["erase_learner", "'default', 'b-ada'", notFound.learner],
  ["read_learner", "'default', 'b-ada'", notFound.learner],
  ["read_group", "'default', 'b-crew'", notFound.group],
  ["list_group_members", "'default', 'b-crew', null, null, 10", notFound.group],
  ["put_group_members", "'default', 'b-crew', array['b-ada']", notFound.group],
  ["remove_group_member", "'default', 'b-crew', 'b-ada'", notFound.group],
  ["remove_group_member", "'default', 'a-crew', 'b-bob'", notFound.learner],
  ["report_activity", "'default', 'b-fs', null, 'week'", notFound.course],
  ["report_activity_by_course", "'default', 'b-crew', 'week', 12, null, 10", notFound.group],
  ["report_cohorts", "'default', 'b-fs', 'week', null", notFound.course],
  ["report_courses", "'default', 'b-fs', null, null, null, 10, 30", notFound.course],
  ["report_courses", "'default', null, 'b-crew', null, null, 10, 30", notFound.group],
  ["report_deadlines", "'default', 'b-fs', null, 42, 12", notFound.course],
  ["report_deadlines", "'default', null, 'b-crew', 42, 12", notFound.group],
  ["report_due_next", "'default', 'b-fs', null, 14, null, null, null, 10", notFound.course],
  [
    "report_learners",
    "'default', 'b-fs', null, null, null, null, 'name', false, null, null, null, 10",
    notFound.course,
  ],
  [
    "report_learners",
    "'default', 'a-fs', null, 'b-fs-1', null, null, 'name', false, null, null, null, 10",
    notFound.lesson,
  ],
  ["report_lessons", "'default', 'b-fs', null", notFound.course],
  ["report_overdue", "'default', 'b-fs', null, null, null, null, null, 10", notFound.course],
  ["report_overview", "'default', 'b-crew'", notFound.group],
  [
    "report_listed_attempts",
    "'default', 'b-crew', null, null, null, null, null, null, null, null, null, null, 10",
    notFound.group,
  ],
  ["report_changes", "'default', null, 'b-fs', null, null, null, null, null, 10", notFound.course],
  ["report_changes", "'default', null, null, 'b-crew', null, null, null, null, 10", notFound.group],
  [
    "report_changes",
    "'default', null, null, null, 'b-ada', null, null, null, 10",
    notFound.learner,
  ],
  ["report_time_to_complete", "'default', 'b-fs', 'enrolled', null, null", notFound.course],
  ["read_evidence", "'default', 'b-ada', null, null, null, 0", notFound.learner],
  ["read_evidence", "'default', 'a-ada', 'b-fs', null, null, 0", notFound.course],
  ["read_webhook", `'default', ${others}`, notFound.webhook],
  ["put_webhook", `'default', ${others}, 'https://mine.example/'`, notFound.webhook],
  ["delete_webhook", `'default', ${others}`, notFound.webhook],
  ["rotate_webhook_secret", `'default', ${others}`, notFound.webhook],
  ["list_webhook_deliveries", `'default', ${others}, null, 10`, notFound.webhook],
  ["redeliver_webhook", `'default', ${others}, 1`, notFound.webhook],
  ["put_saved_view", `'default', 'b-admin', ${others}, 'Mine', 'p', '', 'me'`, notFound.view],
  ["delete_saved_view", `'default', 'b-admin', ${others}`, notFound.view],
] as const;

const lessonRefused = { status: "refused", code: "lesson_not_found" };
const courseRefused = { status: "refused", code: "course_not_found" };

/** Calls that answer, as if the other tenant's ids had never been used. */
const answered: readonly (readonly [name: string, values: string, rows: unknown[]])[] = [
  ["complete_lesson", "'b-bob', 'b-fs-2'", [expect.objectContaining(lessonRefused)]],
  ["complete_lesson", "'a-bob', 'b-fs-2'", [expect.objectContaining(lessonRefused)]],
  ["record_view", "'b-bob', 'b-fs-2'", [expect.objectContaining(lessonRefused)]],
  [
    "record_fact",
    "'default', 'b-bob', 'b-fs-2', 'lesson.completed'",
    [expect.objectContaining(lessonRefused)],
  ],
  [
    "record_facts",
    `'default', array['b-bob'], array['b-fs-2'], array['lesson.completed'], array[null::timestamptz],
     array['b-ada:fs-1:3']`,
    [expect.objectContaining(lessonRefused)],
  ],
  [
    "record_batch",
    `'default', array['b-bob'], array['b-fs-2'], array['lesson.completed'], array[null::timestamptz],
     array['b-ada:fs-1:3'], null, null`,
    [expect.objectContaining(lessonRefused)],
  ],
  [
    "record",
    `'[{"type": "lesson.completed", "learner": "b-bob", "lesson": "b-fs-2"}]'`,
    [expect.objectContaining(lessonRefused)],
  ],
  [
    "import_enrollments",
    `'default', '[{"course": "b-fs", "learner": "b-ada", "attempt": 2}]'`,
    [courseRefused],
  ],
  [
    "import_group_members",
    `'default', array['b-crew'], array['b-ada'], array[now() - interval '1 day'], array[null::timestamptz]`,
    [expect.objectContaining({ status: "refused", code: "group_not_found" })],
  ],
  [
    "change_deadlines",
    `'default', '[{"course": "b-fs", "learner": "b-ada", "attempt": 1}]', 3, null, 'why'`,
    [expect.objectContaining(courseRefused)],
  ],
  [
    "change_exemptions",
    `'default', 'exempted', '[{"course": "a-fs", "learner": "b-bob", "attempt": 1}]', 'why'`,
    [expect.objectContaining({ status: "refused", code: "learner_not_found" })],
  ],
  ["export_enrollments", "'default', 'b-fs', 1, null, null, 10", []],
  ["export_events", "'default', 'b-fs', 1, null, null, 10", []],
  ["claim_idempotency_key", "'default', 'b-post', decode('00', 'hex')", []],
  ["keep_idempotent_answer", "'default', 'b-post', 500::smallint, 'mine'", [expect.anything()]],
  ["count_erased_learners", "'default'", [{ count_erased_learners: "0" }]],
  ["fold_reports", "'default'", [expect.anything()]],
  ["recount_attempts", "'default', 10", [expect.anything()]],
  ["take_requests", "'default', 'b-key', now(), 3, 5", [{ take_requests: 3 }]],
  ["forget_requests", "'default', '2001-01-01'", [{ forget_requests: "0" }]],
  [
    "note_intake",
    `'default', '[{"source": "b-key", "outcome": "recorded", "n": 1, "clamped": 0,
      "last_at": "2026-03-01T09:00:00Z", "lags": [1]}]'`,
    [{ note_intake: 1 }],
  ],
  ["forget_intake", "'default', '2001-01-01'", [{ forget_intake: "0" }]],
  ["read_feed", "'default', 0, null, 'b-ada', 10", [expect.objectContaining({ event_no: null })]],
  ["seal_completions", "'default'", [expect.objectContaining({ leaves: 0, has_more: false })]],
  ["list_seals", "'default', null, 10", [expect.objectContaining({ seal_no: 1 })]],
  ["export_seal", "'default', 9", []],
  ["tenants_to_recount", "", []],
  // Their names are all that it tells of tenants, and only of those with something to be sent.
  ["due_webhooks", "null, 10, null, '2020-03-01'", [{ tenant: null, webhook_id: null }]],
  ["lease_webhook", `'default', ${others}, 'mine', 60`, []],
  ["due_deliveries", `'default', ${others}, 10`, []],
  [
    "settle_webhook",
    `'default', ${others}, 'b-lease', 9, '{1}', '{2}', '{2}', '{deadline.moved}', '{500}', '{No.}',
     true`,
    [{ settled: false, disabled_reason: null }],
  ],
  [
    "create_webhook",
    "'default', 'https://mine.example/'",
    [expect.objectContaining({ url: "https://mine.example/" })],
  ],
  [
    "create_saved_view",
    "'default', 'b-admin', 'Mine', 'courses', '', 'me', true",
    [expect.objectContaining({ name: "Mine", is_default: true })],
  ],
  ["attempt_now", "null", [expect.anything()]],
  ["read_tenant", "'default'", [{ name: "default", time_zone: "UTC" }]],
  [
    "report_due_next",
    "'default', null, null, 90, null, null, null, 10, null, null, null, null, '2020-03-01'",
    [expect.objectContaining({ total: "0" })],
  ],
  ["find_api_key", "decode(repeat('ab', 32), 'hex')", []],
  [
    "preview_outline",
    `'default', 'b-fs', 'Mine', null, '[{"id": "b-fs-1", "title": "Mine"}]'`,
    [
      {
        preview_outline: expect.objectContaining({
          outlineVersion: 1,
          effect: expect.objectContaining({ openAttempts: 0, completedKept: 0 }),
        }),
      },
    ],
  ],
  [
    "put_outline",
    `'default', 'b-fs', 'Mine', null, '[{"id": "b-fs-1", "title": "Mine"}]'`,
    [{ put_outline: expect.objectContaining({ created: true, outlineVersion: 1 }) }],
  ],
  [
    "put_learner",
    "'default', 'b-ada', 'Mine', null, null, null",
    [expect.objectContaining({ created: true, name: "Mine" })],
  ],
  [
    "put_group",
    "'default', 'b-crew', 'Mine'",
    [expect.objectContaining({ created: true, name: "Mine", member_count: 0 })],
  ],
];

/** Calls whose answer is a list of one tenant's own. */
const lists = [
  ["export_learners", "'default', null, null, 1000"],
  ["export_group_members", "'default', null, null, null, null, 1000"],
  ["list_courses", "'default', null, 1000"],
  ["list_learners", "'default', null, null, null, 1000"],
  ["report_changes", "'default', null, null, null, null, null, null, null, 1000"],
  ["list_groups", "'default', null, 1000"],
  ["list_webhooks", "'default'"],
  ["list_saved_views", "'default', 'b-admin'"],
  ["report_courses", "'default', null, null, null, null, 1000, 30"],
  ["report_data_health", "'default', '2026-03-12'"],
  ["report_overdue", "'default', null, null, null, null, null, null, 1000"],
  [
    "report_listed_attempts",
    "'default', null, null, null, null, null, null, null, null, null, null, null, 1000",
  ],
] as const;

/** They name no row of any tenant: use_tenant is how one is entered, tried in tenantIsolation. */
const withoutRows = ["bucket_of", "current_tenant_id", "stage_events", "use_tenant"];
/** It takes what was staged in its transaction, so it has a test of its own. */
const staged = "merge_events";

describe.each(databaseKinds)("the SQL contract across tenants on %s", (kind) => {
  const database = useDatabase(kind);
  beforeAll(async () => {
    await fillTenant(database, { tenant: "default", mark: "a-" });
    await fillTenant(database, { tenant: "other", mark: "b-" });
    await eraseLearner(database.app, { learner: "b-cy" }, { tenant: "other" });
  });

  const call = (name: string, values: string) =>
    database.asApp((client) => client.query(`select * from milepost.${name}(${values})`), {
      commit: true,
    });
  const othersRows = async () => {
    const tables = await database.superuser.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'milepost'::regnamespace and relkind = 'r'",
    );
    const rows: Record<string, unknown> = {};
    for (const { name } of tables.rows) {
      const found = await database.superuser.query(
        `select r::text from milepost.${name} r join milepost.tenant t using (tenant_id)
         where t.name = 'other' order by 1`,
      );
      rows[name] = found.rows;
    }
    return rows;
  };

  test("every function that the application role may call is called here", async () => {
    const { rows } = await database.superuser.query<{ name: string }>(`
      select proname as name from pg_proc where pronamespace = 'milepost'::regnamespace
        and has_function_privilege('milepost_app', oid, 'execute') order by proname collate "C"`);
    const called = [...refused, ...answered, ...lists].map(([name]) => name);
    expect([...new Set([...called, ...withoutRows, staged])].sort()).toEqual(
      rows.map(({ name }) => name),
    );
  });

  describe("changes nothing of the other tenant", () => {
    let before: Awaited<ReturnType<typeof othersRows>>;
    beforeAll(async () => {
      before = await othersRows();
    });

    test.each(lists)("%s lists its own", async (name, values) => {
      const { rows } = await call(name, values);
      expect(JSON.stringify(rows)).toContain('"a-');
      expect(JSON.stringify(rows)).not.toContain('"b-');
    });

    test.each(refused)("%s(%s) is refused with %s", async (name, values, code) => {
      expect(await whatRefuses(call(name, values))).toMatchObject({ code });
      expect(await othersRows()).toEqual(before);
    });

    test.each(answered)("%s(%s) knows nothing of it", async (name, values, rows) => {
      expect((await call(name, values)).rows).toEqual(rows);
      expect(await othersRows()).toEqual(before);
    });
  });

  test("merge_events knows nothing of the other tenant and changes nothing there", async () => {
    const before = await othersRows();
    const event = { type: "lesson.completed", eventId: "b-ada:fs-1:3" } as const;
    const events = [
      { ...event, learner: "b-bob", lesson: "b-fs-2" },
      { ...event, learner: "b-bob", lesson: "a-fs-2" },
    ];
    expect(await merge(database.app, events, {})).toEqual([lessonRefused, { status: "recorded" }]);
    expect(await othersRows()).toEqual(before);
    const nowhere = merge(database.app, events, { tenant: "nowhere" });
    await expect(nowhere).rejects.toMatchObject({ code: "tenant_not_found" });
  });

  const inDefault = [...refused, ...answered, ...lists]
    .map(([name, values]) => ({ name, values }))
    .filter(({ values }) => values.includes("'default'"));
  test.each(
    inDefault.map(({ name, values }) => [name, values.replace("'default'", "'nowhere'")] as const),
  )("%s(%s) is refused: there is no such tenant", async (name, values) => {
    expect(await whatRefuses(call(name, values))).toMatchObject({ code: "MP001" });
  });

  test("a key leads to its own tenant", async () => {
    const { rows } = await database.superuser.query<{ key_hash: Buffer }>(
      "select key_hash from milepost.api_key where name = 'b-key'",
    );
    const found = await database.app.query("select tenant, name from milepost.find_api_key($1)", [
      rows[0]?.key_hash,
    ]);
    expect(found.rows).toEqual([{ tenant: "other", name: "b-key" }]);
  });
});
