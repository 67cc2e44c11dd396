import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import type { BrokenConstraint } from "./support/BrokenConstraint.ts";
import { catalogueConstraints } from "./support/catalogueConstraints.ts";
import { dashboardConstraints } from "./support/dashboardConstraints.ts";
import { fillTenant } from "./support/fillTenant.ts";
import { learnerConstraints } from "./support/learnerConstraints.ts";
import { webhookConstraints } from "./support/webhookConstraints.ts";
import { whatRefuses } from "./support/whatRefuses.ts";

const broken = [
  ...catalogueConstraints,
  ...learnerConstraints,
  ...webhookConstraints,
  ...dashboardConstraints,
];

describe.each(databaseKinds)("constraints on %s", (kind) => {
  const database = useDatabase(kind);
  beforeAll(async () => {
    await fillTenant(database, { tenant: "default", mark: "a-" });
    await fillTenant(database, { tenant: "other", mark: "b-" });
  });

  test.each(broken.map((it) => [it.rule, it.constraint, it.sql]))(
    "%s (%s)",
    async (_rule, constraint, sql) => {
      const attempt = database.asOwner(async (client) => {
        await client.query("select milepost.enter('default')");
        await client.query(sql);
      });
      expect(await whatRefuses(attempt)).toEqual({
        code: expect.stringMatching(/^23(503|505|514)$/),
        constraint,
      });
    },
  );

  test("every constraint and unique index of the schema is broken above", async () => {
    const { rows } = await database.superuser.query<{ name: string }>(`
      select conname as name from pg_constraint
      where connamespace = 'milepost'::regnamespace and contype <> 'n'
      union
      select i.relname from pg_index x
      join pg_class i on i.oid = x.indexrelid
      where x.indisunique and i.relnamespace = 'milepost'::regnamespace`);
    const inCatalogue = rows.map(({ name }) => name).sort();
    expect(broken.map(({ constraint }) => constraint).sort()).toEqual(inCatalogue);
  });

  // A superuser is bound by no policy, so here it is the keys alone that refuse.
  const oneOf = (table: string, tenant: string, where = "true") =>
    `(select x from milepost.${table} x join milepost.tenant t using (tenant_id)
      where t.name = '${tenant}' and ${where} limit 1)`;
  const acrossTenants: BrokenConstraint[] = [
    {
      rule: "a lesson of another tenant does not count",
      constraint: "lesson_progress_of_lesson",
      sql: `insert into milepost.lesson_progress (
          bucket, tenant_id, enrollment_id, course_id, lesson_id, first_viewed_at, last_viewed_at)
        select (e.e).bucket, (e.e).tenant_id, (e.e).enrollment_id, (e.e).course_id, (l.l).lesson_id,
          now(), now()
        from ${oneOf("enrollment", "default")} e (e), ${oneOf("lesson", "other")} l (l)`,
    },
    {
      rule: "a lesson record is in the tenant of its attempt",
      constraint: "lesson_progress_of_enrollment",
      sql: `insert into milepost.lesson_progress (
          bucket, tenant_id, enrollment_id, course_id, lesson_id, first_viewed_at, last_viewed_at)
        select (e.e).bucket, (l.l).tenant_id, (e.e).enrollment_id, (l.l).course_id, (l.l).lesson_id,
          now(), now()
        from ${oneOf("enrollment", "default")} e (e), ${oneOf("lesson", "other")} l (l)`,
    },
    {
      rule: "an attempt is at a course of its learner's tenant",
      constraint: "enrollment_of_course",
      sql: `update milepost.enrollment e set course_id = (c.c).course_id
        from ${oneOf("course", "other")} c (c)
        where e.enrollment_id = (select (x.x).enrollment_id
          from ${oneOf("enrollment", "default", "x.first_viewed_at is null")} x (x))`,
    },
    {
      rule: "an attempt is in the tenant of its learner",
      constraint: "enrollment_of_learner",
      sql: `update milepost.enrollment e
        set course_id = (c.c).course_id, tenant_id = (c.c).tenant_id
        from ${oneOf("course", "other")} c (c)
        where e.enrollment_id = (select (x.x).enrollment_id
          from ${oneOf("enrollment", "default", "x.first_viewed_at is null")} x (x))`,
    },
    {
      rule: "a learner belongs to a group of their own tenant",
      constraint: "group_member_of_group",
      sql: `update milepost.group_member m set group_id = (g.g).group_id
        from ${oneOf("learner_group", "other")} g (g)
        where m.tenant_id = (select tenant_id from milepost.tenant where name = 'default')`,
    },
    {
      rule: "a membership is in the tenant of its learner",
      constraint: "group_member_of_learner",
      sql: `update milepost.group_member m
        set group_id = (g.g).group_id, tenant_id = (g.g).tenant_id
        from ${oneOf("learner_group", "other")} g (g)
        where m.tenant_id = (select tenant_id from milepost.tenant where name = 'default')`,
    },
    {
      rule: "a delivery is in the tenant of its webhook",
      constraint: "webhook_delivery_of_webhook",
      sql: `update milepost.webhook_delivery d set tenant_id = (w.w).tenant_id
        from ${oneOf("webhook", "other")} w (w)
        where d.tenant_id = (select tenant_id from milepost.tenant where name = 'default')`,
    },
  ];
  test.each(acrossTenants.map((it) => [it.rule, it.constraint, it.sql]))(
    "%s, even for a superuser (%s)",
    async (_rule, constraint, sql) => {
      const refused = await whatRefuses(database.superuser.query(sql));
      expect(refused).toEqual({ code: "23503", constraint });
    },
  );
});
