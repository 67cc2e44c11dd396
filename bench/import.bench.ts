/**
 * Rows per second of `milepost import events`, the whole command, next to a COPY of as many rows in
 * the same order into one bare table with the same key, in the same run. Two files: new completions
 * only, and views and completions as they come, with repeats.
 */
import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createTenant, doctor, putOutline } from "@milepost/engine";
import type pg from "pg";
import { from } from "pg-copy-streams";
import { report, round, tiny, withDatabase } from "./support.ts";

const run = promisify(execFile);
const main = fileURLToPath(new URL("../packages/cli/dist/main.js", import.meta.url));

const learners = tiny ? 200 : 5_000;
const lessons = 40;
const rounds = tiny ? 1 : 3;

interface Event {
  readonly learner: number;
  readonly lesson: number;
  readonly type: "lesson.viewed" | "lesson.completed";
  /** Hours since the first learner began. */
  readonly hour: number;
}

/** Numbers from 0 to 1, the same in every run. */
function* chances(): Generator<number, never> {
  for (let state = 1; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** Everyone begins on some day of a year and takes about three months; in the order of time. */
function eventsOf(workload: "completions" | "mixed"): Event[] {
  const chance = chances();
  const next = () => chance.next().value;
  const events: Event[] = [];
  for (let learner = 0; learner < learners; learner++) {
    let hour = next() * 365 * 24;
    for (let lesson = 0; lesson < lessons; lesson++) {
      hour += next() * 4 * 24;
      const views = workload === "mixed" ? Math.floor(next() * 4) : 0;
      for (let view = 0; view < views; view++) {
        events.push({ learner, lesson, type: "lesson.viewed", hour });
        hour += next() / 3;
      }
      if (workload === "mixed" && next() < 0.2) continue;
      const times = workload === "mixed" && next() < 0.3 ? 2 : 1;
      for (let time = 0; time < times; time++) {
        events.push({ learner, lesson, type: "lesson.completed", hour: hour + time });
      }
    }
  }
  return events.toSorted((a, b) => a.hour - b.hour);
}

const at = ({ hour }: Event) => new Date(Date.UTC(2024, 0, 1) + hour * 3_600_000).toISOString();

async function writeCsv(path: string, events: readonly Event[]): Promise<void> {
  function* lines() {
    yield "type,learner,lesson,at\n";
    for (const event of events) {
      yield `${event.type},u${event.learner},bench-${event.lesson + 1},${at(event)}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
}

/**
 * Seconds of a COPY of `rows` new keys in the order in which the events touch them first. Where
 * events repeat, the keys go on past those of the lessons: a bare table would refuse one twice.
 */
async function copyRaw(pool: pg.Pool, events: readonly Event[]): Promise<number> {
  const seen = new Set<number>();
  const lines = events.map((event, n) => {
    const key = event.learner * 1_000 + event.lesson;
    const lesson = seen.has(key) ? 1_000 + n : event.lesson;
    seen.add(key);
    const time = at(event);
    return `${event.learner}\t${lesson}\t${time}\t${time}\t${time}\n`;
  });
  const pieces: string[] = [];
  for (let n = 0; n < lines.length; n += 1_000) pieces.push(lines.slice(n, n + 1_000).join(""));
  await pool.query("drop table if exists raw_progress");
  await pool.query(`create table raw_progress (enrollment_id bigint, lesson_id bigint,
    first_viewed_at timestamptz, last_viewed_at timestamptz, completed_at timestamptz,
    primary key (enrollment_id, lesson_id))`);
  const client = await pool.connect();
  const start = performance.now();
  await pipeline(Readable.from(pieces), client.query(from("copy raw_progress from stdin")));
  const seconds = (performance.now() - start) / 1_000;
  client.release();
  return seconds;
}

/** Seconds of the whole command, from its start to its end. */
async function runImport(url: string, path: string, tenant: string): Promise<number> {
  const start = performance.now();
  const args = [main, "import", "events", path, "--tenant", tenant, "--json"];
  await run(process.execPath, args, { env: { ...process.env, DATABASE_URL: url } });
  return (performance.now() - start) / 1_000;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

await withDatabase(async (url, pool) => {
  const folder = await mkdtemp(join(tmpdir(), "milepost-bench-"));
  const figures: Record<string, unknown> = {};
  let differences = 0;
  try {
    for (const workload of ["completions", "mixed"] as const) {
      const events = eventsOf(workload);
      const path = join(folder, `${workload}.csv`);
      await writeCsv(path, events);
      const taken: { raw: number; ours: number }[] = [];
      for (let turn = 0; turn < rounds; turn++) {
        const tenant = `${workload}-${turn}`;
        await createTenant(pool, { tenant });
        const outline = Array.from({ length: lessons }, (_, n) => ({
          id: `bench-${n + 1}`,
          title: `Lesson ${n + 1}`,
        }));
        await putOutline(pool, { course: "bench", title: "Bench", lessons: outline }, { tenant });
        await pool.query("checkpoint");
        const raw = await copyRaw(pool, events);
        const ours = await runImport(url, path, tenant);
        taken.push({ raw, ours });
        // doctor goes by statistics, which know nothing of what came this minute.
        await pool.query("vacuum (analyze)");
        differences += (await doctor(pool, {}, { tenant })).differences.length;
      }
      const raw = mean(taken.map((turn) => turn.raw));
      const ours = mean(taken.map((turn) => turn.ours));
      figures[workload] = {
        rows: events.length,
        copyRowsPerSecond: Math.round(events.length / raw),
        importRowsPerSecond: Math.round(events.length / ours),
        ratio: round(raw / ours),
        ratios: taken.map((turn) => round(turn.raw / turn.ours)),
      };
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await report(pool, "import", { learners, lessons, ...figures, differences });
});
