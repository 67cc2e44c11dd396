import { createApiKey, revokeApiKey } from "@milepost/engine";
import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { expiringCache } from "../src/auth/expiringCache.ts";
import { seedCourse } from "./support/seedCourse.ts";
import { useApi } from "./support/useApi.ts";

const later = (date: Date, ms: number) => new Date(date.getTime() + ms);

describe.each(databaseKinds)("credentials that were seen before, on %s", (kind) => {
  const api = useApi(kind);
  beforeAll(() => seedCourse(api));
  const status = async (token: string) => (await api.send("GET", "/v1/courses", { token })).status;

  test("a revoked key stops working within five seconds", async () => {
    const { superuser } = api.database;
    const { id, key } = await createApiKey(superuser, { name: "short", role: "service" });
    expect(await status(key)).toBe(200);
    await revokeApiKey(superuser, { id });
    api.clock.now = later(api.clock.now, 5_000);
    expect(await status(key)).toBe(401);
  });

  test("an expired key stops working", async () => {
    const expiresAt = later(new Date(), -1_000);
    const input = { name: "expired", role: "service", expiresAt } as const;
    const { key } = await createApiKey(api.database.superuser, input);
    expect(await status(key)).toBe(401);
  });

  test("a token stops working when it expires, seen a moment before or not", async () => {
    const token = await api.token({ sub: "eve", role: "administrator" });
    const tolerance = 5_000;
    api.clock.now = later(api.clock.now, 3_600_000 + tolerance - 1_000);
    expect(await status(token)).toBe(200);
    api.clock.now = later(api.clock.now, 1_000);
    expect(await status(token)).toBe(401);
  });
});

describe("the cache", () => {
  const make = (capacity = 10) => {
    const clock = { now: new Date(0) };
    const looked: string[] = [];
    const cache = expiringCache<string>({ ttlMs: 1_000, capacity, now: () => clock.now });
    const ask = (key: string, expiresAt?: Date) =>
      cache(key, async () => {
        looked.push(key);
        return { value: `${key}!`, expiresAt };
      });
    return { clock, looked, cache, ask };
  };

  test("a look-up is remembered for its time and then done again", async () => {
    const { clock, looked, ask } = make();
    expect(await ask("a")).toBe("a!");
    clock.now = new Date(999);
    await ask("a");
    expect(looked).toEqual(["a"]);
    clock.now = new Date(1_000);
    await ask("a");
    expect(looked).toEqual(["a", "a"]);
  });

  test("what stops being true sooner is forgotten sooner", async () => {
    const { clock, looked, ask } = make();
    await ask("a", new Date(500));
    clock.now = new Date(500);
    await ask("a");
    expect(looked).toEqual(["a", "a"]);
  });

  test("look-ups of the same at the same time are one", async () => {
    const { looked, ask } = make();
    await Promise.all([ask("a"), ask("a"), ask("b")]);
    expect(looked).toEqual(["a", "b"]);
  });

  test("a failed look-up is not remembered", async () => {
    const { cache, ask } = make();
    await expect(cache("a", () => Promise.reject(new Error("down")))).rejects.toThrow("down");
    expect(await ask("a")).toBe("a!");
  });

  test("the oldest entry makes room", async () => {
    const { looked, ask } = make(2);
    for (const key of ["a", "b", "c", "b", "a"]) await ask(key);
    expect(looked).toEqual(["a", "b", "c", "a"]);
  });
});
