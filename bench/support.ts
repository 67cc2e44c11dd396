import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { enrollMany, migrate, putOutline } from "@milepost/engine";
import pg from "pg";
import { findServer } from "../tests/support/findServer.ts";
import { startCluster } from "../tests/support/startCluster.ts";

const run = promisify(execFile);

/** CI runs each bench once with sizes that only show that it still works. */
export const tiny = process.env.BENCH_TINY === "1";

/** The sizes that take long: a million attempts, 25 million records, ten minutes of load. */
export const full = !tiny && process.env.BENCH_FULL === "1";

/** A migrated database on a PostgreSQL of its own that syncs to disk, gone after `work`. */
export async function withDatabase(
  work: (url: string, pool: pg.Pool) => Promise<void>,
  { connections = 16 } = {},
): Promise<void> {
  const given = process.env.BENCH_DATABASE_URL;
  const cluster = given === undefined ? await startCluster({ durable: true }) : undefined;
  const url = given ?? cluster?.url ?? "";
  const pool = new pg.Pool({ connectionString: url, max: connections });
  // The server is stopped under the pool's idle connections.
  pool.on("error", () => {});
  try {
    await migrate(pool);
    await work(url, pool);
  } finally {
    await pool.end();
    await cluster?.stop();
  }
}

/**
 * One open course of `lessons` required lessons `l1`, `l2`, … and `learners` enrolled `u0`, `u1`,
 * ….
 */
export async function seedCourse(
  pool: pg.Pool,
  { learners, lessons, course = "bench" }: { learners: number; lessons: number; course?: string },
): Promise<void> {
  const outline = Array.from({ length: lessons }, (_, i) => ({
    id: `${course}-${i + 1}`,
    title: `Lesson ${i + 1}`,
  }));
  await putOutline(pool, { course, title: "A course to measure with", lessons: outline });
  const all = Array.from({ length: learners }, (_, i) => `u${i}`);
  for (let from = 0; from < all.length; from += 5000) {
    await enrollMany(pool, { course, learners: all.slice(from, from + 5000) });
  }
  // What has been written to, as an autovacuum would. Analyzed while they are empty, the other
  // tables would count as empty until one has seen them.
  await pool.query("vacuum (analyze) milepost.course, milepost.lesson");
  await pool.query("vacuum (analyze) milepost.learner, milepost.enrollment");
}

/** Transactions per second of a pgbench script. */
export async function pgbench(
  url: string,
  script: string,
  { clients, seconds }: { clients: number; seconds: number },
): Promise<number> {
  const program = join(await findServer(), "pgbench");
  const folder = await mkdtemp(join(tmpdir(), "milepost-bench-"));
  try {
    const file = join(folder, "script.sql");
    await writeFile(file, script);
    const args = ["-n", "-M", "prepared", "-c", `${clients}`, "-j", "2", "-T", `${seconds}`];
    const { stdout } = await run(program, [...args, "-f", file, url]);
    const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
    if (tps === undefined) throw new Error(`pgbench said no figure: ${stdout}`);
    return Number(tps);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How often `act` finishes a second from `workers` at once, and how long one takes, in ms. */
export async function throughput(
  act: (turn: number) => Promise<unknown>,
  { workers, seconds }: { workers: number; seconds: number },
): Promise<{ perSecond: number; p50: number; p99: number }> {
  const taken: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  const work = async (first: number) => {
    for (let turn = first; performance.now() < end; turn += workers) {
      const from = performance.now();
      await act(turn);
      taken.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, i) => work(i)));
  const elapsed = (performance.now() - start) / 1000;
  return { perSecond: round(taken.length / elapsed), ...latencies(taken) };
}

/** What half of them and what all but a hundredth took at most, in the unit they come in. */
export function latencies(taken: readonly number[]): { p50: number; p99: number } {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN);
  return { p50: at(0.5), p99: at(0.99) };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Rounded to two decimals: more would be noise. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** What a run is kept with: its day, and what it ran on. */
export async function describeRun(pool: pg.Pool): Promise<{
  day: string;
  machine: { cores: number; cpu: string; memoryGiB: number };
  versions: { milepost: string; node: string; postgres: string | undefined };
}> {
  const { rows } = await pool.query<{ server_version: string }>("show server_version");
  const [cpu] = cpus();
  const machine = {
    cores: cpus().length,
    cpu: cpu?.model ?? "unknown",
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
  const versions = {
    milepost: await commit(),
    node: process.versions.node,
    postgres: rows[0]?.server_version.split(" ")[0],
  };
  return { day: new Date().toISOString().slice(0, 10), machine, versions };
}

/** The one JSON line of a bench, with what it ran on and what was measured. */
export async function report(
  pool: pg.Pool,
  bench: string,
  figures: Record<string, unknown>,
): Promise<void> {
  const { day, machine, versions } = await describeRun(pool);
  const { BENCH_PARTS, BENCH_SIZES } = process.env;
  const part = BENCH_PARTS !== undefined || BENCH_SIZES !== undefined;
  const size = tiny ? "tiny" : part ? "part" : full ? "full" : "usual";
  console.log(JSON.stringify({ bench, size, day, machine, versions, ...figures }));
}

/** The commit that is measured, with a plus where files differ from it. */
async function commit(): Promise<string> {
  const git = (...args: string[]) => run("git", args, { cwd: import.meta.dirname });
  try {
    const { stdout: name } = await git("rev-parse", "--short", "HEAD");
    const but = [":(top,exclude)bench/results.ndjson", ":(top,exclude)docs/performance.md"];
    const { stdout: changed } = await git("status", "--porcelain", "--", ":/", ...but);
    return name.trim() + (changed === "" ? "" : "+");
  } catch {
    return "unknown";
  }
}
