import { isMigrated, type Queryable } from "@milepost/engine";
import type { Hono } from "hono";
import { type DocsPage, docsPage } from "../docs/docsPage.ts";
import { openApiDocument } from "../docs/openApiDocument.ts";
import type { AppEnv } from "../http/AppEnv.ts";
import type { Metrics } from "../http/createMetrics.ts";
import type { Limits } from "../http/limits.ts";
import { Problem } from "../http/Problem.ts";
import { withDeadline } from "../http/withDeadline.ts";

interface System {
  readonly db: Queryable;
  readonly metrics: Metrics | undefined;
  readonly limits: Limits;
}

/** What operators ask: is it up, can it serve, what does it do. Open to anyone who can connect. */
export function mountSystem(app: Hono<AppEnv>, { db, metrics, limits }: System): void {
  app.get("/healthz", (c) => {
    c.set("route", "/healthz");
    return c.json({ status: "ok" });
  });
  app.get("/readyz", async (c) => {
    c.set("route", "/readyz");
    const endsAt = performance.now() + Math.min(limits.requestMs, 5_000);
    const migrated = await withDeadline(isMigrated(db), endsAt, "database_unavailable");
    if (!migrated) throw new Problem("database_not_migrated");
    return c.json({ status: "ready" });
  });
  mountDocs(app);
  if (metrics === undefined) return;
  app.get("/metrics", async (c) => {
    c.set("route", "/metrics");
    const { text, type } = await metrics.render();
    return c.body(text, 200, { "content-type": type });
  });
}

/** Both are the same at every call, so they are made once, when first asked for. */
function mountDocs(app: Hono<AppEnv>): void {
  let json: string | undefined;
  let page: DocsPage | undefined;
  // Whoever opens the address in a browser gets something to read.
  app.get("/", (c) => {
    c.set("route", "/");
    return c.redirect("/v1/docs");
  });
  app.get("/v1/openapi.json", (c) => {
    c.set("route", "/v1/openapi.json");
    json ??= JSON.stringify(openApiDocument());
    return c.body(json, 200, { "content-type": "application/json" });
  });
  app.get("/v1/docs", (c) => {
    c.set("route", "/v1/docs");
    page ??= docsPage(openApiDocument());
    return c.body(page.body, 200, { ...page.headers });
  });
}
