import { z } from "@hono/zod-openapi";
import { DEFINITION_VERSION } from "@milepost/engine";
import { instant } from "../instant.ts";

/** What every report says of itself. */
export const reportHead = {
  asOf: instant.openapi({ description: "The instant that the numbers are of." }),
  definition: z.literal(DEFINITION_VERSION).openapi({
    description: "Version of the definitions of the numbers.",
  }),
  group: z
    .string()
    .optional()
    .openapi({ description: "The group that was asked for.", example: "berlin" }),
  membership: z
    .enum(["current", "atStart"])
    .optional()
    .openapi({
      description:
        "Whose attempts are the group's: of who belongs to it now, or of who belonged to it when " +
        "the attempt began. There where a group is.",
    }),
};

/** What a report says of itself that can be asked for of an enrollment window. */
export const windowedHead = {
  ...reportHead,
  enrolledFrom: instant.optional().openapi({
    description: "Only attempts enrolled then or later are counted. There where it was asked for.",
  }),
  enrolledBefore: instant.optional().openapi({
    description: "Only attempts enrolled earlier are counted. There where it was asked for.",
  }),
};

/** A number of attempts. */
export const count = z.int().openapi({ minimum: 0, example: 12 });

/** A share: 0–1 to four decimals, null for 0 of 0. */
export const rate = z.number().nullable().openapi({ minimum: 0, maximum: 1, example: 0.3333 });

export const wholeDays = z.int().nullable().openapi({ minimum: 0, example: 8 });

export const curve = z
  .array(
    z
      .object({
        day: z.int().openapi({ minimum: 0, example: 8 }),
        completed: z.number().openapi({
          minimum: 0,
          maximum: 1,
          example: 0.5556,
          description: "Share completed by the end of that day.",
        }),
        low: rate.openapi({ description: "Of the 95 % interval; null at a share of 0 or 1." }),
        high: rate,
        atRisk: count.openapi({ description: "Attempts still observed on that day." }),
        finished: count.openapi({
          description:
            "Attempts completed on that day. Those behind them are the course's learners with " +
            "this `from` and this day as `minDays` and `maxDays`.",
        }),
      })
      .openapi("CurvePoint"),
  )
  .openapi({
    description:
      "Cumulative incidence of completion (Aalen–Johansen): withdrawal competes, attempts still " +
      "going are censored. A point a day on which somebody completed or withdrew.",
  });
