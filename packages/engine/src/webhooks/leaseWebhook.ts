import { call } from "../call.ts";
import { encodeCursor } from "../cursor.ts";
import type { LedgerEntryType, Queryable, Scope } from "../types.ts";
import { webhookNumber } from "./webhookNumber.ts";

export interface LeaseWebhookInput {
  readonly webhook: string;
  /** A name for this lease that is never used again. */
  readonly lease: string;
  /** How long nobody else sends, unless {@link settleWebhook} ends it before. */
  readonly seconds: number;
}

/** What there is to know about a webhook to send to it. */
export interface LeasedWebhook {
  readonly url: string;
  readonly types: LedgerEntryType[] | null;
  readonly secretVersion: number;
  /** Whether to sign with the secret before this one too. */
  readonly signsWithFormer: boolean;
  /** How far the feed has been sent: where {@link readFeed} goes on. */
  readonly after: string;
  /** How many entries of the feed may be tried: fewer, the more wait to be sent again. */
  readonly room: number;
}

interface Row {
  url: string;
  types: LedgerEntryType[] | null;
  secret_version: number;
  signs_with_former: boolean;
  sent_no: string;
  room: number;
}

/**
 * Gives the caller a webhook to themselves, to send what is due and say so by
 * {@link settleWebhook}. Whoever dies meanwhile is followed by somebody else once the lease has
 * ended.
 *
 * @returns null where somebody else has it, or nothing is to be sent to it now
 */
export async function leaseWebhook(
  db: Queryable,
  { webhook, lease, seconds }: LeaseWebhookInput,
  { tenant = "default", now }: Scope = {},
): Promise<LeasedWebhook | null> {
  const values = [tenant, webhookNumber(webhook), lease, seconds, now ?? null];
  const [row] = await call<Row>(db, "lease_webhook", values, { webhook });
  if (row === undefined) return null;
  return {
    url: row.url,
    types: row.types,
    secretVersion: row.secret_version,
    signsWithFormer: row.signs_with_former,
    after: encodeCursor([row.sent_no]),
    room: row.room,
  };
}
