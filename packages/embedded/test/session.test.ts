import pg from "pg";
import { describe, expect, test } from "vitest";
import { useEmbedded, withClient } from "./support/useEmbedded.ts";

const embedded = useEmbedded();

async function onlyRow(queryable: Pick<pg.ClientBase, "query">, sql: string): Promise<unknown> {
  const { rows } = await queryable.query(sql);
  expect(rows).toHaveLength(1);
  return rows[0];
}

describe("the pool of the embedded database", () => {
  test("is a pg.Pool", () => {
    expect(embedded.pool).toBeInstanceOf(pg.Pool);
  });

  test("answers queries asked at once in their order, on its one connection", async () => {
    const asked = Array.from({ length: 50 }, (_, n) => n);
    const answers = await Promise.all(
      asked.map((n) => embedded.pool.query("select $1::int as n, pg_backend_pid() as pid", [n])),
    );
    expect(answers.map(({ rows }) => rows[0].n)).toEqual(asked);
    expect(new Set(answers.map(({ rows }) => rows[0].pid)).size).toBe(1);
    expect(embedded.pool.totalCount).toBe(1);
  });

  test("does not take the environment's PGUSER, PGHOST or PGSSLMODE for its own", async () => {
    const environment = {
      PGUSER: "somebody",
      PGHOST: "/nowhere",
      PGSSLMODE: "require",
      PGOPTIONS: "-c a=b",
    };
    const before = { ...process.env };
    Object.assign(process.env, environment);
    try {
      await embedded.pool.query("select 1 / 0").catch(() => {});
      expect(await onlyRow(embedded.pool, "select current_user as role")).toEqual({
        role: "postgres",
      });
    } finally {
      for (const name of Object.keys(environment)) delete process.env[name];
      Object.assign(process.env, before);
    }
  });
});

describe("a transaction", () => {
  test("is kept by commit and undone by rollback", async () => {
    await embedded.pool.query("create table kept (id int)");
    for (const end of ["commit", "rollback"]) {
      await withClient(embedded.pool, async (client) => {
        await client.query("begin");
        await client.query("insert into kept values (1)");
        await client.query(end);
      });
    }
    expect(await onlyRow(embedded.pool, "select count(*)::int as n from kept")).toEqual({ n: 1 });
  });

  test("that has failed refuses everything to its end, and its client is good again", async () => {
    await withClient(embedded.pool, async (client) => {
      await client.query("begin");
      await expect(client.query("select 1 / 0")).rejects.toMatchObject({ code: "22012" });
      await expect(client.query("select 1")).rejects.toMatchObject({ code: "25P02" });
      await client.query("rollback");
      expect(await onlyRow(client, "select 1 as one")).toEqual({ one: 1 });
    });
  });

  test("goes on from a savepoint", async () => {
    await withClient(embedded.pool, async (client) => {
      await client.query("begin");
      await client.query("savepoint before");
      await expect(client.query("select 1 / 0")).rejects.toMatchObject({ code: "22012" });
      await client.query("rollback to before");
      expect(await onlyRow(client, "select 1 as one")).toEqual({ one: 1 });
      await client.query("commit");
    });
  });
});

describe("a failed query", () => {
  test("leaves the connection usable, however many fail", async () => {
    const fails = Array.from({ length: 20 }, () => embedded.pool.query("select 1 / 0"));
    const results = await Promise.allSettled(fails);
    expect(results.every(({ status }) => status === "rejected")).toBe(true);
    expect(await onlyRow(embedded.pool, "select 1 as one")).toEqual({ one: 1 });
  });

  test("of too deep a recursion is an error as on a server", async () => {
    await embedded.pool.query(`
      create function deep(n int) returns int language plpgsql as
        $$ begin return case when n = 0 then 0 else 1 + deep(n - 1) end; end $$`);
    const tooDeep = embedded.pool.query("select deep(100000)");
    await expect(tooDeep).rejects.toMatchObject({ code: "54001" });
    expect(await onlyRow(embedded.pool, "select deep(100) as depth")).toEqual({ depth: 100 });
  });

  test("that its client gave up on does not disturb the next one", async () => {
    const slow = embedded.pool.query({
      text: "select pg_sleep(0.2)",
      query_timeout: 1,
    } as pg.QueryConfig);
    await expect(slow).rejects.toThrow("Query read timeout");
    expect(await onlyRow(embedded.pool, "select 1 as one")).toEqual({ one: 1 });
  });
});

describe("a new session", () => {
  test("finds no transaction, setting, role, statement, lock or table of another", async () => {
    const before = await embedded.pool.connect();
    await before.query("create role visitor");
    await before.query("set work_mem = '1MB'");
    await before.query("select set_config('milepost.tenant', 'acme', false), pg_advisory_lock(7)");
    await before.query("create temporary table scrap (id int)");
    await before.query("prepare plan as select 1");
    await before.query({ name: "plan_of_driver", text: "select 2" });
    await before.query("listen channel");
    await before.query("set role visitor");
    await before.query("begin");
    await expect(before.query("select 1 / 0")).rejects.toMatchObject({ code: "22012" });
    before.release(new Error("to be thrown away"));

    await withClient(embedded.pool, async (client) => {
      expect(client).not.toBe(before);
      const state = await onlyRow(
        client,
        `select current_user as role, current_setting('work_mem') as work_mem,
           coalesce(current_setting('milepost.tenant', true), '') as tenant,
           to_regclass('pg_temp.scrap') as scrap,
           (select count(*)::int from pg_prepared_statements) as prepared,
           (select count(*)::int from pg_locks where locktype = 'advisory') as locks,
           (select count(*)::int from pg_listening_channels()) as channels`,
      );
      expect(state).toEqual({
        role: "postgres",
        work_mem: "4MB",
        tenant: "",
        scrap: null,
        prepared: 0,
        locks: 0,
        channels: 0,
      });
      await client.query("begin; rollback");
    });
    await embedded.pool.query("drop role visitor");
  });

  test("may use the names of the prepared statements of the one before", async () => {
    const named = { name: "same_name", text: "select 1 as n" };
    expect((await embedded.pool.query(named)).rows).toEqual([{ n: 1 }]);
    await embedded.pool.query("select 1 / 0").catch(() => {});
    expect((await embedded.pool.query({ ...named, text: "select 2 as n" })).rows).toEqual([
      { n: 2 },
    ]);
  });
});

describe("a notification", () => {
  test("reaches the session that listens, when it is the one that notifies", async () => {
    await withClient(embedded.pool, async (client) => {
      const heard: unknown[] = [];
      client.on("notification", ({ channel, payload }) => heard.push({ channel, payload }));
      await client.query("listen changes");
      await client.query("select pg_notify('changes', 'first')");
      await client.query("unlisten changes");
      expect(heard).toEqual([{ channel: "changes", payload: "first" }]);
    });
  });
});

describe("a long query", () => {
  test("leaves the event loop of its caller free", async () => {
    const query = embedded.pool.query("select count(*)::int as n from generate_series(1, 1000000)");
    let running = true;
    const rows = query.then((result) => result.rows).finally(() => (running = false));
    let turns = 0;
    while (running) {
      await new Promise((resolve) => setImmediate(resolve));
      turns++;
    }
    expect(await rows).toEqual([{ n: 1_000_000 }]);
    // A query in this thread would have let two turns pass, one before it and one after.
    expect(turns).toBeGreaterThan(100);
  });
});
