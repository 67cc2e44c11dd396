import { timeOf } from "./timeOf.ts";
import type { Instant } from "./types.ts";

/** What decides the mark beside a lesson. */
export interface MarkedLesson {
  readonly viewed: boolean;
  readonly completedAt: Instant | null;
  /** Whether its completion is on this device alone. */
  readonly pending?: boolean | undefined;
  readonly retiredAt?: Instant | null | undefined;
  /** Open from this instant on. */
  readonly opensAt?: Instant | null | undefined;
  /** Whether the host keeps it closed, for a prerequisite or any reason of its own. */
  readonly locked?: boolean | undefined;
}

export type LessonStatusName =
  | "not-started"
  | "in-progress"
  | "complete"
  | "pending"
  | "not-open"
  | "locked"
  | "retired";

/**
 * The one mark a lesson has: the first that applies of retired, pending, complete, not open,
 * locked, in progress, not started. What is done stays shown as done, however closed the lesson is
 * today.
 *
 * @throws RangeError for text that is not an instant with its zone
 */
export function lessonStatus(lesson: MarkedLesson, now: Date): LessonStatusName {
  const { viewed, completedAt, pending, retiredAt, opensAt, locked } = lesson;
  if (retiredAt != null) return "retired";
  if (completedAt !== null) return pending === true ? "pending" : "complete";
  if (opensAt != null && timeOf(opensAt) > timeOf(now)) return "not-open";
  if (locked === true) return "locked";
  return viewed ? "in-progress" : "not-started";
}
