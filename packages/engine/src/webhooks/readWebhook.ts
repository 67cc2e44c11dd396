import { callOne } from "../callOne.ts";
import type { Queryable, Scope } from "../types.ts";
import { type Webhook, type WebhookRow, webhook } from "./webhook.ts";
import { webhookNumber } from "./webhookNumber.ts";

/**
 * A webhook, with how it fares.
 * @throws {@link MilepostError} `webhook_not_found`
 */
export async function readWebhook(
  db: Queryable,
  { webhook: id }: { webhook: string },
  { tenant = "default" }: Scope = {},
): Promise<Webhook> {
  const values = [tenant, webhookNumber(id)];
  return webhook(await callOne<WebhookRow>(db, "read_webhook", values, { webhook: id }));
}
