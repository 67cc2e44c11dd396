import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { createTenant } from "../src/createTenant.ts";
import { readFeed } from "../src/readFeed.ts";
import { createWebhook } from "../src/webhooks/createWebhook.ts";
import { deleteWebhook } from "../src/webhooks/deleteWebhook.ts";
import { leaseWebhook } from "../src/webhooks/leaseWebhook.ts";
import { listWebhookFailures } from "../src/webhooks/listWebhookFailures.ts";
import { listWebhooks } from "../src/webhooks/listWebhooks.ts";
import { putWebhook } from "../src/webhooks/putWebhook.ts";
import { readWebhook } from "../src/webhooks/readWebhook.ts";
import { redeliverWebhook } from "../src/webhooks/redeliverWebhook.ts";
import { rotateWebhookSecret } from "../src/webhooks/rotateWebhookSecret.ts";
import { at } from "./support/at.ts";
import { newCourse } from "./support/newCourse.ts";

const url = "https://receiver.example/hooks";

describe.each(databaseKinds)("webhooks on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;
  const on = (minutes: number) => ({ now: at(minutes) });
  beforeAll(async () => {
    await createTenant(database.superuser, { tenant: "full" });
    await createTenant(database.superuser, { tenant: "foreign" });
  });

  test("a webhook is read as it was created, and listed with the others", async () => {
    const types = ["lesson.completed", "course.completed"] as const;
    const created = await createWebhook(db(), { url, types, description: "Badges" }, on(1));
    expect(created).toEqual({
      id: expect.stringMatching(/^\d+$/),
      url,
      types,
      description: "Badges",
      createdAt: at(1),
      disabledAt: null,
      disabledReason: null,
      secretVersion: 1,
      formerSecretUntil: null,
      lastSuccessAt: null,
      lastFailureAt: null,
      waiting: 0,
      givenUp: 0,
    });
    expect(await readWebhook(db(), { webhook: created.id })).toEqual(created);
    const second = await createWebhook(db(), { url }, on(2));
    expect(second).toMatchObject({ types: null, description: null });
    expect((await listWebhooks(db())).slice(-2)).toEqual([created, second]);
  });

  test("a webhook begins at the end of the feed", async () => {
    await newCourse(db(), ["a"]);
    const { id } = await createWebhook(db(), { url }, on(1));
    const leased = await leaseWebhook(db(), { webhook: id, lease: "one", seconds: 60 }, on(1));
    expect(await readFeed(db(), { after: leased?.after })).toMatchObject({ items: [] });
    const { course } = await newCourse(db(), ["a"]);
    const { items } = await readFeed(db(), { after: leased?.after });
    expect(items.map((entry) => entry.course)).toEqual([course]);
  });

  test("a put replaces what it names and clears what it leaves out, but for whether it is disabled", async () => {
    const created = await createWebhook(
      db(),
      { url, types: ["deadline.moved"], description: "Old" },
      on(1),
    );
    const webhook = created.id;
    const disabled = await putWebhook(db(), { webhook, url, disabled: true }, on(2));
    expect(disabled).toEqual({
      ...created,
      types: null,
      description: null,
      disabledAt: at(2),
      disabledReason: "administrator",
    });
    const other = "https://other.example/";
    const renamed = await putWebhook(db(), { webhook, url: other, description: "New" }, on(3));
    expect(renamed).toEqual({ ...disabled, url: other, description: "New" });
    const lease = { webhook, lease: `of ${webhook}`, seconds: 60 };
    expect(await leaseWebhook(db(), lease, on(4))).toBeNull();
    const enabled = await putWebhook(db(), { webhook, url: other, disabled: false }, on(5));
    expect(enabled).toMatchObject({ disabledAt: null, disabledReason: null, description: null });
    expect(await leaseWebhook(db(), lease, on(6))).toMatchObject({ url: other });
    expect(await readWebhook(db(), { webhook })).toEqual(enabled);
  });

  test("a rotation raises the version, and the secret before it is good for 24 hours more", async () => {
    const { id: webhook } = await createWebhook(db(), { url }, on(0));
    const rotated = await rotateWebhookSecret(db(), { webhook }, on(0));
    expect(rotated).toMatchObject({ secretVersion: 2, formerSecretUntil: at(24 * 60) });
    const signs = async (minutes: number) => {
      const lease = { webhook, lease: `at ${minutes}`, seconds: 60 };
      return (await leaseWebhook(db(), lease, on(minutes)))?.signsWithFormer;
    };
    expect(await signs(24 * 60 - 2)).toBe(true);
    expect(await signs(24 * 60)).toBe(false);
  });

  test("a deleted webhook is gone", async () => {
    const { id: webhook } = await createWebhook(db(), { url }, on(0));
    expect(await deleteWebhook(db(), { webhook })).toEqual({ id: webhook, givenUp: 0 });
    await expect(readWebhook(db(), { webhook })).rejects.toMatchObject({
      code: "webhook_not_found",
    });
    expect((await listWebhooks(db())).map(({ id }) => id)).not.toContain(webhook);
  });

  test("a tenant has 50 webhooks and not one more", async () => {
    const scope = { tenant: "full" };
    for (let n = 0; n < 50; n++) await createWebhook(db(), { url: `${url}/${n}` }, scope);
    await expect(createWebhook(db(), { url }, scope)).rejects.toMatchObject({
      code: "webhooks_too_many",
    });
    expect(await listWebhooks(db(), scope)).toHaveLength(50);
    const [first] = await listWebhooks(db(), scope);
    await deleteWebhook(db(), { webhook: first?.id ?? "" }, scope);
    await createWebhook(db(), { url }, scope);
  });

  test.each([
    ["an empty URL", "text_out_of_range", { url: "" }],
    ["NUL in a URL", "text_out_of_range", { url: "https://receiver.example/\u0000" }],
    ["2,001 characters", "text_out_of_range", { url: `${url}/${"x".repeat(2000 - url.length)}` }],
    ["an empty description", "text_out_of_range", { url, description: "" }],
    ["1,001 characters of it", "text_out_of_range", { url, description: "x".repeat(1001) }],
    ["another scheme", "webhook_url_refused", { url: "ftp://receiver.example/" }],
    ["credentials", "webhook_url_refused", { url: "https://name:word@receiver.example/" }],
    ["no host", "webhook_url_refused", { url: "https:///path" }],
    ["a space", "webhook_url_refused", { url: "https://receiver.example/a b" }],
    ["no type", "webhook_types_unknown", { url, types: [] }],
    [
      "a type that is not in the ledger",
      "webhook_types_unknown",
      { url, types: ["lesson.viewed"] },
    ],
  ])("refuses %s with %s", async (_, code, input) => {
    const { id: webhook } = await createWebhook(db(), { url });
    await expect(createWebhook(db(), input as never)).rejects.toMatchObject({ code });
    const put = { webhook, ...input } as never;
    await expect(putWebhook(db(), put)).rejects.toMatchObject({ code });
    await deleteWebhook(db(), { webhook });
  });

  test("a URL has up to 2,000 characters", async () => {
    const longest = `https://receiver.example/${"x".repeat(1975)}`;
    const { id: webhook, url: kept } = await createWebhook(db(), { url: longest });
    expect(kept).toHaveLength(2000);
    await deleteWebhook(db(), { webhook });
  });

  test("of another tenant, or of none, there is no webhook", async () => {
    const { id } = await createWebhook(db(), { url });
    const foreign = { tenant: "foreign" };
    for (const [webhook, scope] of [
      [id, foreign],
      ["999999", {}],
      ["one", {}],
      ["9".repeat(19), {}],
    ] as const) {
      const refused = { code: "webhook_not_found", subject: { webhook } };
      const acts = [
        () => readWebhook(db(), { webhook }, scope),
        () => putWebhook(db(), { webhook, url }, scope),
        () => rotateWebhookSecret(db(), { webhook }, scope),
        () => listWebhookFailures(db(), { webhook }, scope),
        () => deleteWebhook(db(), { webhook }, scope),
      ];
      for (const act of acts) await expect(act()).rejects.toMatchObject(refused);
      const redelivery = redeliverWebhook(db(), { webhook, delivery: "1" }, scope);
      await expect(redelivery).rejects.toMatchObject({ code: "webhook_not_found" });
    }
    expect(await listWebhooks(db(), foreign)).toEqual([]);
  });
});
