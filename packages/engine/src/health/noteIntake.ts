import { callOne } from "../callOne.ts";
import type { Outcome, Queryable, Scope } from "../types.ts";

/** How many facts or enrollments of a source came to the same. */
export interface IntakeCount {
  /** Where they came from, such as an API key's name: never a person's id. 1–255 characters. */
  readonly source: string;
  readonly outcome: Outcome | "refused";
  /** The refusal; null for what was not refused. */
  readonly code: string | null;
  readonly n: number;
  /** How many of them had a time ahead of the clock. */
  readonly clamped: number;
  readonly lastAt: Date;
  /** The latest time at which one of them occurred; null where that says nothing. */
  readonly lastOccurredAt: Date | null;
  /** By {@link lagBin}, how many were recorded so long after they occurred. */
  readonly lags: readonly number[];
}

/**
 * Adds what was counted to the hours it was answered in, in one statement for up to 1,000 counts,
 * each of another source, outcome and code.
 *
 * @throws {@link MilepostError} `batch_too_large`, `tenant_not_found`
 */
export async function noteIntake(
  db: Queryable,
  { counts }: { counts: readonly IntakeCount[] },
  { tenant = "default" }: Scope = {},
): Promise<void> {
  const rows = counts.map(({ lastAt, lastOccurredAt, ...count }) => ({
    ...count,
    last_at: lastAt,
    last_occurred_at: lastOccurredAt,
  }));
  await callOne(db, "note_intake", [tenant, JSON.stringify(rows)]);
}
