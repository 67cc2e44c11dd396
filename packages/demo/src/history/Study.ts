import type { Archetype } from "../people/archetypes.ts";
import type { Random } from "../random/random.ts";
import type { Rhythm } from "../time/Rhythm.ts";
import type { CourseCalendar } from "./CourseCalendar.ts";

/**
 * One learner on one attempt: what is given, and what they have done so far. Instants are
 * milliseconds.
 */
export interface Study {
  readonly calendar: CourseCalendar;
  readonly random: Random;
  readonly rhythm: Rhythm;
  readonly openedAt: number;
  readonly dueAt: number | null;
  /** Another one after a comeback: who was called back goes about it differently. */
  archetype: Archetype;
  readonly facts: Fact[];
  readonly viewed: Set<string>;
  readonly completed: Map<string, number>;
  /** Lessons let lie: optional ones for good, required ones until the others are completed. */
  readonly passed: Set<string>;
  /** Lessons after which they stop or pause; infinite for most. */
  breaksAfter: number;
}

export interface Fact {
  readonly kind: "view" | "complete";
  readonly lesson: string;
  readonly at: number;
}
