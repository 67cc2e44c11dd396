import { readFile, stat, writeFile } from "node:fs/promises";
import { readConfig } from "@milepost/server";
import { describe, expect, test } from "vitest";
import type { Database } from "../src/database/openDatabase.ts";
import { withWebhookKey } from "../src/serving/withWebhookKey.ts";
import { useFolder } from "./support/useFolder.ts";

describe("the key for webhooks", () => {
  const folder = useFolder();
  const embedded = { kind: "embedded" } as Database;
  const config = (env: Record<string, string> = {}) =>
    readConfig({ MILEPOST_DATA: folder.path("."), ...env });
  const keyOf = async (env?: Record<string, string>, database = embedded) =>
    (await withWebhookKey(config(env), database)).webhooks.key;

  test("is made at random beside the embedded database, and the same from then on", async () => {
    const key = await keyOf();
    expect(key).toHaveLength(32);
    expect(await keyOf()).toEqual(key);
    const path = folder.path("webhook-key");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, "utf8")).toBe(`${Buffer.from(key ?? []).toString("base64")}\n`);
  });

  test("is the configured one where there is one", async () => {
    expect(await keyOf({ MILEPOST_WEBHOOK_KEY: "ab".repeat(32) })).toEqual(Buffer.alloc(32, 0xab));
  });

  test("is made for no server of PostgreSQL, since others would have another", async () => {
    expect(await keyOf({}, { kind: "PostgreSQL" } as Database)).toBeNull();
  });

  test("that was damaged is refused and not replaced", async () => {
    await writeFile(folder.path("webhook-key"), "half of a k");
    await expect(keyOf()).rejects.toMatchObject({ code: "webhook_key_damaged" });
    expect(await readFile(folder.path("webhook-key"), "utf8")).toBe("half of a k");
  });
});
