import { call } from "../call.ts";
import type { Queryable, Scope } from "../types.ts";
import { type Webhook, type WebhookRow, webhook } from "./webhook.ts";

/** The webhooks of a tenant, oldest first; there are at most 50. */
export async function listWebhooks(
  db: Queryable,
  { tenant = "default" }: Scope = {},
): Promise<Webhook[]> {
  const rows = await call<WebhookRow>(db, "list_webhooks", [tenant]);
  return rows.map(webhook);
}
