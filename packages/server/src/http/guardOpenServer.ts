import type { MiddlewareHandler } from "hono";
import { isLoopback, isLoopbackOrigin } from "./isLoopback.ts";
import { Problem } from "./Problem.ts";

/**
 * Keeps the web out of a server that asks nobody who they are. Listening on loopback does not: any
 * page in a browser here can send to it, and read too, by a name that its owner points here.
 */
export function guardOpenServer(corsOrigins: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    if (!isLoopback(new URL(c.req.url).hostname)) throw new Problem("origin_refused");
    const origin = c.req.header("origin");
    if (origin !== undefined && !corsOrigins.includes(origin) && !isLoopbackOrigin(origin)) {
      throw new Problem("origin_refused");
    }
    await next();
  };
}
