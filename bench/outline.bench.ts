/**
 * One lesson is retired from a course with many open attempts: how long the edit takes, how long a
 * learner's write waits until every attempt has followed, and what reports say meanwhile. The
 * baseline is the same writes just before, with no edit under way.
 * BENCH_FULL=1 is the size of the goal, a million, and takes a quarter of an hour to fill.
 */
import {
  completeLesson,
  doctor,
  foldAllReports,
  putOutline,
  recordEvents,
  recountAllAttempts,
  reportCourse,
  reportLessons,
} from "@milepost/engine";
import type pg from "pg";
import { multiply } from "./reports/population.ts";
import { full, report, round, seedCourse, throughput, tiny, withDatabase } from "./support.ts";

const attempts = tiny ? 500 : Number(process.env.BENCH_ATTEMPTS ?? (full ? 1_000_000 : 20_000));
const lived = Math.min(attempts, tiny ? 100 : 5_000);
const lessons = 40;
const perAttempt = 25;
/** As a server does: lanes at once, pieces of so many. */
const recounting = { lanes: 2, limit: 500 };

const outline = (...without: number[]) => ({
  course: "bench",
  title: "A course to measure with",
  lessons: Array.from({ length: lessons }, (_, i) => i + 1)
    .filter((n) => !without.includes(n))
    .map((n) => ({ id: `bench-${n}`, title: `Lesson ${n}` })),
  recountAtOnce: tiny ? 0 : undefined,
});

/** Two of a hundred stand at the lesson that is retired, and two lack nothing but it. */
function completedBy(n: number): number[] {
  if (n % 50 === 0) return Array.from({ length: lessons }, (_, i) => i + 1).filter((i) => i !== 3);
  return Array.from({ length: n % 50 === 1 ? 2 : perAttempt }, (_, i) => i + 1);
}

/** The course with its attempts: some write their lessons through the engine, SQL copies them. */
async function fill(pool: pg.Pool): Promise<void> {
  await seedCourse(pool, { learners: lived, lessons });
  for (let from = 0; from < lived; from += 100) {
    const learners = Array.from({ length: 100 }, (_, i) => from + i);
    const events = learners.flatMap((n) => {
      const done = completedBy(n).map((lesson) => ({
        type: "lesson.completed" as const,
        learner: `u${n}`,
        lesson: `bench-${lesson}`,
      }));
      const viewed = { type: "lesson.viewed" as const, learner: `u${n}`, lesson: "bench-3" };
      return n % 50 === 1 ? [...done, viewed] : done;
    });
    await recordEvents(pool, { events });
  }
  if (attempts > lived) await multiply(pool, attempts / lived);
  await foldAllReports(pool);
  await pool.query("vacuum (analyze)");
}

const nameOf = (n: number) => (n < lived ? `u${n}` : `u${n % lived}-${Math.floor(n / lived)}`);

/** The course's reports at an instant, and how long they took, in ms. */
async function reports(pool: pg.Pool, now: Date): Promise<{ said: string; ms: number }> {
  const from = performance.now();
  const course = await reportCourse(pool, { course: "bench" }, { now });
  const { items } = await reportLessons(pool, { course: "bench" }, { now });
  return { said: JSON.stringify([course, items]), ms: round(performance.now() - from) };
}

async function recountAll(pool: pg.Pool): Promise<number> {
  const from = performance.now();
  const lane = () => recountAllAttempts(pool, recounting);
  await Promise.all(Array.from({ length: recounting.lanes }, lane));
  return round((performance.now() - from) / 1000);
}

/** What is not as the facts say; copies have no completion of a lesson in the ledger. */
async function differenceCount(pool: pg.Pool): Promise<number> {
  if (attempts === lived) return (await doctor(pool)).differenceCount;
  const { rows } = await pool.query<{ n: number }>(
    `with entered as materialized (select milepost.enter('default') as id)
     select (select count(*) from milepost.attempt_differences(e.id))::int
       + (select count(*) from milepost.report_differences(e.id))::int as n
     from entered e`,
  );
  return rows[0]?.n ?? Number.NaN;
}

await withDatabase(
  async (_url, pool) => {
    await fill(pool);
    const write = (turn: number) =>
      completeLesson(pool, { learner: nameOf((turn * 7919) % attempts), lesson: "bench-30" });
    const calm = await throughput(write, { workers: 4, seconds: tiny ? 0.2 : 5 });

    let editing = true;
    let turn = 1_000_000;
    const waits: number[] = [];
    const writer = async () => {
      while (editing) {
        const from = performance.now();
        await write(turn++);
        waits.push(performance.now() - from);
      }
    };
    const writers = [writer(), writer(), writer(), writer()];
    const from = performance.now();
    await putOutline(pool, outline(3));
    const editMs = performance.now() - from;
    const caughtUpSeconds = await recountAll(pool);
    editing = false;
    await Promise.all(writers);
    waits.sort((a, b) => a - b);
    const afterFirst = await differenceCount(pool);

    // Once more, with nobody writing: what reports say at once is what they say in the end.
    await putOutline(pool, outline(3, 5));
    const now = new Date();
    const atOnce = await reports(pool, now);
    const recountSeconds = await recountAll(pool);
    await foldAllReports(pool);
    const inTheEnd = await reports(pool, now);
    const renamed = performance.now();
    await putOutline(pool, { ...outline(3, 5), title: "Another title" });
    const renameMs = performance.now() - renamed;
    await report(pool, "outline", {
      openAttempts: attempts,
      editMs: round(editMs),
      longestWriteWaitMs: round(waits.at(-1) ?? Number.NaN),
      p99WriteMs: round(waits[Math.floor(waits.length * 0.99)] ?? Number.NaN),
      writes: waits.length,
      caughtUpSeconds,
      calmWriteP99Ms: calm.p99,
      waitRatio: round((waits.at(-1) ?? Number.NaN) / calm.p99),
      recountWithoutWritesSeconds: recountSeconds,
      reportsAtOnceMs: atOnce.ms,
      reportsInTheEndMs: inTheEnd.ms,
      reportsEqual: atOnce.said === inTheEnd.said,
      renameOnlyMs: round(renameMs),
      differencesAfter: afterFirst + (await differenceCount(pool)),
    });
  },
  { connections: 8 },
);
