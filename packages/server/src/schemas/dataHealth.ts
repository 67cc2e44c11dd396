import { z } from "@hono/zod-openapi";
import { instant, nullableInstant } from "./instant.ts";

const source = z.string().openapi({
  description:
    "An API key's name, or `learner` or `administrator` for all tokens of that role, or `open` " +
    "on a server that asks nobody.",
  example: "lms",
});

const sourceHealth = z
  .object({
    source,
    lastEventAt: nullableInstant.openapi({
      description: "The latest time at which a fact of it occurred. Null: none was taken.",
    }),
    lastReceivedAt: instant,
    recorded24h: z.int(),
    unchanged24h: z.int().openapi({ description: "Told before: duplicates that were dropped." }),
    refused24h: z.int(),
    clamped24h: z.int().openapi({
      description: "Those with a time ahead of the server's clock: the source's clock is wrong.",
    }),
    lagSeconds: z
      .object({ p50: z.int(), p95: z.int() })
      .nullable()
      .openapi({
        description:
          "From when facts occurred to when they were recorded: half of them within `p50`, 95 of " +
          "100 within `p95`, to the next power of two. Null where none was recorded.",
      }),
    isSilent: z.boolean().openapi({
      description:
        "It sent on at least 5 of the 7 days before the last 24 hours, and nothing in those.",
    }),
  })
  .openapi("SourceHealth");

const doctorRun = z
  .object({
    ranAt: instant,
    isRepair: z.boolean(),
    attempts: z.int().openapi({ description: "How many it looked at." }),
    differences: z.int().openapi({
      description: "Stored numbers that did not follow from the facts.",
    }),
    remaining: z.int().openapi({ description: "Of them, those that it did not mend." }),
    durationMs: z.int(),
    ok: z.boolean().openapi({ description: "None remained." }),
  })
  .openapi("DoctorRun");

export const dataHealth = z
  .object({
    asOf: instant,
    sources: z.array(sourceHealth).openapi({
      description: "At most 200, the last to send first; of those that sent within 30 days.",
    }),
    refusals: z
      .array(z.object({ source, code: z.string(), n: z.int(), lastAt: instant }))
      .openapi({ description: "Of the last 7 days: at most 200, the most frequent first." }),
    feed: z.object({
      position: z.int().openapi({ description: "Of its last entry; 0 where there is none." }),
      lastReceivedAt: nullableInstant.openapi({ description: "When that entry was received." }),
      isBehind: z.boolean().openapi({
        description: "Something was committed that nobody has read the feed up to.",
      }),
    }),
    reports: z.object({
      waiting: z.int().openapi({
        description:
          "Changes of counts that are not folded into sums, up to 10,000. Reports add them.",
      }),
      recounts: z.int().openapi({
        description: "Courses whose attempts follow an outline edit. Answers go by it already.",
      }),
    }),
    webhooks: z.object({
      enabled: z.int(),
      failing: z.int().openapi({ description: "Those at which nothing arrived when last tried." }),
      waiting: z.int().openapi({ description: "Deliveries that failed and are tried again." }),
      givenUp: z.int().openapi({ description: "Deliveries that failed for good." }),
    }),
    doctor: z.union([doctorRun, z.null()]).openapi({
      description: "What `milepost doctor` found last; null where it has not run.",
    }),
  })
  .openapi("DataHealth");
