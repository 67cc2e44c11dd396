import { lognormal } from "../random/lognormal.ts";
import { nextStudyTime } from "../time/nextStudyTime.ts";
import { studyTimeBefore } from "../time/studyTimeBefore.ts";
import type { Study } from "./Study.ts";

/** Share of people whom a reminder brings to the course before its deadline and not after it. */
export const HEEDS_REMINDER = 0.72;

/** Who counts from a deadline and has none counts from enrollment, so many times as long. */
const WITHOUT_DEADLINE = 10;

/** When they first sit down for the course; null when they never do by themselves. */
export function firstSessionAt({
  archetype,
  random,
  rhythm,
  openedAt,
  dueAt,
}: Study): number | null {
  const spread = lognormal(random, archetype.startDays, 0.7);
  if (archetype.aimsAt === "nothing") return null;
  if (archetype.aimsAt === "enrollment") {
    const usual = nextStudyTime(random, rhythm, { from: openedAt, gapDays: spread });
    if (dueAt === null || usual < dueAt || random() >= HEEDS_REMINDER) return usual;
    return studyTimeBefore(random, rhythm, { deadline: dueAt, meanDays: 1 });
  }
  if (dueAt === null) {
    return nextStudyTime(random, rhythm, {
      from: openedAt,
      gapDays: spread * WITHOUT_DEADLINE,
    });
  }
  if (archetype.aimsAt === "afterDeadline") {
    return nextStudyTime(random, rhythm, { from: dueAt, gapDays: spread });
  }
  const meanDays = archetype.startDays;
  return studyTimeBefore(random, rhythm, { deadline: dueAt, meanDays });
}
