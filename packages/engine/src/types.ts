import type pg from "pg";
import type { ledgerEntryTypes } from "./ledgerEntryTypes.ts";

/**
 * A `pg.Pool`, or a client that is inside the caller's own transaction. The
 * engine sends one statement per act and never begins, commits or releases.
 */
export type Queryable = Pick<pg.Pool | pg.PoolClient, "query">;

/** Whose data, by whom, and at what time. Every engine function takes it, all of it optional. */
export interface Scope {
  /** Name of the tenant. `default` when omitted. */
  readonly tenant?: string | undefined;
  /** UTC instant that counts as the present. The database's clock when omitted. */
  readonly now?: Date | undefined;
  /**
   * Who acted, for the ledger: a role, a service's name or an administrator's id; never a learner's
   * own id.
   */
  readonly actor?: string | undefined;
}

/** A page of a list: `next` is the cursor of the page after it, or null on the last one. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

export interface PageRequest {
  /** Rows to answer, 1–1,000; 100 when omitted. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
}

/** How a deadline is stated. `null` removes it; leaving it out leaves it alone. */
export type Due =
  | { readonly at: Date }
  | { readonly onDate: string; readonly timeZone: string }
  | { readonly afterDays: number; readonly timeZone?: string | undefined };

// --- outlines -------------------------------------------------------------

export interface OutlineLessonInput {
  readonly id: string;
  readonly title: string;
  readonly section?: string | null | undefined;
  /** True when omitted. */
  readonly required?: boolean | undefined;
  /** Everyone's deadline for this one lesson; it moves no attempt's deadline. */
  readonly dueAt?: Date | null | undefined;
}

export interface OutlineInput {
  readonly course: string;
  readonly title: string;
  /**
   * `required`: a fact of a learner who is not enrolled is refused. Left out: as it is, `open` on
   * creation.
   */
  readonly enrollment?: "open" | "required" | undefined;
  /** The whole outline, in order, at most 2,000 lessons. */
  readonly lessons: readonly OutlineLessonInput[];
  /** Refuse unless the stored version is this one; 0 = the course must not exist yet. */
  readonly ifVersion?: number | undefined;
  /** Id of a retired lesson → id of the lesson that takes its place. */
  readonly replacedBy?: Readonly<Record<string, string>> | undefined;
  /**
   * With so many attempts at most, 0–10,000, the edit counts them all anew itself; else they follow
   * by {@link recountAttempts}. 1,000 when omitted.
   */
  readonly recountAtOnce?: number | undefined;
}

export interface OutlineLesson {
  readonly id: string;
  readonly title: string;
  readonly section: string | null;
  readonly required: boolean;
  readonly position: number;
  readonly publishedAt: Date;
  readonly dueAt: Date | null;
}

export interface Outline {
  readonly id: string;
  readonly title: string;
  readonly enrollment: "open" | "required";
  readonly outlineVersion: number;
  /** Required lessons that are not retired: the denominator of course progress. */
  readonly totalLessons: number;
  readonly lessons: OutlineLesson[];
}

/** Lesson ids by what an edit did to them. */
export interface OutlineChange {
  readonly added: string[];
  readonly retired: string[];
  readonly moved: string[];
  /** Title or section changed. */
  readonly renamed: string[];
  /** `required` flipped, either way. */
  readonly requirementChanged: string[];
  readonly dueChanged: string[];
}

export interface OutlineEffect {
  /** Open attempts that the edit recounts. */
  readonly openAttempts: number;
  readonly percentageFalls: number;
  readonly percentageRises: number;
  readonly becomeComplete: number;
  /** Completed attempts that keep the outline version they were earned against. */
  readonly completedKept: number;
}

export interface OutlineSaved extends Outline {
  readonly created: boolean;
  readonly change: OutlineChange;
}

export interface OutlinePreview extends Outline {
  readonly change: OutlineChange;
  readonly effect: OutlineEffect;
}

