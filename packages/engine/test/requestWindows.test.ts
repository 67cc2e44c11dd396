import { describe, expect, test } from "vitest";
import { parallel } from "../../../tests/support/parallel.ts";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { createTenant } from "../src/createTenant.ts";
import { forgetRequests } from "../src/forgetRequests.ts";
import { takeRequests } from "../src/takeRequests.ts";
import { at } from "./support/at.ts";

describe.each(databaseKinds)("requests in a window on %s", (kind) => {
  const database = useDatabase(kind);
  const take = (holder: string, count: number, day = 0, tenant = "default") =>
    takeRequests(database.app, { holder, window: at(day), limit: 10, count }, { tenant });

  test("are given until there are none left, and again in the next window", async () => {
    expect(await take("a", 4)).toBe(4);
    expect(await take("a", 4)).toBe(4);
    expect(await take("a", 4)).toBe(2);
    expect(await take("a", 4)).toBe(0);
    expect(await take("a", 4, 1)).toBe(4);
  });

  test("are each holder's and each tenant's own", async () => {
    await createTenant(database.superuser, { tenant: "other" });
    expect(await take("b", 10)).toBe(10);
    expect(await take("c", 10)).toBe(10);
    expect(await take("b", 10, 0, "other")).toBe(10);
  });

  test("of a server whose clock is behind count into the window that has begun", async () => {
    expect(await take("d", 8, 5)).toBe(8);
    expect(await take("d", 8, 4)).toBe(2);
    expect(await take("d", 8, 5)).toBe(0);
  });

  test("are forgotten once their window is past", async () => {
    await take("e", 1, -9);
    await take("f", 1, 50);
    expect(await forgetRequests(database.app, { before: at(-8) })).toBe(1);
    expect(await forgetRequests(database.app, { before: at(-8) })).toBe(0);
  });
});

describe("requests that several servers take at once", () => {
  const database = useDatabase("PostgreSQL");

  test("are never more than the limit together", async () => {
    const got = await parallel(database.app, 40, async (client) => {
      let mine = 0;
      for (let i = 0; i < 5; i++) {
        mine += await takeRequests(client, { holder: "h", window: at(0), limit: 321, count: 3 });
      }
      return mine;
    });
    expect(got.reduce((sum, mine) => sum + mine)).toBe(321);
  });
});
