import { foldAllReports, type Queryable } from "@milepost/engine";
import { demoCourses } from "../courses/demoCourses.ts";
import type { Act } from "../history/Act.ts";
import { generateCourseHistory } from "../history/generateCourseHistory.ts";
import { mergeByTime } from "../history/mergeByTime.ts";
import { learnerAt } from "../people/learnerAt.ts";
import { DAY } from "../time/units.ts";
import { type DemoSeeded, demoWriter } from "./demoWriter.ts";
import { writeGroups } from "./writeGroups.ts";

export interface SeedDemoOptions {
  /** When the history ends; its last acts are hours old. */
  readonly now: Date;
  /** Any integer, 1 when omitted. */
  readonly seed?: number | undefined;
  /** Size of the academy, 360 when omitted. */
  readonly learners?: number | undefined;
  /** `default` when omitted. */
  readonly tenant?: string | undefined;
  /** Told now and then which share of the history is written, 0–1. */
  readonly progress?: ((share: number) => void) | undefined;
}

/** Thirteen months: a year and the month in which the yearly course is due again. */
const HISTORY = 395 * DAY;

/**
 * Writes the demo's academy into an empty tenant: five courses, what their learners did in the
 * thirteen months before `now`, in the order in which it happened, and the groups they belong to.
 *
 * Not one transaction: a seeding that was interrupted leaves its first part, and a second one does
 * not complete it. Call it once a tenant.
 *
 * @throws Error when the engine refuses one of the facts
 */
export async function seedDemo(
  db: Queryable,
  { now, seed = 1, learners = 360, tenant, progress }: SeedDemoOptions,
): Promise<DemoSeeded> {
  const start = new Date(now.getTime() - HISTORY);
  const writer = demoWriter(db, { tenant });
  const acts = mergeByTime<Act>(
    demoCourses.map((course) => ({
      opensAt: start.getTime(),
      open: () => generateCourseHistory(course, { seed, learners, start, end: now }),
    })),
  );
  let told = 0;
  for (const act of acts) {
    await writer.add(act);
    const share = (act.at.getTime() - start.getTime()) / HISTORY;
    if (share - told < 0.01) continue;
    told = share;
    progress?.(share);
  }
  const seeded = await writer.finish();
  const people = Array.from({ length: learners }, (_, index) => learnerAt(seed, index + 1));
  const known = people.filter(({ profile }) => writer.learners.has(profile.learner));
  await writeGroups(db, known, { since: start, tenant });
  await foldAllReports(db, {}, { tenant });
  progress?.(1);
  return seeded;
}
