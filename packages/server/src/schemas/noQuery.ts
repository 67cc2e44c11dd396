import { z } from "@hono/zod-openapi";

/** Takes no query parameter, and refuses one that is mistyped or misplaced. */
export const noQuery = z.strictObject({});
