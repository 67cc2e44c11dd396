import { callOne } from "../callOne.ts";
import { decodeCursor } from "../cursor.ts";
import type { FeedEntry, Queryable, Scope } from "../types.ts";
import type { WebhookDisabledReason } from "./webhook.ts";
import { webhookNumber } from "./webhookNumber.ts";

interface Row {
  settled: boolean;
  disabled_reason: WebhookDisabledReason | null;
}

/** An event that was sent in vain. */
export interface FailedDelivery {
  readonly entry: FeedEntry;
  /** The HTTP status that was answered; null where there was no answer. */
  readonly status: number | null;
  /** Why, in 1–200 characters; never what the receiver answered. */
  readonly error: string;
}

/** What came of a lease. */
export interface WebhookRound {
  readonly webhook: string;
  /** The name the lease was taken under. */
  readonly lease: string;
  /** How far the feed is dealt with: a cursor of its, not before that of the lease. */
  readonly after: string;
  readonly arrived: readonly FeedEntry[];
  readonly failed: readonly FailedDelivery[];
  /** The receiver wants nothing more: it answered 410. */
  readonly gone: boolean;
}

export interface WebhookSettled {
  /** False, and nothing is changed, where somebody else has the lease by now. */
  readonly settled: boolean;
  /** Why nothing is sent any more; null where it is. */
  readonly disabledReason: WebhookDisabledReason | null;
}

/**
 * Ends the lease of a webhook with what came of it, in one transaction: how far it has come, what
 * arrived at last, and what failed and when it is tried again.
 */
export async function settleWebhook(
  db: Queryable,
  { webhook, lease, after, arrived, failed, gone }: WebhookRound,
  { tenant = "default", now }: Scope = {},
): Promise<WebhookSettled> {
  const [sentNo] = decodeCursor(after, [/^\d{1,18}$/]) ?? [];
  const values = [
    tenant,
    webhookNumber(webhook),
    lease,
    sentNo,
    arrived.map(({ position }) => position),
    failed.map(({ entry }) => entry.position),
    failed.map(({ entry }) => entry.id),
    failed.map(({ entry }) => entry.type),
    failed.map(({ status }) => status),
    failed.map(({ error }) => error),
    gone,
    now ?? null,
  ];
  const row = await callOne<Row>(db, "settle_webhook", values, { webhook });
  return { settled: row.settled, disabledReason: row.disabled_reason };
}
