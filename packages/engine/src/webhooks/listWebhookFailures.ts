import { call } from "../call.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { pageLimit } from "../pageLimit.ts";
import type { Page, PageRequest, Queryable, Scope } from "../types.ts";
import { type WebhookFailure, type WebhookFailureRow, webhookFailure } from "./webhookFailure.ts";
import { webhookNumber } from "./webhookNumber.ts";

export interface WebhookFailuresRequest extends PageRequest {
  readonly webhook: string;
}

/**
 * What has not arrived at a webhook, in the order of the feed: what is sent again, and what was
 * given up.
 *
 * @throws {@link MilepostError} `webhook_not_found`, `cursor_invalid`, `limit_out_of_range`
 */
export async function listWebhookFailures(
  db: Queryable,
  { webhook, ...page }: WebhookFailuresRequest,
  { tenant = "default" }: Scope = {},
): Promise<Page<WebhookFailure>> {
  const limit = pageLimit(page);
  const [after = null] = decodeCursor(page.after, [/^\d{1,18}$/]) ?? [];
  const values = [tenant, webhookNumber(webhook), after, limit];
  const subject = { webhook };
  const rows = await call<WebhookFailureRow>(db, "list_webhook_deliveries", values, subject);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { items: rows.map(webhookFailure), next: last ? encodeCursor([last.feed_no]) : null };
}
