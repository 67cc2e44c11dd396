import { createApp } from "@milepost/server";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../../../tests/support/freePort.ts";
import { openServerDatabase } from "../../../tests/support/openServerDatabase.ts";
import { useDatabase } from "../../../tests/support/useDatabase.ts";
import { databaseTrouble } from "../src/database/databaseTrouble.ts";
import { retryingOnce } from "../src/database/retryingOnce.ts";
import { holdLock } from "./support/holdLock.ts";

describe("trouble with the database", () => {
  const database = useDatabase("PostgreSQL");
  const pools: pg.Pool[] = [];
  afterAll(() => Promise.all(pools.map((pool) => pool.end())));

  /** A pool of our own on the test database, as its superuser unless told otherwise. */
  const poolWith = (config: pg.PoolConfig) => {
    const pool = new pg.Pool({ connectionString: database.databaseUrl, ...config });
    pool.on("error", () => {});
    pools.push(pool);
    return pool;
  };
  const get = (pool: pg.Pool, path = "/v1/courses") =>
    createApp({ pool, auth: { mode: "off" } }).request(`http://localhost${path}`);
  const expect503 = async (response: Response, code: string) => {
    expect(await response.json()).toMatchObject({ status: 503, code });
    expect(response.headers.get("retry-after")).toBe("1");
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  };

  test("a database that is not there answers 503", async () => {
    const connectionString = `postgres://127.0.0.1:${await freePort()}/none`;
    await expect503(await get(poolWith({ connectionString })), "database_unavailable");
    await expect503(await get(poolWith({ connectionString }), "/readyz"), "database_unavailable");
    expect((await get(poolWith({ connectionString }), "/healthz")).status).toBe(200);
  });

  test("a name that leads nowhere, and a socket that is not there, answer 503", async () => {
    const nameless = poolWith({ connectionString: "postgres://milepost.invalid/x" });
    await expect503(await get(nameless), "database_unavailable");
    const socketless = new pg.Pool({ host: "/nonexistent", user: "x", database: "x" });
    pools.push(socketless);
    await expect503(await get(socketless), "database_unavailable");
  });

  test("credentials or a database that are wrong answer 503, not 401 or 404", async () => {
    const url = new URL(database.databaseUrl ?? "");
    url.password = "wrong";
    await expect503(await get(poolWith({ connectionString: url.href })), "database_unavailable");
    const elsewhere = new URL(database.databaseUrl ?? "");
    elsewhere.pathname = "/no_such_database";
    await expect503(
      await get(poolWith({ connectionString: elsewhere.href })),
      "database_unavailable",
    );
  });

  test("a pool without a connection to give answers 503", async () => {
    const pool = poolWith({ max: 1, connectionTimeoutMillis: 1_000 });
    const held = await pool.connect();
    await expect503(await get(pool), "database_unavailable");
    held.release();
    expect((await get(pool)).status).toBe(200);
  });

  test("a pool that was ended answers 503", async () => {
    const pool = new pg.Pool({ connectionString: database.databaseUrl });
    await pool.end();
    await expect503(await get(pool), "database_unavailable");
  });

  test("a connection that an administrator ends answers 503, and the next request 200", async () => {
    const pool = poolWith({});
    const lock = await holdLock(database.superuser);
    const pending = get(pool);
    await lock.waitFor(1);
    await lock.endWaiting();
    await expect503(await pending, "database_unavailable");
    await lock.release();
    expect((await get(pool)).status).toBe(200);
  });

  test("a connection that ends in a transaction answers 503, and ends nothing else", async () => {
    const pool = poolWith({});
    const app = createApp({ pool, auth: { mode: "off" } });
    const lock = await holdLock(database.superuser);
    const pending = app.request("http://localhost/v1/courses/fs/enrollments/ada/withdraw", {
      method: "POST",
      headers: { "idempotency-key": "cut" },
    });
    await lock.waitFor(1);
    await lock.endWaiting();
    await expect503(await pending, "database_unavailable");
    await lock.release();
    expect(pool.totalCount).toBe(0);
    expect((await get(pool)).status).toBe(200);
  });

  test("a refused request leaves its connection to the next one", async () => {
    const pool = poolWith({ max: 1 });
    const pid = async () =>
      (await pool.query<{ pid: number }>("select pg_backend_pid() as pid")).rows[0]?.pid;
    const before = await pid();
    expect((await get(pool, "/v1/courses/nowhere")).status).toBe(404);
    expect((await get(pool, "/v1/learners/nobody/courses")).status).toBe(404);
    expect(await pid()).toBe(before);
  });

  test("a connection that the database ends where it begins answers 503, whatever the reason", async () => {
    const pool = poolWith({ options: "-c no_such_setting=1" });
    await expect(pool.query("select")).rejects.toMatchObject({ severity: "FATAL", code: "42704" });
    await expect503(await get(pool), "database_unavailable");
  });

  test("a statement that takes too long answers 503", async () => {
    const lock = await holdLock(database.superuser);
    await expect503(await get(poolWith({ statement_timeout: 50 })), "timed_out");
    await expect503(await get(poolWith({ lock_timeout: 50 })), "database_busy");
    await lock.release();
  });

  test("a database without the schema answers 503 and is not ready", async () => {
    const empty = await openServerDatabase({ empty: true });
    await expect503(await get(empty.superuser), "database_not_migrated");
    await expect503(await get(empty.superuser, "/readyz"), "database_not_migrated");
    await empty.close();
    expect((await get(database.app, "/readyz")).status).toBe(200);
  });

  test("a role that may not do it is our mistake: 500, and nothing of it gets out", async () => {
    const response = await get(poolWith({ options: "-c role=pg_monitor" }));
    expect(await response.json()).toEqual({
      type: "https://milepost.dev/errors#internal_error",
      title: "Something failed on our side; it has been logged.",
      status: 500,
      code: "internal_error",
      detail: "Something failed on our side; it has been logged.",
    });
  });

  test.each([
    ["53300", "database_unavailable"],
    ["53100", "database_unavailable"],
    ["57P01", "database_unavailable"],
    ["57P03", "database_unavailable"],
    ["08006", "database_unavailable"],
    ["58030", "database_unavailable"],
    ["25006", "database_unavailable"],
    ["42883", "database_not_migrated"],
    ["40001", "database_busy"],
    ["40P01", "database_busy"],
    ["23505", undefined],
    ["22P02", undefined],
    ["XX000", undefined],
  ])("SQLSTATE %s means %s", async (sqlstate, trouble) => {
    const raise = `do $$ begin raise exception using errcode = '${sqlstate}'; end $$`;
    const error = await database.superuser.query(raise).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: sqlstate });
    expect(databaseTrouble(error)).toBe(trouble);
  });

  test("what is no error of the database's is none of its trouble", () => {
    expect(databaseTrouble(new Error("a bug"))).toBeUndefined();
    expect(databaseTrouble("thrown text")).toBeUndefined();
    expect(databaseTrouble(new AggregateError([]))).toBeUndefined();
  });
});

