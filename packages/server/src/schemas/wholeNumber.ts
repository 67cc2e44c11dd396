import { z } from "@hono/zod-openapi";

/** A whole number in a query, from `least` to `most`. */
export function wholeNumber(least: number, most: number, byDefault?: number) {
  const error = `Has to be a whole number from ${least} to ${most}.`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.int().min(least, { error }).max(most, { error }))
    .optional()
    .openapi({
      type: "integer",
      minimum: least,
      maximum: most,
      ...(byDefault && { default: byDefault }),
    });
}
