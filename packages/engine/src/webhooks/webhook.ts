import type { LedgerEntryType } from "../types.ts";

/**
 * Why nothing is sent: by a call, because the receiver answered 410, or because for three days
 * nothing arrived.
 */
export type WebhookDisabledReason = "administrator" | "gone" | "failing";

/** What a webhook is to be. */
export interface WebhookInput {
  /** `https://…`, or `http://…` where the server that sends allows its host; 1–2,000 characters. */
  readonly url: string;
  /** Entries of these types only; all when omitted. */
  readonly types?: readonly LedgerEntryType[] | null | undefined;
  /** What it is for, 1–1,000 characters. */
  readonly description?: string | null | undefined;
}

/** A receiver of the feed. Its secret is kept nowhere; a server derives it from `secretVersion`. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** Null: of all types. */
  readonly types: LedgerEntryType[] | null;
  readonly description: string | null;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly disabledReason: WebhookDisabledReason | null;
  /** Raised by each rotation, from 1. */
  readonly secretVersion: number;
  /** Until then what is sent is signed with the secret before this one too. */
  readonly formerSecretUntil: Date | null;
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
  /** Deliveries that failed and are to be tried again. */
  readonly waiting: number;
  /** Deliveries that failed for good. */
  readonly givenUp: number;
}

export interface WebhookRow {
  webhook_id: string;
  url: string;
  types: LedgerEntryType[] | null;
  description: string | null;
  created_at: Date;
  disabled_at: Date | null;
  disabled_reason: WebhookDisabledReason | null;
  secret_version: number;
  former_secret_until: Date | null;
  last_success_at: Date | null;
  last_failure_at: Date | null;
  waiting: number;
  given_up: number;
}

/** The webhook in a row. */
export function webhook(row: WebhookRow): Webhook {
  return {
    id: row.webhook_id,
    url: row.url,
    types: row.types,
    description: row.description,
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
    disabledReason: row.disabled_reason,
    secretVersion: row.secret_version,
    formerSecretUntil: row.former_secret_until,
    lastSuccessAt: row.last_success_at,
    lastFailureAt: row.last_failure_at,
    waiting: row.waiting,
    givenUp: row.given_up,
  };
}
