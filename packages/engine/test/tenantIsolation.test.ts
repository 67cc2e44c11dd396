import { beforeAll, describe, expect, test } from "vitest";
import { type Act, databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { enroll } from "../src/enroll.ts";
import { putOutline } from "../src/putOutline.ts";
import type { Queryable } from "../src/types.ts";
import { fillTenant } from "./support/fillTenant.ts";
import { outlineLessons } from "./support/outlineLessons.ts";
import { whatRefuses } from "./support/whatRefuses.ts";

const tenants = [
  { tenant: "default", mark: "a-", others: "b-" },
  { tenant: "other", mark: "b-", others: "a-" },
];

describe.each(databaseKinds)("tenants on %s", (kind) => {
  const database = useDatabase(kind);
  let tables: string[];
  let views: string[];
  beforeAll(async () => {
    for (const each of tenants) {
      await fillTenant(database, each);
      await beginRecount(each);
    }
    const relations = async (relkind: string) => {
      const { rows } = await database.superuser.query<{ name: string }>(
        `select relname as name from pg_class
         where relnamespace = 'milepost'::regnamespace and relkind = $1 order by 1`,
        [relkind],
      );
      return rows.map(({ name }) => name);
    };
    [tables, views] = [await relations("r"), await relations("v")];
  });

  /** An edit that its attempt has not followed. */
  const beginRecount = async ({ tenant, mark }: { tenant: string; mark: string }) => {
    const course = { course: `${mark}behind`, title: `${mark} behind` };
    const lessons = outlineLessons([`${mark}behind-1`, `${mark}behind-2`]);
    await putOutline(database.app, { ...course, lessons }, { tenant });
    await enroll(database.app, { ...course, learner: `${mark}ada` }, { tenant });
    const edit = { ...course, lessons: lessons.slice(1), recountAtOnce: 0 };
    await putOutline(database.app, edit, { tenant });
  };
  const asOwnerIn = <T>(tenant: string, act: Act<T>) =>
    database.asOwner(async (client) => {
      await client.query("select milepost.use_tenant($1)", [tenant]);
      return act(client);
    });
  const idOf = async (tenant: string) => {
    const found = await database.superuser.query<{ tenant_id: number }>(
      "select tenant_id from milepost.tenant where name = $1",
      [tenant],
    );
    return found.rows[0]?.tenant_id;
  };
  /** Per relation: how many rows are seen, and how many of them hold the text. */
  const seen = async (client: Queryable, relations: string[], text: string) => {
    const answer: Record<string, { rows: number; foreign: number }> = {};
    for (const name of relations) {
      const { rows } = await client.query(
        `select count(*)::int as rows, count(*) filter (where strpos(r::text, $1) > 0)::int as foreign
         from milepost.${name} r`,
        [text],
      );
      answer[name] = rows[0];
    }
    return answer;
  };

  test("every table has tenant_id, forced row security and a policy", async () => {
    const { rows } = await database.superuser.query(`
      select c.relname,
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'
          and a.attnotnull) as has_tenant_id,
        c.relrowsecurity and c.relforcerowsecurity as forced,
        exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*'
          and p.polpermissive and p.polroles = '{0}'
          and replace(pg_get_expr(p.polqual, p.polrelid),
            '( SELECT milepost.current_tenant_id() AS current_tenant_id)',
            'milepost.current_tenant_id()') like '%(tenant_id = milepost.current_tenant_id())%'
        ) as has_policy
      from pg_class c where c.relnamespace = 'milepost'::regnamespace and c.relkind = 'r' order by 1`);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows).toEqual(
      tables.map((relname) => ({ relname, has_tenant_id: true, forced: true, has_policy: true })),
    );
  });

  test("beyond the tenant in use, tenants, a key, a recount and a webhook are found", async () => {
    const { rows } = await database.superuser.query(`
      select c.relname, p.polname, p.polcmd from pg_policy p join pg_class c on c.oid = p.polrelid
      where c.relnamespace = 'milepost'::regnamespace
        and p.polname <> c.relname || '_of_current_tenant' order by 1, 2`);
    expect(rows).toEqual([
      { relname: "api_key", polname: "api_key_presented", polcmd: "r" },
      { relname: "recount", polname: "recount_looked_for", polcmd: "r" },
      { relname: "tenant", polname: "tenant_listed", polcmd: "r" },
      { relname: "tenant", polname: "tenant_named_or_current", polcmd: "*" },
      { relname: "webhook", polname: "webhook_looked_for", polcmd: "r" },
    ]);
  });

  test.each(tenants)(
    "in $tenant the owner sees that tenant's rows alone, in every table",
    async (it) => {
      const mine = await idOf(it.tenant);
      await asOwnerIn(it.tenant, async (client) => {
        for (const table of tables) {
          const { rows } = await client.query(
            `select count(*)::int > 0 as some, array_agg(distinct tenant_id) as of from milepost.${table}`,
          );
          expect([table, rows[0]]).toEqual([table, { some: true, of: [mine] }]);
        }
      });
    },
  );

  test.each(tenants)(
    "in $tenant the application role sees that tenant's rows alone, in every view",
    async (it) => {
      const rows = expect.any(Number);
      const own = Object.fromEntries(views.map((view) => [view, { rows, foreign: 0 }]));
      const inUse = (tenant: string, text: string) =>
        database.asApp(async (client) => {
          await client.query("select milepost.use_tenant($1)", [tenant]);
          return seen(client, views, text);
        });
      expect(await inUse(it.tenant, it.others)).toEqual(own);
      expect(Object.values(await inUse(it.tenant, it.mark)).every((view) => view.foreign > 0)).toBe(
        true,
      );
    },
  );

  test("without a tenant nobody sees a row", async () => {
    const none = (names: string[]) =>
      Object.fromEntries(names.map((name) => [name, { rows: 0, foreign: 0 }]));
    expect(await database.asOwner((client) => seen(client, tables, "a-"))).toEqual(none(tables));
    expect(await database.asApp((client) => seen(client, views, "a-"))).toEqual(none(views));
    expect(await seen(database.app, views, "a-")).toEqual(none(views));
  });

  test("a tenant is in use to the end of the transaction and no longer", async () => {
    const client = await database.app.connect();
    try {
      const rows = async () =>
        (await client.query("select from milepost.course_progress")).rowCount;
      await client.query("begin");
      await client.query("select milepost.use_tenant('default')");
      expect(await rows()).toBeGreaterThan(0);
      await client.query("commit");
      expect(await rows()).toBe(0);
      await client.query("select * from milepost.read_outline('other', 'b-fs')");
      expect(await rows()).toBe(0);
    } finally {
      client.release();
    }
  });

  test("a tenant that does not exist is refused, and the one in use is left", async () => {
    await database.asApp(async (client) => {
      await client.query("select milepost.use_tenant('default')");
      await client.query("savepoint before");
      expect(await whatRefuses(client.query("select milepost.use_tenant('nobody')"))).toMatchObject(
        {
          code: "MP001",
        },
      );
      await client.query("rollback to before");
      const { rows } = await client.query("select count(*)::int from milepost.course_catalog");
      expect(rows).toEqual([{ count: 4 }]);
    });
  });

  test("a row put into another tenant is refused, in every table", async () => {
    const other = await idOf("other");
    for (const table of tables) {
      const { rows } = await database.superuser.query<{ columns: string }>(
        `select string_agg(attname, ', ' order by attnum) as columns from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
           and attname <> 'tenant_id'`,
        [`milepost.${table}`],
      );
      const columns = rows[0]?.columns;
      const insert = asOwnerIn("default", (client) =>
        client.query(`insert into milepost.${table} (tenant_id, ${columns}) overriding system value
          select ${other}, ${columns} from milepost.${table} limit 1`),
      );
      expect([table, (await whatRefuses(insert)).code]).toEqual([table, "42501"]);
    }
  });

  test("a row moved into another tenant is refused, in every table", async () => {
    const other = await idOf("other");
    for (const table of tables) {
      const move = asOwnerIn("default", (client) =>
        client.query(`update milepost.${table} set tenant_id = ${other}`),
      );
      // Where a guard stands before the row, it refuses first.
      const { code } = await whatRefuses(move);
      expect([table, code]).toEqual([table, expect.stringMatching(/^(42501|MPG01)$/)]);
    }
  });

  test.each(["update milepost.%s set tenant_id = tenant_id", "delete from milepost.%s"])(
    "another tenant's rows are not there to: %s",
    async (template) => {
      const other = await idOf("other");
      for (const table of tables) {
        const sql = `${template.replace("%s", table)} where tenant_id = ${other}`;
        const { rowCount } = await asOwnerIn("default", (client) => client.query(sql));
        expect([table, rowCount]).toEqual([table, 0]);
      }
    },
  );

  test("not even the owner can load rows past row security with copy", async () => {
    for (const table of tables) {
      const load = asOwnerIn("default", (client) =>
        client.query(`copy milepost.${table} from stdin`),
      );
      expect([table, (await whatRefuses(load)).code]).toEqual([table, "0A000"]);
    }
  });

  test("the same ids in two tenants are two learners, courses and lessons", async () => {
    await fillTenant(database, { tenant: "twin", mark: "a-" });
    const { rows } = await database.superuser.query(`
      select count(distinct learner_id)::int as learners, count(distinct bucket)::int as buckets
      from milepost.learner where external_id = 'a-ada'`);
    expect(rows).toEqual([{ learners: 2, buckets: 2 }]);
    await database.app.query(
      "select milepost.complete_lesson('a-bob', 'a-fs-2', tenant => 'twin')",
    );
    const progress = await database.superuser.query(`
      select t.name, e.completed_lessons from milepost.enrollment e
      join milepost.learner using (bucket, learner_id) join milepost.tenant t on t.tenant_id = e.tenant_id
      where external_id = 'a-bob' order by 1`);
    expect(progress.rows).toEqual([
      { name: "default", completed_lessons: 1 },
      { name: "twin", completed_lessons: 2 },
    ]);
  });
});
