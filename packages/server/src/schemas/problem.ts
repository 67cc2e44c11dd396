import { z } from "@hono/zod-openapi";
import { type ProblemCode, problems } from "../http/problems.ts";

/** RFC 9457, with the code that tells problems apart. */
export const problem = z
  .object({
    type: z.string().openapi({
      format: "uri",
      example: "https://milepost.dev/errors#lesson_not_found",
    }),
    title: z.string().openapi({ description: "The same for every occurrence of the code." }),
    status: z.int(),
    code: z
      .enum(Object.keys(problems).sort() as [ProblemCode, ...ProblemCode[]])
      .openapi("ProblemCode", {
        description: "Tells problems apart. Newer servers may add codes.",
      }),
    detail: z.string().openapi({ description: "What is particular to this occurrence." }),
    errors: z
      .array(
        z.object({
          path: z.string().openapi({ example: "body.lessons[0].title" }),
          message: z.string(),
        }),
      )
      .optional()
      .openapi({ description: "The fields at fault, at most 100." }),
  })
  .openapi("Problem");
