import type { ArchetypeName } from "../people/archetypes.ts";

/** A lesson as the engine knows it, and what makes people take long over it or give up at it. */
export interface DemoLesson {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly required: boolean;
  /** Half the learners take less time than this. */
  readonly minutes: number;
  /**
   * Share of ordinary learners who get stuck on first sight, 0–1; about half of those give up
   * there.
   */
  readonly difficulty: number;
}

/** The outline as it stands from a moment on. */
export interface DemoOutline {
  /** When it takes effect, as a share of the time since the course was first offered. */
  readonly from: number;
  readonly title: string;
  readonly lessons: readonly DemoLesson[];
  /** Id of a lesson retired by this edit → id of the lesson that takes its place. */
  readonly replacedBy?: Readonly<Record<string, string>>;
}

/**
 * How learners come into a course. `assigned`: the office enrolls them in waves, the first of them
 * large (everyone there), the others newcomers. `self`: they start by themselves, evenly over the
 * period.
 */
export type Intake =
  | { readonly kind: "assigned"; readonly waves: number; readonly firstWaveShare: number }
  | { readonly kind: "self" };

/** The kind of deadline an enrollment gets, and how many days it leaves. */
export interface DeadlineRule {
  readonly kind: "at" | "onDate" | "afterDays";
  readonly days: number;
}

export interface DemoCourse {
  readonly id: string;
  readonly enrollment: "open" | "required";
  /** Share of the academy's learners who take this course, 0–1. */
  readonly audience: number;
  /** When the course is first offered, as a share of the academy's period. */
  readonly launch: number;
  readonly intake: Intake;
  readonly deadline: DeadlineRule | null;
  /** In order of time; the first from 0. */
  readonly outlines: readonly [DemoOutline, ...DemoOutline[]];
  /** Who takes it, as weights, from the keenest to those who never start. */
  readonly mix: readonly (readonly [ArchetypeName, number])[];
  /**
   * Days after a completion when the next attempt is opened for everyone; null for a course that is
   * taken once.
   */
  readonly renewalDays: number | null;
  /** Share of those who completed it who take it again some months later by choice. */
  readonly refresherShare: number;
  /**
   * Share of those who stopped, or never started, who come back after reminders or after a while.
   */
  readonly comebackShare: number;
  /** Share of assigned learners who are exempted, for one of the reasons. */
  readonly exemptShare: number;
  readonly exemptReasons: readonly string[];
}
