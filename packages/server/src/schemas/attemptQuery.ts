import { z } from "@hono/zod-openapi";

/** Which attempt of a learner at a course. */
export const attemptQuery = z.strictObject({
  attempt: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, { error: "Has to be the number of an attempt, from 1." })
    .transform(Number)
    .optional()
    .openapi({
      type: "integer",
      minimum: 1,
      description: "An earlier attempt, instead of the current one.",
    }),
});
