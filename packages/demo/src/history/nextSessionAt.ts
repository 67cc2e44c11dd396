import { exponential } from "../random/exponential.ts";
import { nextStudyTime } from "../time/nextStudyTime.ts";
import { studyTimeBefore } from "../time/studyTimeBefore.ts";
import { DAY } from "../time/units.ts";
import { HEEDS_REMINDER } from "./firstSessionAt.ts";
import type { Study } from "./Study.ts";

/** Near a deadline, days between sessions shrink to this part. */
const HURRY = 0.3;

/**
 * When they come back after a session that ended at `from`, drawn toward a deadline that is near.
 */
export function nextSessionAt({ archetype, random, rhythm, dueAt }: Study, from: number): number {
  const ahead = dueAt !== null && from < dueAt;
  const hurry = ahead && dueAt - from < 4 * DAY ? HURRY : 1;
  const gapDays = exponential(random, archetype.gapDays * hurry);
  const usual = nextStudyTime(random, rhythm, { from, gapDays });
  if (!ahead || usual < dueAt || random() >= HEEDS_REMINDER) return usual;
  const pressed = studyTimeBefore(random, rhythm, { deadline: dueAt, meanDays: 1 });
  return pressed > from ? pressed : usual;
}
