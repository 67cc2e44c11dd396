import type { LedgerEntryType } from "../types.ts";

/** An event that did not arrive. */
export interface WebhookFailure {
  /** What it is named by in {@link redeliverWebhook}: its place in the feed. */
  readonly id: string;
  /** The entry's id in the ledger. */
  readonly entry: string;
  readonly type: LedgerEntryType;
  /** `waiting`: it is sent again at `nextAttemptAt`. `givenUp`: only when asked for. */
  readonly state: "waiting" | "givenUp";
  /** Attempts since it first failed, or since it was last asked for anew. */
  readonly attempts: number;
  readonly firstFailedAt: Date;
  readonly lastFailedAt: Date;
  readonly nextAttemptAt: Date | null;
  readonly givenUpAt: Date | null;
  /** The HTTP status that was last answered; null where there was no answer. */
  readonly lastStatus: number | null;
  /** Why the last attempt failed, in a few words. */
  readonly lastError: string;
}

export interface WebhookFailureRow {
  feed_no: string;
  event_no: string;
  type: LedgerEntryType;
  attempts: number;
  first_failed_at: Date;
  last_failed_at: Date;
  next_attempt_at: Date | null;
  given_up_at: Date | null;
  last_status: number | null;
  last_error: string;
}

/** The failure in a row. */
export function webhookFailure(row: WebhookFailureRow): WebhookFailure {
  return {
    id: row.feed_no,
    entry: row.event_no,
    type: row.type,
    state: row.given_up_at === null ? "waiting" : "givenUp",
    attempts: row.attempts,
    firstFailedAt: row.first_failed_at,
    lastFailedAt: row.last_failed_at,
    nextAttemptAt: row.next_attempt_at,
    givenUpAt: row.given_up_at,
    lastStatus: row.last_status,
    lastError: row.last_error,
  };
}
