import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
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
