import { z } from "@hono/zod-openapi";
import { actAnswer, actTerms, attemptId, mostActs } from "./act.ts";
import { batchOf } from "./batch.ts";
import { dueInput, timeZone } from "./enrollment.ts";
import { instantInput, nullableInstant } from "./instant.ts";

const expectedDueAt = instantInput.nullable().optional().openapi({
  description: "Refuses where this is not the deadline there is: somebody moved it since.",
});

/** An attempt whose deadline moves as that of all. */
export const attemptToMove = z.strictObject({ ...attemptId, expectedDueAt });

/** An attempt with a deadline of its own. */
export const attemptToPlace = attemptToMove.extend({
  dueAt: instantInput.nullable().openapi({ description: "Null takes the deadline away." }),
  timeZone: timeZone.nullable().optional().openapi({
    description: "Zone that it is stated in, null for none; as it is when left out.",
  }),
});

const terms = {
  extendDays: z.int().min(1).max(3_650).optional().openapi({
    example: 14,
    description: "Calendar days more in the deadline's own zone; days of 24 hours without one.",
  }),
  due: dueInput.optional().openapi({ description: "The deadline of all; null takes it away." }),
  ...actTerms,
};

export const deadlineBatch = z
  .strictObject({ attempts: batchOf(mostActs), ...terms })
  .superRefine(({ extendDays, due }, { addIssue }) => {
    if (extendDays === undefined || due === undefined) return;
    addIssue({ code: "custom", path: ["due"], message: "Not beside extendDays." });
  });

export const documentedDeadlineBatch = z
  .strictObject({
    attempts: z
      .array(attemptToPlace.partial({ dueAt: true }).openapi("DeadlineAct"))
      .openapi({ maxItems: mostActs }),
    ...terms,
  })
  .openapi("DeadlineBatch");

const zone = z.string().nullable().optional();

export const deadlineAnswer = actAnswer("Deadline", {
  dueAt: nullableInstant.optional().openapi({ description: "As it is now." }),
  previousDueAt: nullableInstant.optional().openapi({ description: "As it was." }),
  timeZone: zone,
  previousTimeZone: zone,
});
