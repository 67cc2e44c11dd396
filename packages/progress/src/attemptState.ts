import { timeOf } from "./timeOf.ts";
import type { Instant } from "./types.ts";

export interface AttemptTimes {
  readonly exemptedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly completedAt: Instant | null;
  /** The last instant that is on time. */
  readonly dueAt: Instant | null;
  /** The newest counted event: completing a lesson is a view of it. Null: never started. */
  readonly lastViewedAt: Instant | null;
}

export type AttemptState =
  | { readonly state: "exempt" | "withdrawn" | "overdue" | "not-started" }
  | { readonly state: "completed"; readonly timing: "on-time" | "late" }
  | { readonly state: "in-progress"; readonly activity: "active" | "stalled" };

export interface AttemptStateOptions {
  /** Silence of more than this many days of 24 hours is `stalled`; 7 when omitted. */
  readonly activeDays?: number | undefined;
}

const dayMillis = 86_400_000;

/**
 * The one state an attempt is in at `now`, the first that applies: exempt, withdrawn, completed,
 * overdue, in progress, not started. `now` decides overdue and stalled alone: what is recorded
 * counts even where it lies ahead of the reader's clock.
 *
 * Exactly at the deadline is on time, and so is any completion without one. Exactly `activeDays`
 * after the last event is active.
 *
 * @throws RangeError for text that is not an instant with its zone
 */
export function attemptState(
  attempt: AttemptTimes,
  now: Date,
  { activeDays = 7 }: AttemptStateOptions = {},
): AttemptState {
  if (attempt.exemptedAt !== null) return { state: "exempt" };
  if (attempt.withdrawnAt !== null) return { state: "withdrawn" };

  const dueAt = attempt.dueAt === null ? Number.POSITIVE_INFINITY : timeOf(attempt.dueAt);
  if (attempt.completedAt !== null) {
    return {
      state: "completed",
      timing: timeOf(attempt.completedAt) <= dueAt ? "on-time" : "late",
    };
  }
  if (timeOf(now) > dueAt) return { state: "overdue" };
  if (attempt.lastViewedAt === null) return { state: "not-started" };

  const silentMillis = timeOf(now) - timeOf(attempt.lastViewedAt);
  const activity = silentMillis <= activeDays * dayMillis ? "active" : "stalled";
  return { state: "in-progress", activity };
}
