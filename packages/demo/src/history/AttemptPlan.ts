import type { Archetype } from "../people/archetypes.ts";
import type { Person } from "../people/learnerAt.ts";
import type { Random } from "../random/random.ts";
import type { CourseCalendar } from "./CourseCalendar.ts";
import type { Deadline } from "./deadlineOf.ts";

/** An attempt that is about to be lived: who, at what, from when, and until when. */
export interface AttemptPlan {
  readonly calendar: CourseCalendar;
  readonly person: Person;
  readonly random: Random;
  readonly archetype: Archetype;
  /** From 1. */
  readonly attempt: number;
  /** Milliseconds. */
  readonly openedAt: number;
  readonly deadline: Deadline | null;
  /**
   * The office opened it; otherwise the learner did, with their first view or a retake of their
   * own.
   */
  readonly assigned: boolean;
}

/** What became of it. Instants are milliseconds, none of them later than the calendar's end. */
export interface AttemptLived<A> {
  /** In order of time, without the act that opened the attempt. */
  readonly acts: readonly A[];
  readonly completedAt: number | null;
  readonly withdrawnAt: number | null;
}
