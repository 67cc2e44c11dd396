import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { useEmbedded, withClient } from "./support/useEmbedded.ts";

const embedded = useEmbedded();
const due = readFileSync(new URL("../sql/due_statement.sql", import.meta.url), "utf8");
const patience = { timeout: 15_000, interval: 100 };

async function walBytesToRecover(): Promise<number> {
  const { rows } = await embedded.pool.query(
    "select (pg_current_wal_lsn() - redo_lsn)::int as bytes from pg_control_checkpoint()",
  );
  return rows[0].bytes;
}

async function statisticsOf(table: string): Promise<Record<string, unknown>> {
  const { rows } = await embedded.pool.query(
    `select n_dead_tup::int as dead, last_vacuum is not null as vacuumed,
       last_analyze is not null as analyzed
     from pg_stat_user_tables where relname = $1`,
    [table],
  );
  return rows[0];
}

describe("without PostgreSQL's background processes", () => {
  test("a new table gets statistics, and one with many dead rows is vacuumed", async () => {
    await embedded.pool.query(
      "create table busy as select n, n as m from generate_series(1, 2000) as n",
    );
    await expect.poll(() => statisticsOf("busy"), patience).toMatchObject({ analyzed: true });
    await embedded.pool.query("update busy set m = m + 1");
    await expect
      .poll(() => statisticsOf("busy"), patience)
      .toMatchObject({ dead: 0, vacuumed: true });
  });

  test("the WAL that a start after a kill has to read stays small", async () => {
    await embedded.pool.query(
      `select pg_logical_emit_message(true, 'filler', repeat('x', 1024 * 1024))
       from generate_series(1, 70)`,
    );
    await expect.poll(walBytesToRecover, patience).toBeLessThan(16 * 1024 * 1024);
  });

  test("what is due comes to an end, that of PostgreSQL's own tables included", async () => {
    const columns = Array.from({ length: 100 }, (_, n) => `c${n} int default ${n}`);
    await embedded.pool.query(`create table wide (${columns.join(", ")})`);
    await embedded.pool.query("insert into wide (c0) select n from generate_series(1, 100) as n");
    await expect.poll(() => statisticsOf("wide"), patience).toMatchObject({ analyzed: true });
    await embedded.pool.query("select pg_stat_force_next_flush()");
    await expect.poll(async () => (await embedded.pool.query(due)).rows, patience).toEqual([]);
  });

  test("an open transaction is left alone, whatever is due", async () => {
    await embedded.pool.query("create table due as select n from generate_series(1, 2000) as n");
    await withClient(embedded.pool, async (client) => {
      await client.query("update due set n = -n; select pg_stat_force_next_flush()");
      await client.query("begin");
      // A statement longer than the interval: a vacuum right after it would be refused, and fail
      // the transaction.
      await client.query("select pg_sleep(1.2)");
      await client.query("create table unfinished (id int)");
      await client.query("commit");
    });
    await expect.poll(() => statisticsOf("due"), patience).toMatchObject({ vacuumed: true });
  });
});
