import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { createApiKey } from "../src/createApiKey.ts";
import { createTenant } from "../src/createTenant.ts";
import { findApiKey } from "../src/findApiKey.ts";
import { listApiKeys } from "../src/listApiKeys.ts";
import { revokeApiKey } from "../src/revokeApiKey.ts";
import { onDay } from "./support/onDay.ts";

describe.each(databaseKinds)("API keys on %s", (kind) => {
  const database = useDatabase(kind);
  const create = (name: string, expiresAt?: Date) =>
    createApiKey(database.superuser, { name, role: "service", expiresAt }, { now: onDay(0) });

  test("a key leads to its tenant, role and name", async () => {
    await createTenant(database.superuser, { tenant: "school" });
    const input = { name: "exporter", role: "administrator" } as const;
    const { id, key } = await createApiKey(database.superuser, input, { tenant: "school" });
    expect(await findApiKey(database.app, { key })).toEqual({ id, tenant: "school", ...input });
  });

  test("a key is 256 random bits, and no two are alike", async () => {
    const keys = await Promise.all(Array.from({ length: 5 }, (_, n) => create(`random ${n}`)));
    for (const { key } of keys) expect(key).toMatch(/^mp_[\w-]{43}$/);
    expect(new Set(keys.map(({ key }) => key)).size).toBe(5);
  });

  test("of a key its hash and its first characters are stored, and nothing else", async () => {
    const { id, key } = await create("hashed");
    const { rows } = await database.superuser.query<{
      text: string;
      key_hash: Buffer;
      prefix: string;
    }>("select k::text as text, key_hash, prefix from milepost.api_key k where key_id = $1", [id]);
    const [row] = rows;
    expect(row?.key_hash).toEqual(createHash("sha256").update(key).digest());
    expect(key.startsWith(row?.prefix ?? "-")).toBe(true);
    expect(row?.prefix).toHaveLength(9);
    expect(row?.text).not.toContain(key.slice(9, 20));
  });

  test("a key that nobody was given leads nowhere", async () => {
    const { key } = await create("almost");
    expect(await findApiKey(database.app, { key: `${key}x` })).toBeNull();
    expect(await findApiKey(database.app, { key: "" })).toBeNull();
  });

  test("a key is good up to the instant it expires, and not at it", async () => {
    const { key } = await create("for a day", onDay(1));
    const at = (ms: number) => ({ now: new Date(onDay(1).getTime() + ms) });
    expect(await findApiKey(database.app, { key }, at(-1))).toMatchObject({ name: "for a day" });
    expect(await findApiKey(database.app, { key }, at(0))).toBeNull();
    expect(await findApiKey(database.app, { key }, at(1))).toBeNull();
  });

  test("a key without an expiry is good for years", async () => {
    const { key } = await create("for good");
    expect(await findApiKey(database.app, { key }, { now: onDay(36_500) })).not.toBeNull();
  });

  test("a revoked key leads nowhere from then on, and stays listed", async () => {
    const { id, key } = await create("revoked");
    expect(await revokeApiKey(database.superuser, { id }, { now: onDay(2) })).toEqual(onDay(2));
    expect(await findApiKey(database.app, { key })).toBeNull();
    const listed = (await listApiKeys(database.superuser)).find((each) => each.id === id);
    expect(listed).toMatchObject({ name: "revoked", revokedAt: onDay(2), expiresAt: null });
    expect(JSON.stringify(listed)).not.toContain(key);
  });

  test("a key revoked twice keeps its first time", async () => {
    const { id } = await create("revoked twice");
    await revokeApiKey(database.superuser, { id }, { now: onDay(2) });
    expect(await revokeApiKey(database.superuser, { id }, { now: onDay(5) })).toEqual(onDay(2));
  });

  test("a key of another tenant is not found to revoke, nor listed", async () => {
    const { id } = await create("of default");
    await createTenant(database.superuser, { tenant: "elsewhere" });
    const scope = { tenant: "elsewhere" };
    await expect(revokeApiKey(database.superuser, { id }, scope)).rejects.toMatchObject({
      code: "key_not_found",
    });
    expect(await listApiKeys(database.superuser, scope)).toEqual([]);
  });

  test.each(["0", "999999", "-1", "x", "1;", "9".repeat(30), ""])(
    "no key is numbered %j",
    async (id) => {
      await expect(revokeApiKey(database.superuser, { id })).rejects.toMatchObject({
        code: "key_not_found",
      });
    },
  );

  test.each(["", "x".repeat(256)])(
    "a key has a name of 1 to 255 characters, unlike %j",
    async (name) => {
      await expect(create(name)).rejects.toMatchObject({ code: "text_out_of_range" });
    },
  );

  test.each(["learner", ""])("a key has a role, which %j is none", async (role) => {
    const values = [role, createHash("sha256").update(role).digest()];
    const made = database.superuser.query(
      "select * from milepost.create_api_key('default', 'mine', $1, $2, 'mp_')",
      values,
    );
    await expect(made).rejects.toMatchObject({ code: "MP023" });
  });
});
