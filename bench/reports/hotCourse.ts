import { enrollMany, putOutline, recordEvents } from "@milepost/engine";
import type pg from "pg";
import { round } from "../support.ts";
import { whileFolding } from "./whileFolding.ts";
import type { WriteSizes } from "./writeCost.ts";

const lessons = 40;
const workers = 16;
const batch = 50;
const courses = 100;

/** A number below `below`, the same ones in every run (xorshift). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

async function seed(pool: pg.Pool, learners: number): Promise<void> {
  const outline = (course: string) => ({
    course,
    title: `Course ${course}`,
    lessons: Array.from({ length: lessons }, (_, i) => ({
      id: `${course}-${i + 1}`,
      title: `Lesson ${i + 1}`,
    })),
  });
  const all = Array.from({ length: learners }, (_, i) => `h${i}`);
  for (let number = 0; number <= courses; number++) {
    const course = number === courses ? "hot" : `c${number}`;
    await putOutline(pool, outline(course));
    const own = number === courses ? all : all.filter((_, i) => i % courses === number);
    for (let from = 0; from < own.length; from += 5000) {
      await enrollMany(pool, { course, learners: own.slice(from, from + 5000) });
    }
  }
  await pool.query("vacuum (analyze)");
}

/** Events a second from all writers at once, for random learners. */
async function eventsPerSecond(
  pool: pg.Pool,
  courseOf: (learner: number) => string,
  { learners, seconds, turn }: { learners: number; seconds: number; turn: number },
): Promise<number> {
  const end = performance.now() + seconds * 1000;
  const from = performance.now();
  let written = 0;
  const work = async (worker: number) => {
    const next = random(1 + worker + 97 * turn);
    while (performance.now() < end) {
      const events = Array.from({ length: batch }, () => {
        const learner = next(learners);
        return {
          type: next(2) === 0 ? ("lesson.viewed" as const) : ("lesson.completed" as const),
          learner: `h${learner}`,
          lesson: `${courseOf(learner)}-${1 + next(lessons)}`,
        };
      });
      await recordEvents(pool, { events });
      written += batch;
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  return (written * 1000) / (performance.now() - from);
}

/**
 * Sixteen writers with batches of 50 events, all in one course against the same learners spread
 * over a hundred courses, turn by turn. A deadlock ends the run; the server's own count shows those
 * of anyone else.
 */
export async function measureHotCourse(
  pool: pg.Pool,
  { learners, seconds, turns }: WriteSizes,
): Promise<Record<string, number>> {
  await seed(pool, learners);
  let hot = 0;
  let hundred = 0;
  await whileFolding(pool, async () => {
    for (let turn = 0; turn < turns; turn++) {
      const how = { learners, seconds, turn };
      hot += await eventsPerSecond(pool, () => "hot", how);
      hundred += await eventsPerSecond(pool, (learner) => `c${learner % courses}`, how);
    }
  });
  const { rows } = await pool.query<{ deadlocks: string }>(
    "select deadlocks from pg_stat_database where datname = current_database()",
  );
  return {
    hotEventsPerSecond: Math.round(hot / turns),
    hundredEventsPerSecond: Math.round(hundred / turns),
    ratio: round(hot / hundred),
    deadlocks: Number(rows[0]?.deadlocks),
  };
}
