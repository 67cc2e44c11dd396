/**
 * Seals: completions sealed a second, how many of them `verify` holds against their seals a second,
 * what a seal takes on disk, and what sealing live takes from the writers. The baseline is the
 * least that any hash chain over the ledger costs: its rows read and hashed once, as text.
 */
import {
  completeLesson,
  recordEvents,
  sealAllCompletions,
  sealCompletions,
  verifySeals,
} from "@milepost/engine";
import type pg from "pg";
import { mean, report, round, seedCourse, throughput, tiny, withDatabase } from "./support.ts";

const lessons = 40;
const learners = tiny ? 200 : 10_000;
const batch = 5_000;
const workers = 16;
const seconds = tiny ? 0.3 : 5;
const rounds = tiny ? 1 : 3;

async function timed<T>(act: () => Promise<T>): Promise<[T, number]> {
  const begun = performance.now();
  const outcome = await act();
  return [outcome, (performance.now() - begun) / 1_000];
}

/** Half of all pairs: the others are for the writers that are measured. */
async function fill(pool: pg.Pool): Promise<void> {
  const events = Array.from({ length: learners * (lessons / 2) }, (_, n) => ({
    type: "lesson.completed" as const,
    learner: `u${n % learners}`,
    lesson: `bench-${Math.floor(n / learners) + 1}`,
  }));
  for (let from = 0; from < events.length; from += batch) {
    await recordEvents(pool, { events: events.slice(from, from + batch) });
  }
  await pool.query("vacuum (analyze) milepost.progress_event, milepost.lesson_progress");
}

let turn = learners * (lessons / 2);
function nextPair() {
  const at = turn++;
  return { learner: `u${at % learners}`, lesson: `bench-${Math.floor(at / learners) + 1}` };
}

/** Completions a second, with somebody who seals without a pause and without: there and back. */
async function measureCost(pool: pg.Pool) {
  const rates = { sealed: [] as number[], plain: [] as number[] };
  const complete = async () =>
    (await throughput(() => completeLesson(pool, nextPair()), { workers, seconds })).perSecond;
  for (let i = 0; i < rounds; i++) {
    for (const kind of ["plain", "sealed", "sealed", "plain"] as const) {
      let isOver = false;
      const sealing = (async () => {
        while (kind === "sealed" && !isOver) await sealCompletions(pool);
      })();
      rates[kind].push(await complete());
      isOver = true;
      await sealing;
    }
  }
  const plain = mean(rates.plain);
  const sealed = mean(rates.sealed);
  return {
    plainPerSecond: Math.round(plain),
    whileSealingPerSecond: Math.round(sealed),
    whileSealingRatio: round(sealed / plain),
  };
}

await withDatabase(
  async (_url, pool) => {
    await seedCourse(pool, { learners, lessons });
    await fill(pool);
    const [, hashing] = await timed(() =>
      pool.query(
        `select count(sha256(convert_to(pe::text, 'UTF8'))) from milepost.progress_event pe
         where pe.type in ('lesson.completed', 'course.completed')`,
      ),
    );
    const [sealed, sealing] = await timed(() => sealAllCompletions(pool));
    const [verified, verifying] = await timed(() => verifySeals(pool));
    if (verified.findingCount > 0 || verified.sealedCompletions !== sealed) {
      throw new Error("The seals do not hold what was recorded.");
    }
    const { rows } = await pool.query<{ bytes: string }>(
      "select pg_total_relation_size('milepost.seal') as bytes",
    );
    const cost = await measureCost(pool);
    await report(pool, "seals", {
      completions: sealed,
      plainHashPerSecond: Math.round(sealed / hashing),
      sealedPerSecond: Math.round(sealed / sealing),
      sealedRatio: round(hashing / sealing),
      verifiedPerSecond: Math.round(sealed / verifying),
      verifiedRatio: round(hashing / verifying),
      bytesPerCompletion: Math.round(Number(rows[0]?.bytes) / sealed),
      ...cost,
    });
  },
  { connections: workers + 2 },
);
