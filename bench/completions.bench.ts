/**
 * Completions per second, one event a call from 16 connections, and gathered by a recorder for 64
 * callers, next to pgbench's prepared single-row upsert from 16 clients into one bare table. They
 * take turns, so that none gets the better half of the machine's minute.
 */
import { completeLesson, FactRecorder } from "@milepost/engine";
import { createRawTable, rawUpserts } from "./rawUpsert.ts";
import {
  full,
  mean,
  pgbench,
  report,
  round,
  seedCourse,
  throughput,
  tiny,
  withDatabase,
} from "./support.ts";

const learners = tiny ? 200 : 50_000;
const lessons = 40;
const seconds = tiny ? 1 : full ? 10 : 5;
const rounds = tiny ? 1 : 3;
const workers = 16;
const callers = 64;

const insideOnly = `\\set learner random(0, ${learners - 1})
\\set lesson random(1, ${lessons})
select * from milepost.record_fact(
  'default', 'u' || :learner, 'bench-' || :lesson, 'lesson.completed');
`;

/** Every pair once, in an order that walks over all learners before it comes back to one. */
function pair(turn: number): { learner: string; lesson: string } {
  const lesson = (Math.floor(turn / learners) % lessons) + 1;
  return { learner: `u${(turn * 7919) % learners}`, lesson: `bench-${lesson}` };
}

await withDatabase(async (url, pool) => {
  await seedCourse(pool, { learners, lessons });
  await createRawTable(pool);

  const raw: number[] = [];
  const ours: Awaited<ReturnType<typeof throughput>>[] = [];
  const gathered: Awaited<ReturnType<typeof throughput>>[] = [];
  const inside: number[] = [];
  const recorder = new FactRecorder(pool);
  let done = 0;
  for (let i = 0; i < rounds; i++) {
    raw.push(await rawUpserts(url, { learners, lessons, clients: workers, seconds }));
    const measure = (act: (turn: number) => Promise<unknown>, at: number) => {
      const from = done;
      const next = (turn: number) => {
        done = Math.max(done, from + turn + 1);
        return act(from + turn);
      };
      return throughput(next, { workers: at, seconds });
    };
    ours.push(await measure((turn) => completeLesson(pool, pair(turn)), workers));
    const record = (turn: number) => recorder.record({ type: "lesson.completed", ...pair(turn) });
    gathered.push(await measure(record, callers));
    inside.push(await pgbench(url, insideOnly, { clients: workers, seconds }));
  }
  const engine = mean(ours.map(({ perSecond }) => perSecond));
  await report(pool, "completions", {
    learners,
    lessons,
    workers,
    rawUpsertsPerSecond: Math.round(mean(raw)),
    completionsPerSecond: Math.round(engine),
    ratio: round(engine / mean(raw)),
    p50Ms: round(mean(ours.map(({ p50 }) => p50))),
    p99Ms: round(mean(ours.map(({ p99 }) => p99))),
    gatheredPerSecond: Math.round(mean(gathered.map(({ perSecond }) => perSecond))),
    gatheredRatio: round(mean(gathered.map(({ perSecond }) => perSecond)) / mean(raw)),
    gatheredP50Ms: round(mean(gathered.map(({ p50 }) => p50))),
    gatheredP99Ms: round(mean(gathered.map(({ p99 }) => p99))),
    sameFunctionByPgbenchPerSecond: Math.round(mean(inside)),
    sameFunctionByPgbenchRatio: round(mean(inside) / mean(raw)),
  });
});
