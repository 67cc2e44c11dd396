/** A point in time: a `Date`, or RFC 3339 text that carries its zone, as JSON does. */
export type Instant = Date | string;

/**
 * A lesson as one attempt stands to it. Only lessons that are published and visible to the learner
 * belong here: what the host hides, it leaves out.
 */
export interface ResumeLesson {
  readonly id: string;
  /** Place in the outline; a retired lesson keeps the last one it had. */
  readonly position: number;
  readonly required: boolean;
  /** Whether there was a counted view. A completion counts as one. */
  readonly viewed: boolean;
  readonly lastViewedAt: Instant | null;
  readonly completedAt: Instant | null;
  readonly retiredAt?: Instant | null | undefined;
  /** Id of the lesson that took a retired one's place; ignored on one that is not retired. */
  readonly replacedBy?: string | null | undefined;
  /** Open from this instant on; always open when omitted. */
  readonly opensAt?: Instant | null | undefined;
  /**
   * Ids of prerequisites, met or not. One is met once it is completed, or retired, since nothing
   * may depend on what has left the outline. One that is not among the lessons is not met.
   */
  readonly blockedBy?: readonly string[] | undefined;
}

/** What `resume` reads of an attempt: the engine's `CourseProgressPage` is one, as is its JSON. */
export interface ResumeCourse {
  readonly completedAt: Instant | null;
  /** The server's word for the newest view: it decides where instants are equal. */
  readonly lastViewedLesson?: string | null | undefined;
  /** The current outline and the retired lessons that the attempt touched, in any order. */
  readonly lessons: readonly ResumeLesson[];
}

export interface ResumeCourseWithOutside extends ResumeCourse {
  /** What the attempt still lacks beside lessons (an exam, a sign-off), by the host's own names. */
  readonly outside: readonly string[];
}

/** What keeps a lesson closed. */
export interface WaitingFor {
  readonly lesson: string;
  /** When it opens, `toISOString()`; null where only prerequisites are missing. */
  readonly opensAt: string | null;
  /** Prerequisites not met, in the order given. */
  readonly blockedBy: readonly string[];
}

interface Alternatives {
  /**
   * Where else the learner could go, best first: what each of the rules would have answered for
   * itself, in the order of the rules. Never `lesson` itself, never one that is closed, completed
   * or retired, none twice.
   */
  readonly alternatives: readonly string[];
}

export interface ResumeStart extends Alternatives {
  readonly mode: "start";
  readonly lesson: string;
  readonly reason: "new";
}

export interface ResumeContinue extends Alternatives {
  readonly mode: "continue";
  readonly lesson: string;
  readonly reason: "unfinished" | "next" | "skipped" | "retired" | "new-content";
}

export interface ResumeReview extends Alternatives {
  readonly mode: "review";
  readonly lesson: null;
  readonly reason: "completed";
}

export interface ResumeWaiting extends Alternatives {
  readonly mode: "waiting";
  /** Null: the link goes to the outline, never to a closed lesson. */
  readonly lesson: null;
  /** Why it would be that lesson's turn, were it open. */
  readonly reason: "new" | "unfinished" | "next" | "skipped" | "retired";
  /** Null where the outline holds no lesson to wait for. */
  readonly waitingFor: WaitingFor | null;
}

export interface ResumeOptional extends Alternatives {
  readonly mode: "optional";
  readonly lesson: string;
  /** `next` after the last completed lesson, or `skipped` before it. */
  readonly reason: "next" | "skipped";
}

export type Resume = ResumeStart | ResumeContinue | ResumeReview | ResumeWaiting | ResumeOptional;

/** Answered only to a course that names what it requires outside lessons. */
export interface ResumeAwaiting extends Alternatives {
  readonly mode: "awaiting";
  readonly lesson: null;
  /** No lesson stands between the learner and the course's completion. */
  readonly reason: "completed";
  readonly awaiting: readonly string[];
}