export interface OutlineChangeEntry {
  readonly outlineVersion: number;
  readonly changedAt: Date;
  readonly actor: string | null;
  readonly title: string;
  readonly totalLessons: number;
  readonly change: OutlineChange;
}

export interface CourseSummary {
  readonly id: string;
  readonly title: string;
  readonly enrollment: "open" | "required";
  readonly outlineVersion: number;
  readonly totalLessons: number;
  readonly createdAt: Date;
}

// --- learners and enrollments ---------------------------------------------

export interface LearnerInput {
  readonly learner: string;
  readonly name?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly locale?: string | null | undefined;
  /** IANA name. Deadlines already resolved do not move with it. */
  readonly timeZone?: string | null | undefined;
}

export interface Learner {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly created: boolean;
}

export interface Enrollment {
  readonly learner: string;
  readonly course: string;
  readonly attempt: number;
  readonly enrolledAt: Date;
  readonly source: string;
  readonly dueAt: Date | null;
  readonly originalDueAt: Date | null;
  readonly timeZone: string | null;
  readonly withdrawnAt: Date | null;
  readonly exemptedAt: Date | null;
}

export interface EnrollInput {
  readonly course: string;
  readonly learner: string;
  /** Counts only where the call opens the first attempt. */
  readonly enrolledAt?: Date | undefined;
  readonly due?: Due | null | undefined;
  readonly source?: string | undefined;
}

/** What a call did: `recorded` changed something, `unchanged` found it so already. */
export type Outcome = "recorded" | "unchanged";

export interface EnrollmentSaved extends Enrollment {
  readonly created: boolean;
  readonly outcome: Outcome;
}

export type EnrollManyResult =
  | { readonly status: Outcome; readonly attempt: number }
  | { readonly status: "refused"; readonly code: string };

// --- groups ---------------------------------------------------------------

export interface GroupInput {
  readonly group: string;
  readonly name: string;
  /** The host's own word for what it is, such as `team`; left out it is cleared. */
  readonly kind?: string | null | undefined;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  readonly createdAt: Date;
  /** Learners who belong to it now. */
  readonly memberCount: number;
}

export interface GroupMember {
  readonly learner: string;
  readonly name: string | null;
  readonly joinedAt: Date;
}

/** A membership lasts from `joinedAt` until before `leftAt`. */
export interface GroupMembership {
  readonly outcome: Outcome;
  readonly group: string;
  readonly learner: string;
  /** Null where no membership is on record. */
  readonly joinedAt: Date | null;
  /** Null while it goes on. */
  readonly leftAt: Date | null;
}

export type GroupMemberResult =
  | { readonly status: Outcome; readonly joinedAt: Date }
  | { readonly status: "refused"; readonly code: string };

// --- facts ----------------------------------------------------------------

export interface FactInput {
  readonly learner: string;
  readonly lesson: string;
  /** When it happened. Now when omitted; ahead of our clock it is clamped to now. */
  readonly at?: Date | undefined;
  /** The client's own id of this event: seen before for this learner, it changes nothing. */
  readonly eventId?: string | undefined;
}

export interface CourseProgress {
  readonly learner: string;
  readonly course: string;
  readonly attempt: number;
  readonly completedLessons: number;
  readonly totalLessons: number;
  /** 0–100, truncated to two decimals; null where the course has no required lesson. */
  readonly progressPercentage: number | null;
  readonly firstViewedAt: Date | null;
  readonly lastViewedAt: Date | null;
  readonly completedAt: Date | null;
  readonly eligibleForCertificate: boolean;
}

export interface FactAnswer {
  readonly status: Outcome;
  readonly clamped: boolean;
  readonly lesson: {
    readonly id: string;
    readonly viewed: boolean;
    readonly firstViewedAt: Date | null;
    readonly lastViewedAt: Date | null;
    readonly completedAt: Date | null;
  };
  readonly progress: CourseProgress;
}

export interface EventInput extends FactInput {
  readonly type: "lesson.viewed" | "lesson.completed";
  /** Only when history is moved in: which attempt, instead of the current one. */
  readonly attempt?: number | undefined;
  /** Only when history is moved in: when the system it comes from learned of it. */
  readonly receivedAt?: Date | undefined;
}

