/**
 * One edit of the outline of a course with many open attempts, and how long a learner's write
 * waits while it runs. The baseline is the same writes just before, with no edit under way.
 */
import { completeLesson, doctor, putOutline, recordEvents } from "@milepost/engine";
import { full, report, round, seedCourse, throughput, tiny, withDatabase } from "./support.ts";

const attempts = tiny ? 500 : full ? 100_000 : 10_000;
const lessons = 40;
const perAttempt = 25;

const outline = (without: number) => ({
  course: "bench",
  title: "A course to measure with",
  lessons: Array.from({ length: lessons }, (_, i) => i + 1)
    .filter((n) => n !== without)
    .map((n) => ({ id: `bench-${n}`, title: `Lesson ${n}` })),
});

await withDatabase(async (_url, pool) => {
  await seedCourse(pool, { learners: attempts, lessons });
  for (let from = 0; from < attempts; from += 200) {
    const events = Array.from({ length: 200 * perAttempt }, (_, i) => ({
      type: "lesson.completed" as const,
      learner: `u${from + Math.floor(i / perAttempt)}`,
      lesson: `bench-${(i % perAttempt) + 1}`,
    })).filter(({ learner }) => Number(learner.slice(1)) < attempts);
    await recordEvents(pool, { events });
  }
  await pool.query("vacuum (analyze)");

  const write = (turn: number) =>
    completeLesson(pool, { learner: `u${(turn * 7919) % attempts}`, lesson: "bench-40" });
  const calm = await throughput(write, { workers: 4, seconds: tiny ? 0.2 : 3 });

  let editing = true;
  let longestWait = 0;
  let turn = 1_000_000;
  const writer = async () => {
    while (editing) {
      const from = performance.now();
      await write(turn++);
      longestWait = Math.max(longestWait, performance.now() - from);
    }
  };
  const writers = [writer(), writer(), writer(), writer()];
  const from = performance.now();
  await putOutline(pool, outline(3));
  const editMs = performance.now() - from;
  editing = false;
  await Promise.all(writers);

  const renamed = performance.now();
  await putOutline(pool, { ...outline(3), title: "Another title" });
  const renameMs = performance.now() - renamed;
  const { differenceCount } = await doctor(pool);
  await report(pool, "outline", {
    openAttempts: attempts,
    lessonRecords: attempts * perAttempt,
    editMs: Math.round(editMs),
    longestWriteWaitMs: Math.round(longestWait),
    calmWriteP99Ms: calm.p99,
    waitRatio: round(longestWait / calm.p99),
    renameOnlyMs: round(renameMs),
    differencesAfter: differenceCount,
  });
});
