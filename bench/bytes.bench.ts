/**
 * Bytes on disk for a lesson record, its indexes included: of the records that the demo's people
 * wrote in a year through the engine, and of a million (25 with BENCH_FULL=1) made of them by
 * copying, which lie in the order of their key as after a rebuild.
 */
import pg from "pg";
import { startCluster } from "../tests/support/startCluster.ts";
import { databaseUrl, loadPopulation } from "./reports/population.ts";
import { full, report, round, tiny } from "./support.ts";

const base = tiny ? 40 : full ? 5_000 : 1_000;
const copies = tiny ? 2 : full ? 200 : 40;

const sizes = `
  select
    (select count(*) from milepost.enrollment)::integer as attempts,
    (select count(*) from milepost.lesson_progress)::integer as records,
    pg_table_size('milepost.lesson_progress') as heap,
    pg_indexes_size('milepost.lesson_progress') as indexes,
    (select sum(pg_total_relation_size(c.oid)) from pg_class c
     where c.relnamespace = 'milepost'::regnamespace and c.relkind = 'r') as all_tables`;

async function measure(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, string>>(sizes);
    const [attempts, records, heap, indexes, all] = Object.values(rows[0] ?? {}).map(Number);
    if (!attempts || !records || !heap || !indexes || !all) throw new Error("There is nothing.");
    return {
      attempts,
      records,
      heapBytes: round(heap / records),
      indexBytes: round(indexes / records),
      bytes: round((heap + indexes) / records),
      /** Of all tables: learners, attempts, the ledger and what reports count included. */
      allTablesBytes: round(all / records),
    };
  } finally {
    await client.end();
  }
}

const settings = { max_wal_size: "8GB", checkpoint_timeout: "30min" };
const cluster = await startCluster({ durable: true, settings });
const pool = new pg.Pool({ connectionString: cluster.url, max: 1 });
pool.on("error", () => {});
try {
  await loadPopulation(cluster.url, { name: "grown", base, copies: 1 });
  const grown = await measure(databaseUrl(cluster.url, "grown"));
  await loadPopulation(cluster.url, { name: "copied", base, copies, of: "grown" });
  const copied = await measure(databaseUrl(cluster.url, "copied"));
  await report(pool, "bytes", { grown, copied });
} finally {
  await pool.end();
  await cluster.stop();
}
