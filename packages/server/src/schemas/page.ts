import { z } from "@hono/zod-openapi";
import { text } from "./text.ts";

const limit = z
  .string()
  .transform((value, { addIssue }) => {
    const number = /^\d{1,4}$/.test(value) ? Number(value) : 0;
    if (number >= 1 && number <= 1000) return number;
    const message = "Has to be a whole number from 1 to 1,000.";
    addIssue({ code: "custom", message, params: { refusal: "limit_out_of_range" } });
    return z.NEVER;
  })
  .optional()
  .openapi({
    type: "integer",
    minimum: 1,
    maximum: 1000,
    default: 100,
    description: "How many items to answer at most.",
  });

const after = text(1, 2000, "cursor_invalid")
  .optional()
  .openapi({ description: "`next` of the page before." });

/** Which page of a list. */
export const pageQuery = z.strictObject({ limit, after });

/** A page of `item`s, with the cursor of the next. */
export function page<T extends z.ZodType>(name: string, item: T) {
  return z
    .object({
      items: z.array(item),
      next: z
        .string()
        .nullable()
        .openapi({ description: "Cursor of the next page, as `after`; null on the last page." }),
    })
    .openapi(name);
}
