import { createApp } from "@milepost/server";
import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { useApi } from "./support/useApi.ts";

describe.each(databaseKinds)("a server that asks no one who they are, on %s", (kind) => {
  const api = useApi(kind, { auth: { mode: "off" } });
  const send = (url: string, headers: Record<string, string> = {}, method = "GET") =>
    createApp({ pool: api.database.app, auth: { mode: "off" } }).request(url, { method, headers });

  beforeAll(async () => {
    await api.client().PUT("/v1/courses/{course}", {
      params: { path: { course: "fs" } },
      body: { title: "Fire", lessons: [{ id: "fs-1", title: "One" }] },
    });
  });

  test("everyone may do everything in the default tenant, and every answer says so", async () => {
    const { data, response } = await api
      .client()
      .PUT("/v1/learners/{learner}/lessons/{lesson}/completion", {
        params: { path: { learner: "ada", lesson: "fs-1" } },
      });
    expect(data.progress.progressPercentage).toBe(100);
    expect(response.headers.get("x-milepost-open")).toBe("true");
    const { response: erased } = await api
      .client("whatever this is")
      .DELETE("/v1/learners/{learner}", { params: { path: { learner: "ada" } } });
    expect(erased.status).toBe(200);
    const missing = await api.send("GET", "/nowhere");
    expect(missing.headers.get("x-milepost-open")).toBe("true");
  });

  test("the ledger says that nobody was asked", async () => {
    const { data } = await api.client().GET("/v1/courses/{course}/changes", {
      params: { path: { course: "fs" } },
    });
    expect(data.items[0]?.actor).toBe("open");
  });

  test.each([
    "http://localhost:4680",
    "http://127.0.0.1:4680",
    "http://[::1]:4680",
    "http://milepost.localhost",
  ])("it answers to %s", async (origin) => {
    expect((await send(`${origin}/v1/courses`)).status).toBe(200);
  });

  test.each([
    "http://evil.example:4680",
    "http://192.168.0.10:4680",
    "http://127.0.0.1.evil.example",
    "http://localhost.evil.example",
  ])("a name that was made to point here is refused: %s", async (origin) => {
    const response = await send(`${origin}/v1/courses`);
    expect(await response.json()).toMatchObject({ status: 403, code: "origin_refused" });
  });

  test("a page from elsewhere can neither read nor write, one of this machine can", async () => {
    const url = "http://localhost:4680/v1/courses/fs/enrollments/ada/withdraw";
    for (const origin of ["https://evil.example", "null", "http://127.0.0.1.evil.example"]) {
      const response = await send(url, { origin }, "POST");
      expect(response.status, origin).toBe(403);
      expect(response.headers.get("access-control-allow-origin"), origin).toBeNull();
    }
    const local = await send("http://localhost:4680/v1/courses", {
      origin: "http://localhost:5173",
    });
    expect(local.status).toBe(200);
    expect(local.headers.get("access-control-allow-origin")).toBe("http://localhost:5173");
  });
});

describe.each(databaseKinds)("pages in a browser, on %s", (kind) => {
  const api = useApi(kind, { corsOrigins: ["https://academy.example"] });

  test("a page of an origin that is listed may call, and sees the headers it needs", async () => {
    const preflight = await api.send("OPTIONS", "/v1/learners/ada/lessons/fs-1/view", {
      headers: {
        origin: "https://academy.example",
        "access-control-request-method": "PUT",
        "access-control-request-headers": "authorization,content-type",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("https://academy.example");
    expect(preflight.headers.get("access-control-allow-methods")).toContain("PUT");
    expect(preflight.headers.get("access-control-allow-headers")).toContain("Authorization");
    expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
    const answer = await api.send("GET", "/v1/courses", {
      token: api.service,
      headers: { origin: "https://academy.example" },
    });
    expect(answer.headers.get("access-control-expose-headers")).toContain("ETag");
    const refused = await api.send("GET", "/v1/courses", {
      headers: { origin: "https://academy.example" },
    });
    expect(refused.status).toBe(401);
    expect(refused.headers.get("access-control-allow-origin")).toBe("https://academy.example");
  });

  test("a page of any other origin may not", async () => {
    for (const origin of ["https://evil.example", "http://localhost:5173", "null"]) {
      const response = await api.send("GET", "/v1/courses", {
        token: api.service,
        headers: { origin },
      });
      expect(response.headers.get("access-control-allow-origin"), origin).toBeNull();
    }
  });
});
