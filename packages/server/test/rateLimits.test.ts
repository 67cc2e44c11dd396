import { describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { RateLimiter } from "../src/auth/RateLimiter.ts";
import { useApi } from "./support/useApi.ts";

describe.each(databaseKinds)("limits of requests on %s", (kind) => {
  const api = useApi(kind, { rates: { key: 40, person: 20 } });

  /** How many of so many requests are let through, and the first answer to one that is not. */
  const send = async (token: string, count: number) => {
    let answered = 0;
    let refused: Response | undefined;
    for (let i = 0; i < count; i++) {
      const response = await api.send("GET", "/v1/learners/ada/courses", { token });
      if (response.status === 429) refused ??= response;
      else answered++;
    }
    return { answered, refused };
  };
  const later = (ms: number) => {
    api.clock.now = new Date(api.clock.now.getTime() + ms);
  };

  test("a key may send so many a minute, and as many in the next", async () => {
    later(12_500);
    const { answered, refused } = await send(api.service, 50);
    expect(answered).toBe(40);
    expect(refused?.headers.get("retry-after")).toBe("48");
    expect(await refused?.json()).toMatchObject({ status: 429, code: "rate_limited" });
    // Another key has its own.
    expect((await send(api.administrator, 5)).answered).toBe(5);
    later(47_500);
    expect((await send(api.service, 5)).answered).toBe(5);
  });

  test("a person has one limit, whatever tokens they come with", async () => {
    later(600_000);
    const tokens = [await api.token({ sub: "ada" }), await api.token({ sub: "ada", jti: "2" })];
    expect((await send(tokens[0] ?? "", 15)).answered).toBe(15);
    expect((await send(tokens[1] ?? "", 15)).answered).toBe(5);
    const elsewhere = await api.token({ sub: "ada", tenant: "elsewhere" });
    expect((await send(elsewhere, 5)).answered).toBe(5);
  });

  test("who is turned away costs the database nothing", async () => {
    let statements = 0;
    const query = (...sent: Parameters<typeof api.database.app.query>) => {
      statements++;
      return api.database.app.query(...sent);
    };
    const now = () => new Date("2026-05-01T12:00:00Z");
    const limiter = new RateLimiter({ query } as never, { key: 100, person: 0 }, now);
    const credential = { credential: "key 77", tenant: "default" };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5_000 }, () => limiter.take(credential)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(100);
    const asked = statements;
    expect(asked).toBeLessThanOrEqual(20);
    // Who sends a few has cost none.
    await limiter.take({ credential: "key 78", tenant: "default" });
    expect(statements).toBe(asked);
  });

  test("servers share a limit, but for a twentieth each", async () => {
    const now = () => new Date("2026-06-01T12:00:00Z");
    const servers = Array.from(
      { length: 4 },
      () => new RateLimiter(api.database.app, { key: 100, person: 0 }, now),
    );
    let passed = 0;
    for (let i = 0; i < 400; i++) {
      const taken = servers[i % 4]?.take({ credential: "key 79", tenant: "default" });
      await taken?.then(
        () => passed++,
        () => undefined,
      );
    }
    expect(passed).toBeGreaterThanOrEqual(100);
    expect(passed).toBeLessThanOrEqual(120);
  });
});
