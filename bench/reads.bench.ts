/**
 * Reads of one learner's course page per second, by the engine from 16 connections, next to the
 * driver's round trip for a constant: what a read can cost at the least.
 */
import { OutlineCache, readCourseProgress, recordEvents } from "@milepost/engine";
import { full, report, round, seedCourse, throughput, tiny, withDatabase } from "./support.ts";

const learners = tiny ? 100 : full ? 20_000 : 5_000;
const lessons = 40;
const seconds = tiny ? 1 : full ? 10 : 5;
const workers = 16;

await withDatabase(async (_url, pool) => {
  await seedCourse(pool, { learners, lessons });
  for (let from = 0; from < learners; from += 200) {
    const events = Array.from({ length: 200 * 25 }, (_, i) => ({
      type: i % 5 === 0 ? ("lesson.viewed" as const) : ("lesson.completed" as const),
      learner: `u${from + Math.floor(i / 25)}`,
      lesson: `bench-${(i % 25) + 1}`,
    }));
    await recordEvents(pool, { events: events.filter(({ learner }) => learner < "v") });
  }
  await pool.query("vacuum (analyze)");

  const constant = await throughput(
    () => pool.query({ name: "constant", text: "select 1", values: [] }),
    { workers, seconds },
  );
  const outlines = new OutlineCache();
  const page = await throughput(
    (turn) => {
      const learner = `u${(turn * 7919) % learners}`;
      return readCourseProgress(pool, { learner, course: "bench" }, {}, outlines);
    },
    { workers, seconds },
  );
  await report(pool, "reads", {
    learners,
    lessons,
    workers,
    constantsPerSecond: Math.round(constant.perSecond),
    pagesPerSecond: Math.round(page.perSecond),
    ratio: round(page.perSecond / constant.perSecond),
    p50Ms: page.p50,
    p99Ms: page.p99,
  });
});
