import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { parallel } from "../../../tests/support/parallel.ts";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { claimIdempotencyKey } from "../src/claimIdempotencyKey.ts";
import { createTenant } from "../src/createTenant.ts";
import { keepIdempotentAnswer } from "../src/keepIdempotentAnswer.ts";
import type { Queryable } from "../src/types.ts";
import { onDay } from "./support/onDay.ts";

const hash = (text: string) => createHash("sha256").update(text).digest();
const answer = { status: 201, body: '{"attempt":1}' };

describe.each(databaseKinds)("idempotency keys on %s", (kind) => {
  const database = useDatabase(kind);
  const claim = (key: string, request = "enroll", scope = {}) =>
    claimIdempotencyKey(database.app, { key, requestHash: hash(request) }, scope);
  const post = async (key: string, now = onDay(0), db: Queryable = database.app) => {
    const before = await claimIdempotencyKey(db, { key, requestHash: hash("enroll") }, { now });
    if (before !== null) return before;
    await keepIdempotentAnswer(db, { key, ...answer });
    return null;
  };
  const keys = async (like: string) => {
    const { rows } = await database.superuser.query<{ key: string }>(
      "select key from milepost.idempotent_answer where key like $1 order by 1",
      [like],
    );
    return rows.map(({ key }) => key);
  };

  test("the first request with a key has it to itself, the next gets its answer", async () => {
    expect(await post("a")).toBeNull();
    const again = { ...answer, sameRequest: true };
    expect(await post("a")).toEqual(again);
    expect(await post("a")).toEqual(again);
  });

  test("the same key with another request is known for one, and its answer stays", async () => {
    await post("b");
    const scope = { now: onDay(0) };
    expect(await claim("b", "withdraw", scope)).toEqual({ ...answer, sameRequest: false });
    expect(await claim("b", "enroll", scope)).toEqual({ ...answer, sameRequest: true });
  });

  test("a key is one tenant's own", async () => {
    await createTenant(database.superuser, { tenant: "other" });
    await post("c");
    expect(await claim("c", "enroll", { tenant: "other", now: onDay(0) })).toBeNull();
  });

  test("an answer is kept a day to the millisecond, then the key is free", async () => {
    await post("d", onDay(0));
    expect(await post("d", onDay(1))).not.toBeNull();
    expect(await post("d", new Date(onDay(1).getTime() + 1))).toBeNull();
    // From then on it is the new answer's day that counts.
    expect(await post("d", onDay(2))).not.toBeNull();
  });

  test("a claim whose act was rolled back holds nothing", async () => {
    await database.asApp((client) => post("e", onDay(0), client));
    expect(await keys("e")).toEqual([]);
    expect(await post("e")).toBeNull();
  });

  test("whoever writes sweeps ten that are more than a day old, and none that is younger", async () => {
    await createTenant(database.superuser, { tenant: "sweeping" });
    const on = (day: number) => ({ tenant: "sweeping", now: onDay(day) });
    const left = async () => {
      const { rows } = await database.superuser.query<{ key: string }>(
        `select key from milepost.idempotent_answer join milepost.tenant t using (tenant_id)
         where t.name = 'sweeping' order by 1`,
      );
      return rows.map(({ key }) => key);
    };
    for (let n = 0; n < 12; n++) await claim(`old-${n}`, "enroll", on(10));
    await claim("young", "enroll", on(11));
    await claim("first", "enroll", on(12));
    await keepIdempotentAnswer(database.app, { key: "first", ...answer }, on(12));
    expect(await left()).toHaveLength(4);
    await keepIdempotentAnswer(database.app, { key: "first", ...answer }, on(12));
    expect(await left()).toEqual(["first", "young"]);
  });

  // The embedded database has one connection: nothing can be at once there.
  test.runIf(kind === "PostgreSQL")(
    "of ten requests with one key at once, one acts and nine get its answer",
    async () => {
      const got = await parallel(database.app, 10, async (client) => {
        await client.query("begin");
        const before = await post("h", onDay(0), client);
        await client.query("commit");
        return before;
      });
      expect(got.filter((before) => before === null)).toHaveLength(1);
      expect(got.filter((before) => before?.body === answer.body)).toHaveLength(9);
    },
  );
});
