import { timeOf } from "./timeOf.ts";
import type { Instant } from "./types.ts";

export interface ResumableAttempt {
  readonly enrolledAt: Instant;
  readonly exemptedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly completedAt: Instant | null;
  readonly dueAt: Instant | null;
  /** The newest counted event; null: never started. */
  readonly lastViewedAt: Instant | null;
}

const activeMillis = 14 * 86_400_000;

/**
 * The attempt that a learner's one resume card shows: of those active in the last 14 days the one
 * with the nearest deadline, else the most recent; null where there is none to show.
 *
 * Where the rule is silent: withdrawn and exempted attempts are never shown, completed ones only
 * where no other is left. *Nearest* is nearest to `now`, before or after it, so that a course due
 * tomorrow is not hidden behind one that was due in spring. *Most recent* is by last view; by
 * enrollment only where none was ever viewed, since an enrollment is nothing to resume. Of equally
 * near deadlines the more recent attempt's; of what is equal throughout, the one that stands first.
 *
 * @throws RangeError for text that is not an instant with its zone
 */
export function pickCourseToResume<A extends ResumableAttempt>(
  attempts: readonly A[],
  now: Date,
): A | null {
  const shown = attempts.filter((a) => a.exemptedAt === null && a.withdrawnAt === null);
  const open = shown.filter((a) => a.completedAt === null);
  // Sorting is stable, so what is equal by deadline stays in order of recency.
  const byDeadline = open
    .sort(byRecency)
    .filter((a) => a.dueAt !== null && isActive(a, now))
    .sort((a, b) => distance(a, now) - distance(b, now));
  return byDeadline[0] ?? open[0] ?? shown.sort(byRecency)[0] ?? null;
}

function isActive({ lastViewedAt }: ResumableAttempt, now: Date): boolean {
  return lastViewedAt !== null && timeOf(now) - timeOf(lastViewedAt) <= activeMillis;
}

function distance({ dueAt }: ResumableAttempt, now: Date): number {
  return dueAt === null ? Number.POSITIVE_INFINITY : Math.abs(timeOf(dueAt) - timeOf(now));
}

function byRecency(a: ResumableAttempt, b: ResumableAttempt): number {
  if (a.lastViewedAt === null && b.lastViewedAt === null) {
    return timeOf(b.enrolledAt) - timeOf(a.enrolledAt);
  }
  if (a.lastViewedAt === null) return 1;
  if (b.lastViewedAt === null) return -1;
  return timeOf(b.lastViewedAt) - timeOf(a.lastViewedAt);
}
