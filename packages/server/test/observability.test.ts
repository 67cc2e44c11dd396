import { type AppOptions, createApp, createLogger } from "@milepost/server";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "../../../tests/support/useDatabase.ts";

describe("what operators see", () => {
  const database = useDatabase("PostgreSQL");
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger("debug", { write: (line) => lines.push(JSON.parse(line)) });
  const app = (more: Partial<AppOptions> = {}) =>
    createApp({ pool: database.app, auth: { mode: "off" }, logger, metrics: true, ...more });
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  let broken: pg.Pool;

  beforeAll(() => {
    broken = new pg.Pool({
      connectionString: database.databaseUrl,
      options: "-c role=pg_monitor",
    });
  });
  afterAll(() => broken.end());

  const request = (path: string, headers: Record<string, string> = {}, handler = app()) => {
    lines.length = 0;
    return handler.request(`http://localhost${path}`, { headers });
  };

  test("a request is one line, by its template: ids of learners are not in it", async () => {
    const response = await request("/v1/learners/ada.lovelace/courses?limit=5");
    expect(response.status).toBe(404);
    expect(lines).toEqual([
      {
        level: 30,
        time: expect.any(Number),
        requestId: response.headers.get("x-request-id"),
        method: "GET",
        route: "/v1/learners/{learner}/courses",
        status: 404,
        ms: expect.any(Number),
        role: "service",
        tenant: "default",
        code: "learner_not_found",
        msg: "request",
      },
    ]);
  });

  test("a request keeps the id it came with, if that is sane", async () => {
    const given = await request("/healthz", { "x-request-id": "trace.1:a-b_C" });
    expect(given.headers.get("x-request-id")).toBe("trace.1:a-b_C");
    for (const insane of ["", "x".repeat(129), "a b", '{"level":60}', "ü"]) {
      const made = await request("/healthz", { "x-request-id": insane });
      expect(made.headers.get("x-request-id"), insane).toMatch(uuid);
    }
    const none = await request("/nowhere");
    expect(none.headers.get("x-request-id")).toMatch(uuid);
  });

  test("what fails on our side is logged with its cause, and answered without", async () => {
    const response = await request("/v1/courses", {}, app({ pool: broken }));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("permission");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      level: 50,
      requestId: response.headers.get("x-request-id"),
      code: "internal_error",
      err: { message: expect.stringContaining("permission denied"), code: "42501" },
    });
  });

  test("credentials and the rows that PostgreSQL quotes do not reach the log", () => {
    lines.length = 0;
    const headers = { authorization: "Bearer mp_secret", cookie: "secret", accept: "x" };
    logger.info({ headers, req: { headers } }, "whole");
    const failure = Object.assign(new Error("bad row"), { detail: "secret row of ada" });
    logger.error({ err: failure }, "failed");
    const text = JSON.stringify(lines);
    expect(text).toContain("bad row");
    expect(text).not.toContain("secret");
  });

  test("what machines ask every few seconds is logged at debug", async () => {
    for (const path of ["/healthz", "/readyz", "/metrics"]) {
      await request(path);
      expect(
        lines.map(({ level }) => level),
        path,
      ).toEqual([20]);
    }
  });

  test("metrics count requests by template, method and status, and the pool", async () => {
    const handler = app();
    await request("/v1/learners/ada/courses", {}, handler);
    await request("/v1/learners/grace/courses", {}, handler);
    await request("/nowhere/else", {}, handler);
    await handler.request("http://localhost/v1/courses", { method: "BREW" });
    const response = await request("/metrics", {}, handler);
    expect(response.headers.get("content-type")).toContain("text/plain; version=0.0.4");
    const text = await response.text();
    const learners = 'route="/v1/learners/{learner}/courses",method="GET"';
    expect(text).toContain(`milepost_http_requests_total{${learners},status="404"} 2`);
    expect(text).toContain('{route="(none)",method="GET",status="404"} 1');
    expect(text).toContain('{route="/v1/courses",method="(other)",status="405"} 1');
    expect(text).toContain(`milepost_http_request_duration_seconds_count{${learners}} 2`);
    expect(text).toMatch(/milepost_pool_connections\{state="idle"\} [1-9]/);
    expect(text).toContain('milepost_pool_connections{state="waiting"} 0');
    expect(text).toContain("milepost_feed_streams 0");
    expect(text).toContain('milepost_webhook_attempts_total{outcome="failed"} 0');
    expect(text).toMatch(/process_resident_memory_bytes \d+/);
    expect(text).not.toContain("ada");
  });

  test("metrics are answered only where they are meant to be", async () => {
    const response = await request("/metrics", {}, app({ metrics: false }));
    expect(await response.json()).toMatchObject({ status: 404, code: "route_not_found" });
  });
});
