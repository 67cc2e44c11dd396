import { createApp, type Site } from "@milepost/server";
import { describe, expect, test } from "vitest";
import { useApi } from "./support/useApi.ts";

const site: Site = {
  path: "/site",
  async fetch(request, api) {
    const { pathname } = new URL(request.url);
    if (pathname === "/site/courses") return api(new Request("http://localhost/v1/courses"));
    const headers = {
      "content-security-policy": "default-src 'self'",
      "referrer-policy": "origin",
    };
    return new Response(`${request.method} ${pathname}`, { headers });
  },
};

describe("a site of the host's own beside the API", () => {
  const api = useApi("PostgreSQL");
  const send = (url: string, init?: RequestInit, open = true) => {
    const auth = open ? ({ mode: "off" } as const) : ({ mode: "keys" } as const);
    return createApp({ pool: api.database.app, auth, sites: [site] }).request(url, init);
  };

  test("it is given its path and all below it, by any method, and nothing else", async () => {
    const text = async (path: string, init?: RequestInit) =>
      (await send(`http://localhost${path}`, init)).text();
    expect(await text("/site")).toBe("GET /site");
    expect(await text("/site/a/b", { method: "POST" })).toBe("POST /site/a/b");
    expect((await send("http://localhost/sites")).status).toBe(404);
  });

  test("its pages say their own policy, with what every answer has beside", async () => {
    const { headers } = await send("http://localhost/site");
    expect(headers.get("content-security-policy")).toBe("default-src 'self'");
    expect(headers.get("referrer-policy")).toBe("origin");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("it asks the API as anybody does: with nothing, as nobody", async () => {
    expect((await send("http://localhost/site/courses")).status).toBe(200);
    expect((await send("http://localhost/site/courses", {}, false)).status).toBe(401);
  });

  test("beside an open server it is kept from the web, too", async () => {
    expect((await send("http://evil.example/site")).status).toBe(403);
    const headers = { origin: "https://evil.example" };
    expect((await send("http://localhost/site", { method: "POST", headers })).status).toBe(403);
  });
});
