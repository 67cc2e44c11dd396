import type { Due, LearnerInput, OutlineInput } from "@milepost/engine";

interface At {
  readonly at: Date;
}

interface OfAttempt extends At {
  readonly course: string;
  readonly learner: string;
  /**
   * Which attempt the act belongs to (for `retake`: which it opens), counted from 1 as the engine
   * does.
   */
  readonly attempt: number;
}

export interface OutlineAct extends At {
  readonly kind: "outline";
  readonly outline: OutlineInput;
}

/**
 * A learner's profile becomes known. Comes once in a course's history, before anything else of
 * theirs.
 */
export interface LearnerAct extends At {
  readonly kind: "learner";
  readonly profile: LearnerInput;
}

/**
 * Assigned by the office. A learner who comes by themselves has no such act: their first view
 * enrolls them.
 */
export interface EnrollAct extends OfAttempt {
  readonly kind: "enroll";
  readonly due: Due | null;
}

/** The deadline of an open attempt is moved. */
export interface DeadlineAct extends OfAttempt {
  readonly kind: "deadline";
  readonly due: Due;
}

export interface FactAct extends OfAttempt {
  readonly kind: "view" | "complete";
  readonly lesson: string;
}

export interface WithdrawAct extends OfAttempt {
  readonly kind: "withdraw";
  readonly reason: string;
}

export interface ExemptAct extends OfAttempt {
  readonly kind: "exempt";
  readonly reason: string;
}

export interface RetakeAct extends OfAttempt {
  readonly kind: "retake";
  readonly due: Due | null;
}

/** What one learner does in one course, or what the office does about them. */
export type AttemptAct = EnrollAct | DeadlineAct | FactAct | WithdrawAct | ExemptAct | RetakeAct;

/** Something that happened at the academy, shaped so that its parts fit the engine's inputs. */
export type Act = OutlineAct | LearnerAct | AttemptAct;
