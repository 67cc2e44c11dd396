import { readFile } from "node:fs/promises";
import { generateCourseHistory } from "@milepost/demo";
import { foldReports, migrate, recountAllAttempts } from "@milepost/engine";
import pg from "pg";
import { demoWriter } from "../../packages/demo/src/seed/demoWriter.ts";
import { bigCourse } from "./bigCourse.ts";

/** The instant at which all reports are asked: the end of a year of history. */
export const now = new Date("2026-11-02T09:30:00.000Z");
const start = new Date(now.getTime() - 365 * 86_400_000);

/** How long the steps of a load took, in seconds. */
export type LoadSeconds = Record<string, number>;

/** The database of that size on the server of `url`. */
export function databaseUrl(url: string, name: string): string {
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}

/**
 * A database with the big course in it: `base` people who lived their year in the generator and
 * were written through the engine, each there `copies` times. One that exists is taken as it is,
 * functions and all, so that a change of the reports can be tried on the same facts.
 */
export async function loadPopulation(
  url: string,
  { name, base, copies, of }: { name: string; base: number; copies: number; of?: string },
): Promise<LoadSeconds> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const found = await admin.query("select from pg_database where datname = $1", [name]);
  if (found.rowCount === 0)
    await admin.query(`create database ${name} template ${of ?? "template0"}`);
  await admin.end();

  const pool = new pg.Pool({ connectionString: databaseUrl(url, name), max: 4 });
  pool.on("error", () => {});
  const seconds: LoadSeconds = {};
  const step = async (what: string, act: () => Promise<unknown>) => {
    const from = performance.now();
    await act();
    seconds[what] = Math.round((performance.now() - from) / 100) / 10;
  };
  try {
    if (found.rowCount === 0) {
      await migrate(pool);
      if (of === undefined) await step("generate", () => live(pool, base));
      if (copies > 1) {
        await step("multiply", () => runFile(pool, "multiply.sql", copies));
        await step("rebuild", () => rebuild(pool));
      }
    }
    while ((await foldReports(pool, { limit: 100_000 })) > 0);
    await step("vacuum", () => pool.query("vacuum (analyze)"));
  } finally {
    await pool.end();
  }
  return seconds;
}

async function live(pool: pg.Pool, learners: number): Promise<void> {
  const writer = demoWriter(pool, { tenant: undefined });
  for (const act of generateCourseHistory(bigCourse, { seed: 1, learners, start, end: now })) {
    await writer.add(act);
  }
  await writer.finish();
  // A server would have had the attempts follow the outline edits long ago.
  await recountAllAttempts(pool);
}

/**
 * Copies everyone in the database, so that each is there `copies` times, and counts for the reports
 * anew.
 */
export async function multiply(pool: pg.Pool, copies: number): Promise<void> {
  await runFile(pool, "multiply.sql", copies);
  await rebuild(pool);
}

/** A file of statements beside this one, in one transaction of a connection of its own. */
async function runFile(pool: pg.Pool, file: string, copies: number): Promise<void> {
  const text = await readFile(new URL(file, import.meta.url), "utf8");
  const client = await pool.connect();
  try {
    await client.query("vacuum (analyze)");
    await client.query(
      text.replaceAll(":copies", `${copies}`).replaceAll(":now", now.toISOString()),
    );
  } finally {
    client.release(true);
  }
}

/** What `doctor --repair` does for reports. */
async function rebuild(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("vacuum (analyze)");
    await client.query("begin");
    await client.query("set local work_mem = '512MB'");
    const { rows } = await client.query<{ enter: number }>("select milepost.enter('default')");
    await client.query("set local role milepost_owner");
    await client.query("select milepost.rebuild_reports($1)", [rows[0]?.enter]);
    await client.query("commit");
  } finally {
    client.release(true);
  }
}
