import { z } from "@hono/zod-openapi";
import { problem } from "./problem.ts";

/**
 * The items of a batch, unchecked: one that is malformed fails alone,
 * so each is parsed by the handler.
 */
export function batchOf(most: number) {
  return z.array(z.unknown()).superRefine((items, { addIssue }) => {
    if (items.length <= most) return;
    const message = `Has to have at most ${most.toLocaleString("en")} items.`;
    addIssue({ code: "custom", message, params: { refusal: "batch_too_large" } });
  });
}

/** What every result of a batch has; `more` is what those that are not refused add. */
export function batchAnswer<S extends z.ZodRawShape>(name: string, more: S) {
  const result = z
    .object({
      status: z.enum(["recorded", "unchanged", "refused"]),
      ...more,
      code: problem.shape.code.optional(),
      detail: z.string().optional(),
    })
    .openapi(`${name}Result`, { description: "`code` and `detail` where it was refused." });
  return z
    .object({ results: z.array(result).openapi({ description: "One an item, in order." }) })
    .openapi(`${name}Results`);
}
