/**
 * Completions a second in batches of 500, by the engine, next to one statement that upserts as many
 * rows by `unnest` into one bare table. They take turns on as many connections each.
 */
import { recordEvents } from "@milepost/engine";
import { createRawTable } from "./rawUpsert.ts";
import {
  full,
  mean,
  report,
  round,
  seedCourse,
  throughput,
  tiny,
  withDatabase,
} from "./support.ts";

const batch = 500;
const learners = tiny ? 1_000 : 20_000;
const lessons = 40;
const workers = 2;
const seconds = tiny ? 0.5 : full ? 10 : 5;
const rounds = tiny ? 1 : 3;

const rawBatch = `insert into raw_completion
  select * from unnest($1::integer[], $2::integer[], $3::timestamptz[])
  on conflict (learner, lesson) do update set completed_at = excluded.completed_at`;

/** The pairs of a turn: each once, over all learners before it comes back to one. */
function pairs(turn: number): { learner: number; lesson: number }[] {
  return Array.from({ length: batch }, (_, i) => {
    const at = turn * batch + i;
    return { learner: at % learners, lesson: (Math.floor(at / learners) % lessons) + 1 };
  });
}

await withDatabase(async (_url, pool) => {
  await seedCourse(pool, { learners, lessons });
  await createRawTable(pool);
  const done = { raw: 0, engine: 0 };
  const measure = async (which: keyof typeof done, act: (turn: number) => Promise<unknown>) => {
    const from = done[which];
    const next = (turn: number) => {
      done[which] = Math.max(done[which], from + turn + 1);
      return act(from + turn);
    };
    return throughput(next, { workers, seconds });
  };
  const upsert = (turn: number) => {
    const all = pairs(turn);
    const now = new Date();
    const columns = [all.map(({ learner }) => learner), all.map(({ lesson }) => lesson)];
    const values = [...columns, all.map(() => now)];
    return pool.query({ name: "raw batch", text: rawBatch, values });
  };
  const record = (turn: number) =>
    recordEvents(pool, {
      events: pairs(turn).map(({ learner, lesson }) => ({
        type: "lesson.completed" as const,
        learner: `u${learner}`,
        lesson: `bench-${lesson}`,
      })),
    });
  const raw: number[] = [];
  const engine: number[] = [];
  for (let i = 0; i < rounds; i++) {
    raw.push((await measure("raw", upsert)).perSecond * batch);
    engine.push((await measure("engine", record)).perSecond * batch);
  }
  if (done.engine * batch > learners * lessons) throw new Error("There were too few learners.");
  await report(pool, "batches", {
    batch,
    learners,
    lessons,
    workers,
    rawRowsPerSecond: Math.round(mean(raw)),
    completionsPerSecond: Math.round(mean(engine)),
    ratio: round(mean(engine) / mean(raw)),
    microsecondsPerCompletion: Math.round((1e6 * workers) / mean(engine)),
  });
});
