import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { endPool } from "../../../tests/support/endPool.ts";
import { openServerDatabase } from "../../../tests/support/openServerDatabase.ts";
import type { OpenDatabase } from "../../../tests/support/useDatabase.ts";
import { migrate } from "../src/migrate.ts";

// The embedded database has one connection, so these races are the server's alone.
let database: OpenDatabase;
let pools: pg.Pool[];

beforeEach(async () => {
  database = await openServerDatabase({ empty: true });
  pools = Array.from({ length: 4 }, () => {
    return new pg.Pool({ connectionString: database.databaseUrl, max: 1 });
  });
  await Promise.all(pools.map((pool) => pool.query("select 1")));
});
afterEach(async () => {
  await Promise.all(pools.map(endPool));
  await database.close();
});

test("four starters at once apply every file once, and all of them succeed", async () => {
  const results = await Promise.all(pools.map((pool) => migrate(pool)));
  const applied = results.map((result) => result.applied.length).sort((a, b) => b - a);
  expect(applied[0]).toBeGreaterThan(0);
  expect(applied.slice(1)).toEqual([0, 0, 0]);
  const { rows } = await database.superuser.query(
    "select count(*)::int as files from milepost_migration.applied_file",
  );
  expect(rows).toEqual([{ files: applied[0] }]);
});

test("a starter that fails lets the next one in", async () => {
  await database.superuser.query("create schema milepost");
  const [first, ...others] = pools;
  await expect(first && migrate(first)).rejects.toThrow(/already exists/);
  await database.superuser.query("drop schema milepost");
  const results = await Promise.all(others.map((pool) => migrate(pool)));
  expect(results.filter((result) => result.applied.length > 0)).toHaveLength(1);
});

test("a starter whose connection is ended says so, and the next one goes on", async () => {
  const [first, other, ...rest] = pools;
  if (first === undefined || other === undefined) throw new Error("There are four.");
  await other.query("begin");
  // The first statement of a migration is to make this schema: the starter waits for the other.
  await other.query("create schema milepost_migration");
  const waits =
    "select pg_terminate_backend(pid) as ended from pg_stat_activity where wait_event = 'transactionid'";
  const migrated = expect(migrate(first)).rejects.toMatchObject({ code: "57P01" });
  await vi.waitUntil(async () => (await rest[0]?.query(waits))?.rows[0]?.ended === true);
  await migrated;
  await other.query("rollback");
  expect((await migrate(other)).applied.length).toBeGreaterThan(0);
});
