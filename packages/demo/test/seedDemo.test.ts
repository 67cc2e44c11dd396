import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { type DemoSeeded, seedDemo } from "../src/index.ts";

const now = new Date("2026-11-24T09:00:00Z");

describe.each(databaseKinds)("on %s", (kind) => {
  const database = useDatabase(kind);
  let seeded: DemoSeeded;
  beforeAll(async () => {
    const t = performance.now();
    const st: Record<string, number[]> = {};
    const q = database.app.query.bind(database.app) as never as (c: {
      name: string;
      values: unknown[];
    }) => Promise<unknown>;
    seeded = await seedDemo(
      {
        query: (async (c: { name: string; values: unknown[] }) => {
          const t0 = performance.now();
          const r = await q(c);
          const k = c.name;
          st[k] ??= [0, 0, 0];
          const v = st[k];
          if (v) {
            v[0]!++;
            v[1]! += performance.now() - t0;
            v[2]! += Array.isArray(c.values[1]) ? c.values[1].length : 1;
          }
          return r;
        }) as never,
      },
      { now },
    );
    console.log(seeded, performance.now() - t, st);
  });
  test("x", async () => {
    expect(seeded.outlines).toBe(6);
  });
});
