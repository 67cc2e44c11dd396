import { listWebhookFailures, redeliverWebhook, type WebhookFailure } from "@milepost/engine";
import { operation } from "../http/operation.ts";
import { failurePath, webhookPath } from "../schemas/ids.ts";
import { noQuery } from "../schemas/noQuery.ts";
import { page, pageQuery } from "../schemas/page.ts";
import { webhookFailure } from "../schemas/webhook.ts";
import { messageIdOf } from "../webhooks/message.ts";

const shared = { tag: "Webhooks", roles: ["administrator"] } as const;

export const webhookFailureOperations = [
  operation({
    ...shared,
    method: "get",
    path: "/v1/webhooks/{webhook}/failures",
    operationId: "listWebhookFailures",
    summary: "List what has not arrived at a webhook, in the order of the feed",
    description: "What is sent again, and what was given up. What arrives is no longer here.",
    params: webhookPath,
    query: pageQuery,
    answer: page("WebhookFailurePage", webhookFailure),
    statuses: { 200: "A page of failures." },
    refusals: ["webhook_not_found", "cursor_invalid", "limit_out_of_range"],
    async handle({ db, scope, params, query }) {
      const found = await listWebhookFailures(db, { ...params, ...query }, scope);
      return { body: { ...found, items: found.items.map(answerOf) } };
    },
  }),
  operation({
    ...shared,
    method: "post",
    path: "/v1/webhooks/{webhook}/failures/{delivery}/redeliver",
    operationId: "redeliverWebhook",
    summary: "Have an event that did not arrive sent again now",
    description: "Under the same `webhook-id`. Should it fail, again on schedule from the start.",
    params: failurePath,
    query: noQuery,
    answer: webhookFailure,
    statuses: { 200: "It is due." },
    refusals: ["webhook_not_found", "delivery_not_found", "webhook_disabled"],
    async handle({ db, scope, params }) {
      return { body: answerOf(await redeliverWebhook(db, params, scope)) };
    },
  }),
];

function answerOf({ entry, ...failure }: WebhookFailure) {
  return { ...failure, messageId: messageIdOf(entry) };
}
