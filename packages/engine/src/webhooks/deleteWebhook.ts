import { callOne } from "../callOne.ts";
import type { Queryable, Scope } from "../types.ts";
import { webhookNumber } from "./webhookNumber.ts";

/** That a webhook is gone. */
export interface WebhookDeleted {
  readonly id: string;
  /** How many events had failed to arrive and are not sent again. */
  readonly givenUp: number;
}

/**
 * Deletes a webhook, and with it the deliveries that had not arrived.
 * @throws {@link MilepostError} `webhook_not_found`
 */
export async function deleteWebhook(
  db: Queryable,
  { webhook }: { webhook: string },
  { tenant = "default" }: Scope = {},
): Promise<WebhookDeleted> {
  const row = await callOne<{ webhook_id: string; given_up: number }>(
    db,
    "delete_webhook",
    [tenant, webhookNumber(webhook)],
    { webhook },
  );
  return { id: row.webhook_id, givenUp: row.given_up };
}
