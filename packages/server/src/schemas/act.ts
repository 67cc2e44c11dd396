import { z } from "@hono/zod-openapi";
import { batchAnswer } from "./batch.ts";
import { courseId, learnerId } from "./ids.ts";
import { text } from "./text.ts";

/** How many attempts one call acts on. */
export const mostActs = 10_000;

/** An attempt by its number: it is refused where a retake has taken its place since. */
export const attemptId = {
  learner: learnerId,
  course: courseId,
  attempt: z.int().min(1).max(2_147_483_647).openapi({ example: 1 }),
};

/** What every batch of acts says beside its attempts. */
export const actTerms = {
  reason: text(1, 500).openapi({ example: "Parental leave." }),
  preview: z.boolean().optional().openapi({
    default: false,
    description: "Writes nothing, and answers what it would come to now.",
  }),
};

/** One result an item; an item that is malformed names no attempt. */
export function actAnswer<S extends z.ZodRawShape>(name: string, more: S) {
  const { learner, course, attempt } = attemptId;
  const named = {
    learner: learner.optional(),
    course: course.optional(),
    attempt: attempt.optional(),
  };
  return batchAnswer(name, { ...named, ...more }).extend({
    preview: z
      .literal(true)
      .optional()
      .openapi({ description: "There where nothing was written." }),
  });
}
