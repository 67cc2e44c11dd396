/**
 * Reports at a thousand and at twenty thousand attempts of one course with forty lessons
 * (BENCH_FULL=1: a thousand, a hundred thousand and a million), each question next to the same one
 * in plain SQL over the facts; what the summaries cost a write; and one hot course next to a
 * hundred. On a server given by BENCH_DATABASE_URL the populations stay, and the next run measures
 * on them again. BENCH_PARTS names some of the parts (`reads,cost,hot`), BENCH_SIZES some of the
 * sizes, BENCH_PLANS a file for the plans at the largest.
 */
import { migrate } from "@milepost/engine";
import pg from "pg";
import { startCluster } from "../tests/support/startCluster.ts";
import { measureHotCourse } from "./reports/hotCourse.ts";
import { type Figures, measureReads } from "./reports/measureReads.ts";
import { writePlans } from "./reports/plans.ts";
import { databaseUrl, type LoadSeconds, loadPopulation } from "./reports/population.ts";
import { measureWriteCost } from "./reports/writeCost.ts";
import { full, report, tiny } from "./support.ts";

/** Attempts by how many people are lived by the generator, and how often each is copied. */
const everySize: Readonly<Record<number, { base: number; copies: number }>> = tiny
  ? { 60: { base: 60, copies: 1 }, 300: { base: 100, copies: 3 } }
  : full
    ? {
        1000: { base: 1_000, copies: 1 },
        100000: { base: 5_000, copies: 20 },
        1000000: { base: 5_000, copies: 200 },
      }
    : { 1000: { base: 1_000, copies: 1 }, 20000: { base: 1_000, copies: 20 } };
const runs = tiny ? 2 : 100;
const parts = (process.env.BENCH_PARTS ?? "reads,cost,hot").split(",");
const sizes = process.env.BENCH_SIZES?.split(",") ?? Object.keys(everySize);

async function reads(url: string): Promise<Record<string, unknown>> {
  const figures: Record<string, { load: LoadSeconds; reads: Figures }> = {};
  for (const [size, { base, copies }] of Object.entries(everySize)) {
    if (!sizes.includes(size)) continue;
    const of = copies > 1 ? `reports_base_${base}` : undefined;
    if (of !== undefined) await loadPopulation(url, { name: of, base, copies: 1 });
    const name = `reports_${size}`;
    const load = await loadPopulation(url, { name, base, copies, ...(of && { of }) });
    const client = new pg.Client({ connectionString: databaseUrl(url, name) });
    await client.connect();
    try {
      figures[size] = { load, reads: await measureReads(client, runs) };
    } finally {
      await client.end();
    }
    console.error(size, JSON.stringify(figures[size]));
  }
  const { BENCH_PLANS } = process.env;
  const last = sizes.at(-1);
  if (BENCH_PLANS) await writePlans(databaseUrl(url, `reports_${last}`), BENCH_PLANS);
  return figures;
}

/** In a database of its own, gone afterwards. */
async function writes<Result>(
  url: string,
  measure: (pool: pg.Pool) => Promise<Result>,
): Promise<Result> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query("drop database if exists reports_writes");
  await admin.query("create database reports_writes");
  // The folder needs a connection beside the sixteen writers'.
  const pool = new pg.Pool({ connectionString: databaseUrl(url, "reports_writes"), max: 17 });
  pool.on("error", () => {});
  try {
    await migrate(pool);
    return await measure(pool);
  } finally {
    await pool.end();
    await admin.query("drop database reports_writes with (force)");
    await admin.end();
  }
}

const given = process.env.BENCH_DATABASE_URL;
const settings = { shared_buffers: "4GB", max_wal_size: "8GB", checkpoint_timeout: "30min" };
const cluster = given === undefined ? await startCluster({ durable: true, settings }) : undefined;
const url = given ?? cluster?.url ?? "";
const pool = new pg.Pool({ connectionString: url, max: 1 });
pool.on("error", () => {});
try {
  const cost = tiny
    ? { learners: 100, seconds: 0.3, turns: 1 }
    : full
      ? { learners: 50_000, seconds: 8, turns: 4 }
      : { learners: 20_000, seconds: 4, turns: 2 };
  const hot = { ...cost, learners: tiny ? 200 : full ? 20_000 : 10_000 };
  await report(pool, "reports", {
    ...(parts.includes("reads") && { reads: await reads(url) }),
    ...(parts.includes("cost") && {
      writeCost: await writes(url, (own) => measureWriteCost(own, cost)),
    }),
    ...(parts.includes("hot") && { hot: await writes(url, (own) => measureHotCourse(own, hot)) }),
  });
} finally {
  await pool.end();
  await cluster?.stop();
}
