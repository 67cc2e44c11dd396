import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { isLoopbackOrigin } from "./isLoopback.ts";

/**
 * Lets pages of the given origins call from a browser; an open server, all pages of this machine.
 * No cookies are involved, so no credentials are allowed.
 */
export function allowOrigins(
  origins: readonly string[],
  { open }: { open: boolean },
): MiddlewareHandler {
  const allow = cors({
    origin: (origin) =>
      origins.includes(origin) || (open && isLoopbackOrigin(origin)) ? origin : null,
    allowMethods: ["GET", "HEAD", "PUT", "POST", "DELETE"],
    allowHeaders: [
      "Authorization",
      "Content-Type",
      "Idempotency-Key",
      "If-Match",
      "If-None-Match",
      "X-Request-Id",
    ],
    exposeHeaders: [
      "Content-Disposition",
      "ETag",
      "Idempotent-Replayed",
      "Link",
      "Retry-After",
      "X-Milepost-Open",
      "X-Request-Id",
    ],
    maxAge: 600,
  });
  return (c, next) => (c.req.header("origin") === undefined ? next() : allow(c, next));
}
