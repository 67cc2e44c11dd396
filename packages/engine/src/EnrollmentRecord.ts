import type { Due } from "./types.ts";

/** A deadline as it stands: resolved, with how it was stated. */
export interface DueRecord {
  readonly rule: "instant" | "local_date" | "days_after_enrollment";
  readonly at: Date;
  /** Local date, `YYYY-MM-DD`, of a local_date rule. */
  readonly date: string | null;
  /** Calendar days, of a days_after_enrollment rule. */
  readonly days: number | null;
  readonly timeZone: string | null;
  readonly timeZoneSource: "assigner" | "learner" | "organization" | null;
}

/** An attempt with its history, as it is moved out of one database and into another. */
export interface EnrollmentRecord {
  readonly learner: string;
  readonly course: string;
  readonly attempt: number;
  readonly isCurrent: boolean;
  readonly enrolledAt: Date;
  /** When it was learned of. */
  readonly receivedAt: Date;
  readonly source: string;
  readonly due: DueRecord | null;
  readonly originalDueAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
  readonly exemptedAt: Date | null;
  readonly exemptedReason: string | null;
  readonly lastViewedLesson: string | null;
  /** The outline version the course stood at when the attempt was opened. */
  readonly outlineVersion: number;
}

/** What a hand-written import has to say of an attempt: the rest is as for a new one. */
export type EnrollmentRecordInput = Pick<EnrollmentRecord, "learner" | "course"> &
  Partial<Omit<EnrollmentRecord, "due">> & { readonly due?: DueRecord | Due | null };
