import { completeLesson, recordEvents } from "@milepost/engine";
import type pg from "pg";
import { mean, round, seedCourse, throughput } from "../support.ts";
import { whileFolding } from "./whileFolding.ts";
import { summariesOf } from "./withoutSummaries.ts";

/** How large the course is, and how long it is written to. */
export interface WriteSizes {
  readonly learners: number;
  readonly seconds: number;
  readonly turns: number;
}

const lessons = 40;
const workers = 16;

/**
 * Completions per second from 16 connections with all that reports need, without the counts, and
 * without the indexes too, turn by turn on the same attempts. All have viewed their first lesson,
 * so that no turn gets the first views of all.
 */
export async function measureWriteCost(
  pool: pg.Pool,
  { learners, seconds, turns }: WriteSizes,
): Promise<Record<string, number>> {
  await seedCourse(pool, { learners, lessons });
  for (let from = 0; from < learners; from += 1000) {
    const events = Array.from({ length: Math.min(1000, learners - from) }, (_, i) => ({
      type: "lesson.completed" as const,
      learner: `u${from + i}`,
      lesson: "bench-1",
    }));
    await recordEvents(pool, { events });
  }
  const summaries = await summariesOf(pool);
  const rates = { with: [] as number[], uncounted: [] as number[], without: [] as number[] };
  let done = learners;
  const write = async () => {
    const from = done;
    const { perSecond } = await throughput(
      (turn) => {
        done = Math.max(done, from + turn + 1);
        return completeLesson(pool, pair(from + turn, learners));
      },
      { workers, seconds },
    );
    return perSecond;
  };
  const { folded } = await whileFolding(pool, async () => {
    for (let turn = 0; turn < turns; turn++) {
      await summaries.count(true);
      await summaries.index(true);
      rates.with.push(await write());
      await summaries.count(false);
      rates.uncounted.push(await write());
      await summaries.index(false);
      rates.without.push(await write());
    }
  });
  await summaries.count(true);
  await summaries.index(true);
  return {
    withPerSecond: Math.round(mean(rates.with)),
    withoutCountsPerSecond: Math.round(mean(rates.uncounted)),
    withoutPerSecond: Math.round(mean(rates.without)),
    ratio: round(mean(rates.with) / mean(rates.without)),
    folded,
  };
}

/** Every pair once, in an order that walks over all learners before it comes back to one. */
function pair(turn: number, learners: number): { learner: string; lesson: string } {
  const lesson = (Math.floor(turn / learners) % lessons) + 1;
  return { learner: `u${(turn * 7919) % learners}`, lesson: `bench-${lesson}` };
}
