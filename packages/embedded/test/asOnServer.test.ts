import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openServerDatabase } from "../../../tests/support/openServerDatabase.ts";
import type { OpenDatabase } from "../../../tests/support/useDatabase.ts";
import { useEmbedded, withClient } from "./support/useEmbedded.ts";

/**
 * Everything of an answer that a caller can rely on; ids of tables and places in the server's
 * source are not.
 */
async function answer(client: pg.ClientBase, query: pg.QueryConfig): Promise<unknown> {
  try {
    const result = await client.query({ ...query });
    const fields = result.fields.map(({ name, dataTypeID }) => ({ name, dataTypeID }));
    return { rows: result.rows, rowCount: result.rowCount, command: result.command, fields };
  } catch (error) {
    const {
      message,
      code,
      severity,
      detail,
      hint,
      position,
      where,
      schema,
      table,
      column,
      constraint,
    } = error as pg.DatabaseError;
    return {
      message,
      code,
      severity,
      detail,
      hint,
      position,
      where,
      schema,
      table,
      column,
      constraint,
    };
  }
}

const setUp = `
  create table thing (
    id bigint primary key,
    name text not null,
    share numeric(5, 2) constraint share_in_range check (share <= 100));
  create function refuse() returns void language plpgsql as $$
  begin
    raise exception 'No such thing.' using errcode = 'MP004', detail = 'thing 7', hint = 'another';
  end $$`;

const values: pg.QueryConfig[] = [
  { text: "select 1::smallint, 2, 3::bigint, 1.50::numeric(5,2), 0.1::real, 'NaN'::float8" },
  {
    text: "select true as yes, null as nothing, 'ü€😀' as text, ''::text as empty, 'x'::char(3)",
  },
  {
    text: "select timestamptz '2026-03-29 01:30Z', date '2026-02-28', interval '1 day 2 hours'",
  },
  {
    text: "select '{\"a\": [1, null]}'::jsonb, '{1,2}'::int[], array['a', 'b,c'], '\\x00ff'::bytea",
  },
  { text: "select gen_random_uuid() is not null as generated, pg_typeof(now())::text" },
  {
    text: "select $1::bigint + 1 as next, $2::text as text, $3::timestamptz as at",
    values: [41, "it's", new Date(0)],
  },
  {
    text: "select $1::jsonb as object, $2::text[] as list, $3::bytea as bytes",
    values: [{ a: 1 }, ["x", null], Buffer.from("é")],
  },
  { text: "insert into thing values (1, 'one', 50), (2, 'two', null) returning *" },
  { text: "update thing set share = 60 where id = 9" },
  { text: "delete from thing" },
  {
    text: "select repeat('x', 300000) as large, $1::text = repeat('y', 300000) as taken",
    values: ["y".repeat(300_000)],
  },
  { text: "select generate_series as n from generate_series(1, 20000)" },
  { text: "" },
];

const errors: pg.QueryConfig[] = [
  { text: "selec 1" },
  { text: "select * from absent" },
  { text: "select 1 / $1::int", values: [0] },
  { text: "select $1::int", values: ["many"] },
  { text: "insert into thing values (1, 'one', 50), (1, 'again', 50)" },
  { text: "insert into thing values (3, null, 50)" },
  { text: "insert into thing values (4, 'four', 101)" },
  { text: "select refuse()" },
  { text: "select 'x'::date" },
  { text: "set local role nobody_of_that_name" },
  { text: "select * from thing for update of absent" },
];

describe("the embedded database", () => {
  const embedded = useEmbedded();
  let server: OpenDatabase;
  beforeAll(async () => {
    server = await openServerDatabase({ empty: true });
  });
  afterAll(() => server.close());

  const onBoth = (queries: readonly pg.QueryConfig[]) =>
    Promise.all(
      [embedded.pool, server.superuser].map((pool) =>
        withClient(pool, async (client) => {
          await client.query(setUp);
          const answers: unknown[] = [];
          for (const query of queries) answers.push(await answer(client, query));
          await client.query("drop table thing; drop function refuse");
          return answers;
        }),
      ),
    );

  test("answers with the types, rows and counts of a server", async () => {
    const [ours, theirs] = await onBoth(values);
    expect(ours).toHaveLength(values.length);
    expect(ours).toEqual(theirs);
    expect(ours).not.toContainEqual(expect.objectContaining({ severity: "ERROR" }));
  });

  test("refuses with the errors of a server, and goes on", async () => {
    const [ours, theirs] = await onBoth(errors);
    expect(ours).toHaveLength(errors.length);
    expect(ours).toEqual(theirs);
    for (const error of ours ?? []) expect(error).toMatchObject({ severity: "ERROR" });
  });

  test("does the same with unnamed, named and repeated statements", async () => {
    const text = "select $1::int as n";
    const repeated = [1, 2, 3].flatMap((n) => [
      { text, values: [n] },
      { text, values: [n], name: "n" },
    ]);
    const [ours, theirs] = await onBoth(repeated);
    expect(ours).toEqual(theirs);
    expect(ours?.at(-1)).toMatchObject({ rows: [{ n: 3 }] });
  });

  test("knows every time zone, and when each changes its clocks", async () => {
    const query = {
      text: `
        select zone, (instant at time zone zone)::text as local
        from unnest(array[
            'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']) as zone,
          unnest(array[
            '2026-03-29 00:59:59Z', '2026-03-29 01:00:00Z',
            '2026-10-25 00:59:59Z', '2026-10-25 01:00:00Z',
            '2026-03-08 06:59:59Z', '2026-03-08 07:00:00Z',
            '2031-07-01 12:00:00Z']::timestamptz[]) as instant`,
    };
    const [ours, theirs] = await onBoth([query]);
    expect(ours).toEqual(theirs);
    const berlin = await embedded.pool.query(
      "select (timestamptz '2026-03-29 01:00Z' at time zone 'Europe/Berlin')::text as local",
    );
    expect(berlin.rows).toEqual([{ local: "2026-03-29 03:00:00" }]);
  });
});