export type EventResult =
  | { readonly status: Outcome; readonly clamped?: true }
  | { readonly status: "refused"; readonly code: string };

// --- progress -------------------------------------------------------------

export interface LessonState {
  readonly id: string;
  readonly title: string;
  readonly section: string | null;
  readonly position: number;
  readonly required: boolean;
  readonly viewed: boolean;
  readonly firstViewedAt: Date | null;
  readonly lastViewedAt: Date | null;
  readonly completedAt: Date | null;
  /** When it became part of the outline. */
  readonly publishedAt: Date;
  readonly dueAt: Date | null;
  /** Set on lessons no longer in the outline; they come after it, where touched or replaced. */
  readonly retiredAt: Date | null;
  readonly replacedBy: string | null;
}

export interface CourseProgressPage extends CourseProgress {
  /** Of the course. */
  readonly title: string;
  readonly outlineVersion: number;
  readonly completedOutlineVersion: number | null;
  readonly enrolledAt: Date;
  readonly withdrawnAt: Date | null;
  readonly exemptedAt: Date | null;
  readonly lastViewedLesson: string | null;
  readonly due: {
    readonly at: Date;
    readonly originalAt: Date;
    readonly timeZone: string | null;
    readonly overdue: boolean;
  } | null;
  /**
   * The current outline in order, then retired lessons this attempt touched or that were replaced.
   */
  readonly lessons: LessonState[];
  /** Ids of the required lessons this attempt still lacks; empty once it is complete. */
  readonly missing: string[];
}

export interface Explanation {
  readonly learner: string;
  readonly course: string;
  readonly attempt: number;
  /** Outline version whose required lessons are the denominator. */
  readonly outlineVersion: number;
  readonly progressPercentage: number | null;
  readonly numerator: {
    readonly lesson: string;
    readonly title: string;
    readonly completedAt: Date;
  }[];
  readonly denominator: { readonly lesson: string; readonly title: string }[];
  readonly missing: { readonly lesson: string; readonly title: string }[];
  /** Completed, and counted for nothing: optional or no longer required. */
  readonly notCounted: {
    readonly lesson: string;
    readonly title: string;
    readonly completedAt: Date;
    readonly reason: "optional" | "retired" | "added-later";
  }[];
}

export type LedgerEntryType = (typeof ledgerEntryTypes)[number];

export interface LedgerEntry {
  /** Unique in the database, and the same in the timeline and in the feed. */
  readonly id: string;
  readonly type: LedgerEntryType;
  readonly attempt: number | null;
  readonly lesson: string | null;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
  readonly source: string | null;
  readonly actor: string | null;
  readonly eventId: string | null;
  readonly outlineVersion: number | null;
  readonly reason: string | null;
  /** What the entry's type adds, such as the old and new deadline. */
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** An entry of the ledger as the feed has it. */
export interface FeedEntry extends LedgerEntry {
  /** Names the entry's place in the feed, for {@link readFeed} to go on from. */
  readonly cursor: string;
  /** The place itself: from 1, without gaps, in the order of commits, per tenant. */
  readonly position: number;
  /** Null where the entry is about a course, and once the learner is erased. */
  readonly learner: string | null;
  /** Null where the entry is about a learner alone. */
  readonly course: string | null;
}

// --- doctor ---------------------------------------------------------------

export interface Difference {
  /** Null where the ledger names a course that is not there. */
  readonly course: string | null;
  /** Null for a difference of the course itself, and once the learner is erased. */
  readonly learner: string | null;
  readonly attempt: number | null;
  /** Set where the completion of one lesson differs from the ledger. */
  readonly lesson: string | null;
  readonly column: string;
  readonly stored: string | null;
  readonly derived: string | null;
  readonly repaired: boolean;
}

export interface DoctorReport {
  readonly attempts: number;
  /** All of them, while `differences` holds at most the first 1,000. */
  readonly differenceCount: number;
  readonly differences: Difference[];
}
