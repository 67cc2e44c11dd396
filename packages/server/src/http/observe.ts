import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import type { AppEnv } from "./AppEnv.ts";
import type { Metrics } from "./createMetrics.ts";

/** An id that a caller may give a request. It goes into our log, so it can't forge a line. */
const saneRequestId = /^[\w.:-]{1,128}$/;

const policy = "content-security-policy";

/** Methods as labels: whatever else a client makes up must not become a time series. */
const knownMethods = new Set(["GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS", "PATCH"]);

/** Asked every few seconds by machines: at `info` they would be most of the log. */
const quietRoutes = new Set(["/healthz", "/readyz", "/metrics"]);

/**
 * Outermost: names the request, and when it has been answered, adds the headers that every answer
 * has, counts it and logs it. Ids of learners are personal, so the log has the path's template.
 */
export function observe({
  logger,
  metrics,
  open,
}: {
  logger: Logger | undefined;
  metrics: Metrics | undefined;
  open: boolean;
}): MiddlewareHandler<AppEnv> {
  // A request's line is made of our own words and numbers. Looking through each for what must not
  // be logged took a tenth of the time that the server spends on a completion.
  const lines = logger?.child({}, { redact: [] });
  return async (c, next) => {
    const begun = performance.now();
    const given = c.req.header("x-request-id") ?? "";
    const requestId = saneRequestId.test(given) ? given : randomUUID();
    c.set("requestId", requestId);
    await next();

    const { headers, status } = c.res;
    headers.set("x-request-id", requestId);
    headers.set("x-content-type-options", "nosniff");
    // Nothing here is a page to be shown, but for one, which says what it needs.
    if (!headers.has(policy)) headers.set(policy, "default-src 'none'; frame-ancestors 'none'");
    if (!headers.has("referrer-policy")) headers.set("referrer-policy", "no-referrer");
    if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
    if (open) headers.set("x-milepost-open", "true");

    const milliseconds = performance.now() - begun;
    const route = c.get("route") ?? "(none)";
    const method = knownMethods.has(c.req.method) ? c.req.method : "(other)";
    metrics?.count({ route, method, status }, milliseconds / 1_000);
    if (logger === undefined || lines === undefined) return;
    const caller = c.get("caller");
    const problem = c.get("problem");
    const line = {
      requestId,
      method,
      route,
      status,
      ms: Math.round(milliseconds * 10) / 10,
      ...(caller ? { role: caller.role, tenant: caller.tenant } : {}),
      ...(problem ? { code: problem.code } : {}),
    };
    if (status >= 500) logger.error({ ...line, err: problem?.cause ?? problem }, "request failed");
    else if (quietRoutes.has(route)) lines.debug(line, "request");
    else lines.info(line, "request");
  };
}
