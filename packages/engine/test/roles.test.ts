import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { fillTenant } from "./support/fillTenant.ts";
import { whatRefuses } from "./support/whatRefuses.ts";

const insufficientPrivilege = "42501";
const administrative = [
  "create_api_key",
  "create_tenant",
  "doctor",
  "hold_seals",
  "import_seal",
  "list_api_keys",
  "list_tenants",
  "release_seals",
  "revoke_api_key",
  "verify_seals",
];

describe.each(databaseKinds)("roles on %s", (kind) => {
  const database = useDatabase(kind);
  beforeAll(() => fillTenant(database, { tenant: "default", mark: "a-" }));

  const names = async (sql: string) => {
    const { rows } = await database.superuser.query<{ name: string }>(sql);
    return rows.map(({ name }) => name);
  };
  const relations = (kinds: string) =>
    names(`select relname as name from pg_class
      where relnamespace = 'milepost'::regnamespace and relkind in (${kinds}) order by 1`);
  const asAppInTenant = (sql: string) =>
    database.asApp(async (client) => {
      await client.query("select milepost.use_tenant('default')");
      return client.query(sql);
    });

  test.each([
    "select from milepost.%s",
    "insert into milepost.%s default values",
    "update milepost.%s set tenant_id = tenant_id",
    "delete from milepost.%s",
    "truncate milepost.%s",
    "copy milepost.%s to stdout",
    "copy milepost.%s from stdin",
    "lock table milepost.%s",
    "alter table milepost.%s disable trigger all",
    "drop table milepost.%s",
  ])("the application role may not: %s", async (template) => {
    const tables = await relations("'r'");
    expect(tables).toContain("lesson_progress");
    for (const table of tables) {
      const refused = await whatRefuses(asAppInTenant(template.replace("%s", table)));
      expect([table, refused.code]).toEqual([table, insufficientPrivilege]);
    }
  });

  test("the application role reads every view and writes through none", async () => {
    for (const view of await relations("'v'")) {
      await asAppInTenant(`select from milepost.${view}`);
      const refused = await whatRefuses(asAppInTenant(`delete from milepost.${view}`));
      // A view of a join is none that a row could be taken out of: not in its state (55000).
      expect([view, refused.code]).toEqual([view, expect.stringMatching(/^(42501|55000)$/)]);
    }
  });

  test("no column, sequence or type of ours was granted to the application role", async () => {
    expect(
      await names(`
        select relname as name from pg_class
        where relnamespace = 'milepost'::regnamespace
          and case when relkind = 'S' then has_sequence_privilege('milepost_app', oid, 'usage, select, update') end
        union all
        select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'milepost'::regnamespace and a.attacl is not null`),
    ).toEqual([]);
  });

  test("the application role cannot make anything in the schema", async () => {
    const refused = await whatRefuses(asAppInTenant("create table milepost.mine ()"));
    expect(refused.code).toBe(insufficientPrivilege);
  });

  test("the application role owns nothing", async () => {
    const owned = `select count(*)::int as name from pg_shdepend
      where refobjid = 'milepost_app'::regrole and deptype = 'o'`;
    expect(await names(owned)).toEqual([0]);
  });

  test("everything in the schema belongs to its owner", async () => {
    expect(
      await names(`
        select relname as name from pg_class
        where relnamespace = 'milepost'::regnamespace and relowner <> 'milepost_owner'::regrole
        union all
        select proname from pg_proc
        where pronamespace = 'milepost'::regnamespace and proowner <> 'milepost_owner'::regrole
        union all
        select typname from pg_type
        where typnamespace = 'milepost'::regnamespace and typowner <> 'milepost_owner'::regrole`),
    ).toEqual([]);
  });

  test("neither role logs in, is a superuser, bypasses row security or makes roles", async () => {
    const { rows } = await database.superuser.query(`
      select rolname, rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
        or rolreplication as may, pg_has_role('milepost_app', 'milepost_owner', 'member') as is_owner
      from pg_roles where rolname like 'milepost\\_owner' or rolname = 'milepost_app' order by 1`);
    expect(rows).toEqual([
      { rolname: "milepost_app", may: false, is_owner: false },
      { rolname: "milepost_owner", may: false, is_owner: false },
    ]);
  });

  // The embedded database has one session, a superuser's: its host is in the same process.
  test.runIf(kind === "PostgreSQL")(
    "what a program logs in as is a member of the application role and nothing more",
    async () => {
      const { rows } = await database.app.query(`
      select rolsuper or rolbypassrls as bypasses,
        pg_has_role('milepost_app', 'member') as is_app, pg_has_role('milepost_owner', 'member') as is_owner
      from pg_roles where rolname = current_user`);
      expect(rows).toEqual([{ bypasses: false, is_app: true, is_owner: false }]);
    },
  );

  test("no role but a superuser bypasses row security", async () => {
    expect(
      await names("select rolname as name from pg_roles where rolbypassrls and not rolsuper"),
    ).toEqual([]);
  });

  test("no function is everyone's", async () => {
    expect(
      await names(`
        select proname as name from pg_proc p
        where pronamespace = 'milepost'::regnamespace and (proacl is null or exists (
          select from aclexplode(proacl) a where a.grantee = 0))`),
    ).toEqual([]);
  });

  test("the application role may call what enters a tenant, and no part or administration", async () => {
    const callable = await names(`
      select proname as name from pg_proc p
      where pronamespace = 'milepost'::regnamespace and has_function_privilege('milepost_app', oid, 'execute')
      order by proname collate "C"`);
    const entering = await names(`
      select proname as name from pg_proc p
      where pronamespace = 'milepost'::regnamespace and prosecdef order by proname collate "C"`);
    expect(entering).toEqual(expect.arrayContaining(administrative));
    const expected = entering.filter((name) => !administrative.includes(name));
    expect(callable).toEqual(["bucket_of", "current_tenant_id", ...expected].sort());
  });

  test.each([
    "create_tenant('new')",
    "create_api_key('default', 'mine', 'service', decode(repeat('ab', 32), 'hex'), 'mp_')",
    "revoke_api_key('default', 1)",
    "list_api_keys('default')",
    "doctor('default')",
    "enter('default')",
    "refuse('tenant_not_found')",
  ])("the application role may not call %s", async (call) => {
    const attempt = database.asApp((client) => client.query(`select * from milepost.${call}`));
    const refused = await whatRefuses(attempt);
    expect(refused.code).toBe(insufficientPrivilege);
  });

  test("every function that runs as the owner has its search path pinned, ours before temporary", async () => {
    const { rows } = await database.superuser.query<{ pinned: string; functions: number }>(`
      select array_to_string(array(select s from unnest(proconfig) s where s like 'search_path=%'), '')
        as pinned, count(*)::int as functions
      from pg_proc where pronamespace = 'milepost'::regnamespace and prosecdef group by 1`);
    expect(rows).toEqual([
      { pinned: "search_path=milepost, pg_temp", functions: expect.any(Number) },
    ]);
    expect(rows[0]?.functions).toBeGreaterThan(20);
  });

  test("a temporary table of the same name is not what a function reads", async () => {
    await database.asApp(async (client) => {
      await client.query(`create temporary table learner (
        bucket int, learner_id int, tenant_id int, external_id text)`);
      await client.query("set local search_path = pg_temp, milepost");
      const { rows } = await client.query(
        "select * from milepost.learner_profile where learner = 'a-ada'",
      );
      expect(rows).toEqual([]);
      await client.query("select milepost.use_tenant('default')");
      const page = await client.query(
        "select attempt from milepost.course_page('default', 'a-ada', 'a-fs')",
      );
      expect(page.rows).toEqual([{ attempt: 1 }]);
    });
  });
});
