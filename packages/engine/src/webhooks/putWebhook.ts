import { callOne } from "../callOne.ts";
import { storableText } from "../storableText.ts";
import type { Queryable, Scope } from "../types.ts";
import { type Webhook, type WebhookInput, type WebhookRow, webhook } from "./webhook.ts";
import { webhookNumber } from "./webhookNumber.ts";

export interface PutWebhookInput extends WebhookInput {
  readonly webhook: string;
  /** Left out it stays as it is. Enabled again, a webhook goes on where it had come to. */
  readonly disabled?: boolean | undefined;
}

/**
 * Gives a webhook another URL, types and description: those that are left out are cleared.
 *
 * @throws {@link MilepostError} `webhook_not_found`, `text_out_of_range`, `webhook_url_refused`,
 * `webhook_types_unknown`
 */
export async function putWebhook(
  db: Queryable,
  { webhook: id, url, types, description, disabled }: PutWebhookInput,
  { tenant = "default", now }: Scope = {},
): Promise<Webhook> {
  const values = [
    tenant,
    webhookNumber(id),
    storableText(url),
    types ?? null,
    storableText(description ?? undefined),
    disabled ?? null,
    now ?? null,
  ];
  return webhook(await callOne<WebhookRow>(db, "put_webhook", values, { webhook: id }));
}
