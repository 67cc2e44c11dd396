import type { RefusalCode } from "./refusals.ts";
import type { Outcome } from "./types.ts";

/** An attempt by its number: a list from which many are chosen shows numbers, and may be old. */
export interface AttemptId {
  readonly learner: string;
  readonly course: string;
  readonly attempt: number;
}

/** What became of one act of a batch; refused, nothing was changed. */
export type ActResult<T> = AttemptId &
  T &
  (
    | { readonly status: Outcome; readonly code?: never }
    | { readonly status: "refused"; readonly code: RefusalCode }
  );

/** What every batch of acts says beside its attempts. */
export interface ActTerms {
  /** Why, 1–500 characters, for the ledger. */
  readonly reason: string;
  /** Writes nothing, and answers what it would come to now. */
  readonly preview?: boolean | undefined;
}

/** An act as the SQL functions answer it. */
export interface ActRow extends AttemptId {
  readonly status: Outcome | "refused";
  readonly code: RefusalCode | null;
}

/** The row as callers see it, with what this kind of act adds. */
export function actResult<T extends object>(row: ActRow, more: T): ActResult<T> {
  const { learner, course, attempt, status, code } = row;
  const attemptId = { learner, course, attempt };
  if (status !== "refused") return { status, ...attemptId, ...more };
  return { status, code: code ?? "enrollment_not_found", ...attemptId, ...more };
}