describe("a race that was lost in the database", () => {
  const database = useDatabase("PostgreSQL");
  let pool: pg.Pool;
  beforeAll(() => {
    // Stricter than we run, so that whoever waited for a change has lost.
    const options = "-c default_transaction_isolation=repeatable\\ read";
    pool = new pg.Pool({ connectionString: database.databaseUrl, options });
  });
  afterAll(() => pool.end());

  const send = (method: string, path: string, { body = {}, headers = {} } = {}) =>
    createApp({ pool, auth: { mode: "off" } }).request(`http://localhost${path}`, {
      method,
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    });

  test.each([
    ["alone", {}],
    ["with an Idempotency-Key", { "idempotency-key": "raced" }],
  ])("is run once more, %s", async (_, headers) => {
    await send("PUT", "/v1/courses/fs", { body: { title: "Fire", lessons: [] } });
    await send("PUT", "/v1/courses/fs/enrollments/ada");
    const rival = await database.superuser.connect();
    await rival.query("begin");
    await rival.query("update milepost.enrollment set source = 'rival'");
    const pending = send("POST", "/v1/courses/fs/enrollments/ada/withdraw", { headers });
    const waiting = `select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await database.superuser.query(waiting)).rowCount === 0);
    await rival.query("commit");
    rival.release();
    const response = await pending;
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ withdrawnAt: expect.any(String) });
  });

  test("is given up when it is lost twice, and other failures at once", async () => {
    const fail = (code: string) => {
      let runs = 0;
      const act = () => {
        runs += 1;
        return Promise.reject(Object.assign(new Error("lost"), { code }));
      };
      return retryingOnce(act).catch(() => runs);
    };
    expect(await fail("40P01")).toBe(2);
    expect(await fail("40001")).toBe(2);
    expect(await fail("57014")).toBe(1);
  });
});
