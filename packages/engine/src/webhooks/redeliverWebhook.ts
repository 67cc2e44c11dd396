import { callOne } from "../callOne.ts";
import { MilepostError } from "../MilepostError.ts";
import type { Queryable, Scope } from "../types.ts";
import { type WebhookFailure, type WebhookFailureRow, webhookFailure } from "./webhookFailure.ts";
import { webhookNumber } from "./webhookNumber.ts";

/**
 * Has an event that did not arrive sent again now, under the id it had; should it fail, again on
 * schedule from the start.
 *
 * @param delivery - `id` of a {@link WebhookFailure}
 * @throws {@link MilepostError} `webhook_not_found`, `delivery_not_found`, `webhook_disabled`
 */
export async function redeliverWebhook(
  db: Queryable,
  { webhook, delivery }: { webhook: string; delivery: string },
  { tenant = "default", now }: Scope = {},
): Promise<WebhookFailure> {
  const subject = { webhook, delivery };
  const number = webhookNumber(webhook);
  if (!/^\d{1,18}$/.test(delivery)) throw new MilepostError("delivery_not_found", subject);
  const values = [tenant, number, delivery, now ?? null];
  return webhookFailure(await callOne<WebhookFailureRow>(db, "redeliver_webhook", values, subject));
}
