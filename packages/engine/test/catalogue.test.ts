import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";

/** Columns whose name says all there is to say, wherever they stand. */
const obvious = new Set([
  ...["tenant_id", "course_id", "lesson_id", "learner_id", "enrollment_id", "group_id", "key_id"],
  ...["title", "section", "name", "email", "locale", "role", "key", "status", "body"],
  ...["created_at", "published_at", "changed_at", "enrolled_at", "erased_at", "expires_at"],
  ...["revoked_at", "withdrawn_at", "withdrawn_reason", "exempted_at", "exempted_reason"],
]);

describe.each(databaseKinds)("the catalogue on %s", (kind) => {
  const database = useDatabase(kind);
  const names = async (sql: string) => {
    const { rows } = await database.superuser.query<{ name: string }>(sql);
    return rows.map(({ name }) => name);
  };
  /** Tables that lie in a learner's lane; the rest is catalogue. */
  const learnerSide = `(select a.attrelid from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'milepost'::regnamespace and c.relkind = 'r' and a.attname = 'bucket')`;
  const ours = "relnamespace = 'milepost'::regnamespace";

  test("every table, view, sequence of its own, function, type, role and the schema say what they are", async () => {
    const silent = await names(`
      select relname as name from pg_class c where ${ours}
        and (relkind in ('r', 'v') or relkind = 'S' and not exists (
          select from pg_depend d where d.objid = c.oid and d.deptype = 'i'))
        and obj_description(oid, 'pg_class') is null
      union all
      select proname from pg_proc
      where pronamespace = 'milepost'::regnamespace and obj_description(oid, 'pg_proc') is null
      union all
      select typname from pg_type t left join pg_class c on c.oid = t.typrelid
      where typnamespace = 'milepost'::regnamespace and typelem = 0
        and (c.relkind = 'c' or t.typtype <> 'c') and obj_description(t.oid, 'pg_type') is null
      union all
      select rolname from pg_roles where rolname in ('milepost_owner', 'milepost_app')
        and shobj_description(oid, 'pg_authid') is null
      union all
      select nspname from pg_namespace
      where nspname = 'milepost' and obj_description(oid, 'pg_namespace') is null`);
    expect(silent).toEqual([]);
  });

  test("every column of a table says what it is, unless its name does or one of that name did", async () => {
    const columns = await names(`
      select distinct a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.${ours} and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and not exists (
          select from pg_attribute o join pg_class t on t.oid = o.attrelid
          where t.${ours} and o.attname = a.attname and col_description(o.attrelid, o.attnum) is not null)
      order by 1`);
    expect(columns.filter((name) => !obvious.has(name))).toEqual([]);
  });

  test("the learner's side is what it is taken to be", async () => {
    const tables = await names(
      `select relname as name from pg_class where oid in ${learnerSide} order by 1`,
    );
    expect(tables).toEqual([
      "enrollment",
      "event_receipt",
      "group_member",
      "learner",
      "lesson_progress",
      "progress_event",
      "report_delta",
    ]);
  });

  test("every primary key and unique index of the learner's side begins with bucket", async () => {
    const keys = await database.superuser.query<{ first: string; keys: number }>(`
      select a.attname as first, count(*)::int as keys
      from pg_index x join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[0]
      where x.indisunique and x.indrelid in ${learnerSide} group by 1`);
    expect(keys.rows).toEqual([{ first: "bucket", keys: expect.any(Number) }]);
    expect(keys.rows[0]?.keys).toBeGreaterThanOrEqual(9);
  });

  test("every foreign key within the learner's side begins with bucket, at both ends", async () => {
    const keys = await database.superuser.query(`
      select distinct a.attname as "from", f.attname as "to" from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1]
      where c.contype = 'f' and c.conrelid in ${learnerSide} and c.confrelid in ${learnerSide}`);
    expect(keys.rows).toEqual([{ from: "bucket", to: "bucket" }]);
  });

  test("no catalogue table points at the learner's side", async () => {
    expect(
      await names(`select conname as name from pg_constraint
        where contype = 'f' and confrelid in ${learnerSide} and conrelid not in ${learnerSide}`),
    ).toEqual([]);
  });

  test("every foreign key refuses: none cascades, none sets null, none is deferred", async () => {
    expect(
      await names(`select conname as name from pg_constraint
        where connamespace = 'milepost'::regnamespace and (
          condeferrable or contype = 'f' and (confdeltype <> 'a' or confupdtype <> 'a'))`),
    ).toEqual([]);
  });

  test("every constraint is enforced for the rows that are there and carries a name of ours", async () => {
    expect(
      await names(`select conname as name from pg_constraint
        where connamespace = 'milepost'::regnamespace and contype <> 'n'
          and (not convalidated or conname ~ '_(pkey|fkey\\d*|key\\d*|check\\d*)$')`),
    ).toEqual([]);
  });

  test("identity columns are bigint and always ours to give", async () => {
    const { rows } = await database.superuser.query(`
      select distinct format_type(a.atttypid, null) as type, a.attidentity as identity
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.${ours} and c.relkind = 'r' and a.attidentity <> ''`);
    expect(rows).toEqual([{ type: "bigint", identity: "a" }]);
  });

  test("generated columns are stored", async () => {
    const { rows } = await database.superuser.query(`
      select a.attname as name, a.attgenerated as generated
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.${ours} and c.relkind = 'r' and a.attgenerated <> '' order by 1`);
    expect(rows).toEqual(
      [
        "counts",
        "due_order",
        "frontier_lesson_id",
        "id_key",
        "last_viewed_slot",
        "name_from_second",
        "name_from_third",
        "name_key",
        "open_due_order",
        "progress_percentage",
        "progress_points",
        "viewed",
      ].map((name) => ({ name, generated: "s" })),
    );
  });

  test("an instant has a zone, a number is exact, a text has no length of its own", async () => {
    const types = await names(`
      select distinct format_type(a.atttypid, null) as name
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.${ours} and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by 1`);
    expect(types).toEqual([
      "bigint",
      "bigint[]",
      "boolean",
      "bytea",
      "bytea[]",
      "date",
      "integer",
      "integer[]",
      "jsonb",
      "milepost.event_type",
      "milepost.event_type[]",
      "milepost.report_change[]",
      "numeric",
      "smallint",
      "smallint[]",
      "text",
      "timestamp with time zone",
      "uuid",
    ]);
  });

  test("a trigger stands before a row, or before a truncate, and none has transition tables", async () => {
    const before = 2;
    const row = 1;
    const truncate = 32;
    expect(
      await names(`select tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where c.${ours} and not tgisinternal and not (
          tgtype & ${before} > 0 and tgtype & ${row + truncate} > 0
          and tgoldtable is null and tgnewtable is null)`),
    ).toEqual([]);
  });

  test("views read as their owner, whom row security binds", async () => {
    expect(
      await names(`select relname as name from pg_class where ${ours} and relkind = 'v'
        and (relowner <> 'milepost_owner'::regrole
          or coalesce(array_to_string(reloptions, ' '), '') like '%security_invoker%')`),
    ).toEqual([]);
  });
});
