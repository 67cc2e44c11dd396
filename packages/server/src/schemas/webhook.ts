import { z } from "@hono/zod-openapi";
import { ledgerEntryTypes } from "@milepost/engine";
import { instant, nullableInstant } from "./instant.ts";
import { text } from "./text.ts";

const entryType = z
  .string()
  .transform((value, { addIssue }) => {
    const type = ledgerEntryTypes.find((known) => known === value);
    if (type !== undefined) return type;
    const message = "Is no type of the ledger.";
    addIssue({ code: "custom", message, params: { refusal: "webhook_types_unknown" } });
    return z.NEVER;
  })
  .openapi({ enum: [...ledgerEntryTypes] });

/** An array of at least one, of which the engine's refusal speaks where it is empty. */
const types = z
  .array(entryType)
  .max(ledgerEntryTypes.length)
  .superRefine((value, { addIssue }) => {
    if (value.length > 0) return;
    const message = "Has to name a type, or be left out for all.";
    addIssue({ code: "custom", message, params: { refusal: "webhook_types_unknown" } });
  })
  .nullable()
  .optional()
  .openapi({ minItems: 1, description: "Entries of these types only; left out or null, all." });

/** What a webhook is to be. */
export const webhookFields = {
  url: text(1, 2000).openapi({
    format: "uri",
    description: "`https://` of a public host, without credentials or fragment.",
    example: "https://academy.example/hooks/milepost",
  }),
  types,
  description: text(1, 1000).nullable().optional().openapi({ description: "What it is for." }),
};

const fields = {
  id: z.string().openapi({ example: "1" }),
  url: z.string(),
  types: z.array(z.string()).nullable().openapi({ description: "Null: all." }),
  description: z.string().nullable(),
  createdAt: instant,
  disabledAt: nullableInstant.openapi({ description: "Nothing is sent from then on." }),
  disabledReason: z
    .enum(["administrator", "gone", "failing"])
    .nullable()
    .openapi({
      description:
        "`administrator`: by a call. `gone`: the receiver answered 410. `failing`: for three " +
        "days nothing arrived.",
    }),
  secretVersion: z.int().openapi({ description: "Raised by each rotation, from 1." }),
  formerSecretUntil: nullableInstant.openapi({
    description: "Until then events are signed with the secret before this one too.",
  }),
  lastSuccessAt: nullableInstant,
  lastFailureAt: nullableInstant,
  waiting: z.int().openapi({ description: "Deliveries that failed and are tried again." }),
  givenUp: z.int().openapi({ description: "Deliveries that failed for good." }),
};

export const webhook = z.object(fields).openapi("Webhook");

export const webhookList = z.object({ items: z.array(webhook) }).openapi("WebhookList");

export const webhookWithSecret = z
  .object({
    ...fields,
    secret: z.string().openapi({
      description: "What receivers verify signatures with. Shown here and never again.",
      example: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    }),
  })
  .openapi("WebhookWithSecret");

export const webhookDeleted = z
  .object({
    id: z.string(),
    givenUp: z.int().openapi({ description: "Events that had failed to arrive." }),
  })
  .openapi("WebhookDeleted");

export const webhookTested = z
  .object({
    arrived: z.boolean().openapi({ description: "The receiver answered with a status of 2xx." }),
    status: z.int().nullable().openapi({ description: "Null where there was no answer." }),
    error: z.string().nullable().openapi({ description: "Null where it arrived." }),
    messageId: z.string().openapi({ description: "The `webhook-id` that was sent." }),
  })
  .openapi("WebhookTested");

export const webhookFailure = z
  .object({
    id: z.string().openapi({ example: "815" }),
    messageId: z.string().openapi({ description: "The `webhook-id`.", example: "evt_4711" }),
    type: z.string().openapi({ example: "lesson.completed" }),
    state: z.enum(["waiting", "givenUp"]).openapi({
      description: "`waiting`: sent again at `nextAttemptAt`. `givenUp`: only when asked for.",
    }),
    attempts: z.int().openapi({ description: "Since it first failed, or was asked for anew." }),
    firstFailedAt: instant,
    lastFailedAt: instant,
    nextAttemptAt: nullableInstant,
    givenUpAt: nullableInstant,
    lastStatus: z.int().nullable().openapi({ description: "Null where there was no answer." }),
    lastError: z.string().openapi({ example: "The receiver answered 500." }),
  })
  .openapi("WebhookFailure");
