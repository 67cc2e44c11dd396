import { callOne } from "../callOne.ts";
import { storableText } from "../storableText.ts";
import type { Queryable, Scope } from "../types.ts";
import { type Webhook, type WebhookInput, type WebhookRow, webhook } from "./webhook.ts";

/**
 * Has what is recorded from now on sent to a URL, by a server that has a key for webhooks. A tenant
 * has up to 50.
 *
 * @throws {@link MilepostError} `text_out_of_range`, `webhook_url_refused`,
 * `webhook_types_unknown`, `webhooks_too_many`
 */
export async function createWebhook(
  db: Queryable,
  { url, types, description }: WebhookInput,
  { tenant = "default", now }: Scope = {},
): Promise<Webhook> {
  const about = storableText(description ?? undefined);
  const values = [tenant, storableText(url), types ?? null, about, now ?? null];
  return webhook(await callOne<WebhookRow>(db, "create_webhook", values));
}
