import { z } from "@hono/zod-openapi";
import {
  createWebhook,
  deleteWebhook,
  listWebhooks,
  putWebhook,
  readWebhook,
  rotateWebhookSecret,
} from "@milepost/engine";
import { type AnyCall, operation } from "../http/operation.ts";
import { Problem } from "../http/Problem.ts";
import { webhookPath } from "../schemas/ids.ts";
import { noQuery } from "../schemas/noQuery.ts";
import {
  webhook,
  webhookDeleted,
  webhookFields,
  webhookList,
  webhookTested,
  webhookWithSecret,
} from "../schemas/webhook.ts";
import { testMessage } from "../webhooks/message.ts";
import type { Webhooks } from "../webhooks/Webhooks.ts";

const shared = { tag: "Webhooks", roles: ["administrator"], query: noQuery } as const;
const inputRefusals = [
  "webhook_url_refused",
  "webhook_types_unknown",
  "text_out_of_range",
] as const;
/** A webhook as it was kept, as far as anything is made of it. */
const kept = z.object({ id: z.string(), url: z.string(), secretVersion: z.int() });

function requireKey(webhooks: Webhooks): void {
  if (!webhooks.isConfigured) throw new Problem("webhooks_not_configured");
}

function requireOpen(webhooks: Webhooks, url: string): void {
  const detail = webhooks.refusalOf(url);
  if (detail === null) return;
  const errors = [{ path: "body.url", message: detail }];
  throw new Problem("webhook_url_refused", { detail: `body.url: ${detail}`, errors });
}

export const webhookOperations = [
  operation({
    ...shared,
    method: "post",
    path: "/v1/webhooks",
    operationId: "createWebhook",
    summary: "Have what is recorded from now on sent to a URL",
    description:
      "Signed after Standard Webhooks, at least once, and near the order of the feed. The secret " +
      "is shown once. A tenant has up to 50 webhooks.",
    params: z.object({}),
    body: {
      schema: z.strictObject(webhookFields).openapi("WebhookInput"),
      required: true,
      example: {
        url: "https://academy.example/hooks/milepost",
        types: ["lesson.completed", "course.completed"],
        description: "Certificates",
      },
    },
    answer: webhookWithSecret,
    statuses: { 201: "The webhook, with its secret." },
    refusals: [...inputRefusals, "webhooks_too_many", "webhooks_not_configured"],
    async handle({ db, scope, webhooks, body }) {
      requireKey(webhooks);
      requireOpen(webhooks, body.url);
      return { status: 201, unfinished: await createWebhook(db, body, scope) };
    },
    complete: withSecret,
  }),
  operation({
    ...shared,
    method: "get",
    path: "/v1/webhooks",
    operationId: "listWebhooks",
    summary: "List the webhooks, oldest first",
    description: "All of them: there are at most 50.",
    params: z.object({}),
    answer: webhookList,
    statuses: { 200: "The webhooks." },
    refusals: [],
    async handle({ db, scope }) {
      return { body: { items: await listWebhooks(db, scope) } };
    },
  }),
  operation({
    ...shared,
    method: "get",
    path: "/v1/webhooks/{webhook}",
    operationId: "readWebhook",
    summary: "Read a webhook, with how it fares",
    params: webhookPath,
    answer: webhook,
    statuses: { 200: "The webhook." },
    refusals: ["webhook_not_found"],
    async handle({ db, scope, params }) {
      return { body: await readWebhook(db, params, scope) };
    },
  }),
  operation({
    ...shared,
    method: "put",
    path: "/v1/webhooks/{webhook}",
    operationId: "putWebhook",
    summary: "Give a webhook another URL, types and description, or disable it",
    description:
      "Types and a description that are left out are cleared; `disabled` stays as it is. Enabled " +
      "again, a webhook goes on where it had come to: it is sent what was recorded meanwhile.",
    params: webhookPath,
    body: {
      schema: z
        .strictObject({ ...webhookFields, disabled: z.boolean().optional() })
        .openapi("WebhookUpdate"),
      required: true,
      example: { url: "https://academy.example/hooks/milepost", disabled: false },
    },
    answer: webhook,
    statuses: { 200: "The webhook as it is now." },
    refusals: ["webhook_not_found", ...inputRefusals],
    async handle({ db, scope, webhooks, params, body }) {
      requireOpen(webhooks, body.url);
      return { body: await putWebhook(db, { ...params, ...body }, scope) };
    },
  }),
  operation({
    ...shared,
    method: "delete",
    path: "/v1/webhooks/{webhook}",
    operationId: "deleteWebhook",
    summary: "Delete a webhook, and what had not arrived",
    params: webhookPath,
    answer: webhookDeleted,
    statuses: { 200: "It is deleted." },
    refusals: ["webhook_not_found"],
    async handle({ db, scope, params }) {
      return { body: await deleteWebhook(db, params, scope) };
    },
  }),
  operation({
    ...shared,
    method: "post",
    path: "/v1/webhooks/{webhook}/rotate-secret",
    operationId: "rotateWebhookSecret",
    summary: "Give a webhook its next secret",
    description:
      "For 24 hours events are signed with the one before too. Rotated again within them, only " +
      "the last two are.",
    params: webhookPath,
    answer: webhookWithSecret,
    statuses: { 200: "The webhook, with its new secret." },
    refusals: ["webhook_not_found", "webhooks_not_configured"],
    async handle({ db, scope, webhooks, params }) {
      requireKey(webhooks);
      return { unfinished: await rotateWebhookSecret(db, params, scope) };
    },
    complete: withSecret,
  }),
  operation({
    ...shared,
    method: "post",
    path: "/v1/webhooks/{webhook}/test",
    operationId: "testWebhook",
    summary: "Send a signed webhook.test now, and say what came of it",
    description:
      "Also where the webhook is disabled. It is not tried again, whatever comes of it; repeated " +
      "under its Idempotency-Key it is sent again.",
    params: webhookPath,
    answer: webhookTested,
    statuses: { 200: "What came of it." },
    refusals: ["webhook_not_found", "webhooks_not_configured"],
    async handle({ db, scope, webhooks, params }) {
      requireKey(webhooks);
      return { unfinished: await readWebhook(db, params, scope) };
    },
    // Not in a transaction: the receiver may take 15 seconds, or call us.
    async complete({ webhooks, scope, endsAt }, answer) {
      const { tenant = "default", now = new Date() } = scope;
      const { id, url, secretVersion: version } = kept.parse(answer);
      const secrets = webhooks.secretsOf({ tenant, webhook: id, version }, { withFormer: false });
      const message = testMessage(id, now);
      // So that a receiver which is slow is told of, and not that we are.
      const withinMs = (endsAt - performance.now()) * 0.8;
      const attempt = await webhooks.send({ ...message, url, secrets, at: now, withinMs });
      return { ...attempt, messageId: message.id };
    },
  }),
];

/** Not in the answer that is kept under an Idempotency-Key: a secret is stored nowhere. */
async function withSecret(
  { webhooks, scope: { tenant = "default" } }: Pick<AnyCall, "webhooks" | "scope">,
  answer: unknown,
): Promise<object> {
  const { id: webhook, secretVersion: version } = kept.parse(answer);
  requireKey(webhooks);
  return { ...(answer as object), secret: webhooks.secretOf({ tenant, webhook, version }) };
}
