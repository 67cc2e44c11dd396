import { callOne } from "../callOne.ts";
import type { Queryable, Scope } from "../types.ts";
import { type Webhook, type WebhookRow, webhook } from "./webhook.ts";
import { webhookNumber } from "./webhookNumber.ts";

/**
 * Gives a webhook its next secret. For 24 hours what is sent is signed with the one before too, so
 * that a receiver has time to change over.
 *
 * @throws {@link MilepostError} `webhook_not_found`
 */
export async function rotateWebhookSecret(
  db: Queryable,
  { webhook: id }: { webhook: string },
  { tenant = "default", now }: Scope = {},
): Promise<Webhook> {
  const values = [tenant, webhookNumber(id), now ?? null];
  return webhook(await callOne<WebhookRow>(db, "rotate_webhook_secret", values, { webhook: id }));
}
