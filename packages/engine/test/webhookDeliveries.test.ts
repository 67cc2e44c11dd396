import { beforeEach, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { createTenant } from "../src/createTenant.ts";
import { eraseLearner } from "../src/eraseLearner.ts";
import { putOutline } from "../src/putOutline.ts";
import { readFeed } from "../src/readFeed.ts";
import type { FeedEntry } from "../src/types.ts";
import { createWebhook } from "../src/webhooks/createWebhook.ts";
import { leaseWebhook } from "../src/webhooks/leaseWebhook.ts";
import { listDueDeliveries } from "../src/webhooks/listDueDeliveries.ts";
import { listDueWebhooks } from "../src/webhooks/listDueWebhooks.ts";
import { listWebhookFailures } from "../src/webhooks/listWebhookFailures.ts";
import { putWebhook } from "../src/webhooks/putWebhook.ts";
import { readWebhook } from "../src/webhooks/readWebhook.ts";
import { redeliverWebhook } from "../src/webhooks/redeliverWebhook.ts";
import { settleWebhook } from "../src/webhooks/settleWebhook.ts";
import { at } from "./support/at.ts";

const url = "https://receiver.example/hooks";
const minutes = { second: 1 / 60, hour: 60, day: 1440 };

describe.each(databaseKinds)("deliveries of webhooks on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;
  let tenants = 0;
  let leases = 0;
  let tenant: string;
  let webhook: string;
  const on = (minute: number) => ({ tenant, now: at(minute) });

  /** A tenant with one webhook and a course of three lessons, whose outline it has not been sent. */
  beforeEach(async () => {
    tenant = `hooks-${++tenants}`;
    await createTenant(database.superuser, { tenant });
    webhook = (await createWebhook(db(), { url }, on(0))).id;
    const lessons = ["a", "b", "c"].map((id) => ({ id, title: id }));
    await putOutline(db(), { course: "c", title: "C", lessons }, on(0));
  });

  const isDue = async (minute: number) => {
    const { due } = await listDueWebhooks(db(), { limit: 1000 }, { now: at(minute) });
    const named = await listDueWebhooks(db(), { tenants: [tenant] }, { now: at(minute) });
    expect(named.due).toEqual(due.filter((each) => each.tenant === tenant));
    return due.some((each) => each.tenant === tenant && each.webhook === webhook);
  };
  /** Leases the webhook, and has each entry arrive or fail as `outcome` says. */
  const round = async (
    minute: number,
    outcome: (entry: FeedEntry) => number = () => 200,
    { gone = false, limit = 100 } = {},
  ) => {
    const lease = `lease ${++leases}`;
    const leased = await leaseWebhook(db(), { webhook, lease, seconds: 60 }, on(minute));
    if (leased === null) return null;
    const again = await listDueDeliveries(db(), { webhook, limit: 100 }, on(minute));
    const { after, room } = leased;
    const feed =
      room > 0
        ? await readFeed(db(), { after, limit: Math.min(limit, room) }, on(minute))
        : { items: [], next: after };
    const entries = [...again, ...feed.items];
    const arrived = entries.filter((entry) => outcome(entry) === 200);
    const failed = entries.flatMap((entry) =>
      outcome(entry) === 200 ? [] : [{ entry, status: outcome(entry), error: "It failed." }],
    );
    const settled = { webhook, lease, after: feed.next, arrived, failed, gone };
    expect(await settleWebhook(db(), settled, on(minute))).toMatchObject({ settled: true });
    return entries;
  };
  const failures = async () => (await listWebhookFailures(db(), { webhook }, { tenant })).items;
  const record = (learner: string, lesson = "a") =>
    completeLesson(db(), { learner, lesson }, on(0));

  test("there is something to be sent once something was recorded, and nothing once it arrived", async () => {
    expect(await isDue(1)).toBe(true);
    expect((await round(1))?.map(({ type }) => type)).toEqual(["outline.changed"]);
    expect(await isDue(1)).toBe(false);
    await record("ada");
    expect(await isDue(1)).toBe(true);
    expect(await round(1)).toHaveLength(2);
    expect(await isDue(1)).toBe(false);
    expect(await readWebhook(db(), { webhook }, { tenant })).toMatchObject({
      lastSuccessAt: at(1),
      lastFailureAt: null,
      waiting: 0,
    });
  });

  test("while a lease holds nobody else gets one, and what its holder says later counts for nothing", async () => {
    const first = { webhook, lease: `first of ${tenant}`, seconds: 60 };
    const leased = await leaseWebhook(db(), first, on(1));
    expect(leased).toMatchObject({ url, types: null, room: 100, secretVersion: 1 });
    expect(await isDue(1.9)).toBe(false);
    expect(await leaseWebhook(db(), { ...first, lease: "second" }, on(1.9))).toBeNull();
    expect(await isDue(2)).toBe(true);
    expect(await round(2)).toHaveLength(1);
    const late = { webhook, lease: first.lease, after: leased?.after ?? "", gone: true };
    const items = (await readFeed(db(), { after: leased?.after }, { tenant })).items;
    const failed = items.map((entry) => ({ entry, status: 500, error: "Too late." }));
    expect(await settleWebhook(db(), { ...late, arrived: [], failed }, on(3))).toEqual({
      settled: false,
      disabledReason: null,
    });
    expect(await failures()).toEqual([]);
    expect(await readWebhook(db(), { webhook }, { tenant })).toMatchObject({ disabledAt: null });
  });

  test("an event that fails is tried again over three days, the same each time, and holds up no other", async () => {
    await record("ada");
    const isAda = ({ learner }: FeedEntry) => (learner === "ada" ? 500 : 200);
    const [, , completion] =
      (await round(1, (e) => (e.type === "lesson.completed" ? 500 : 200))) ?? [];
    await record("bob");
    expect(await round(1)).toHaveLength(2);
    const waits = [
      5 * minutes.second,
      5,
      30,
      2 * minutes.hour,
      5 * minutes.hour,
      10 * minutes.hour,
      14 * minutes.hour,
      20 * minutes.hour,
      24 * minutes.hour,
    ];
    let now = 1;
    for (const [i, wait] of waits.entries()) {
      const [failure] = await failures();
      expect(failure).toMatchObject({ state: "waiting", attempts: i + 1, lastStatus: 500 });
      expect(failure).toMatchObject({ entry: completion?.id, firstFailedAt: at(1) });
      const due = (failure?.nextAttemptAt?.getTime() ?? 0) - at(now).getTime();
      expect(due / 60_000).toBeGreaterThanOrEqual(wait - 0.001);
      expect(due / 60_000).toBeLessThanOrEqual(wait * 1.1 + 0.001);
      expect(await isDue(now + wait * 0.99)).toBe(false);
      now += wait * 1.11;
      await record(`other-${i}`);
      const entries = (await round(now, isAda)) ?? [];
      expect(entries[0]).toEqual(completion);
      expect(entries).toHaveLength(3);
    }
    expect(now).toBeGreaterThan(3 * minutes.day);
    const [dead] = await failures();
    expect(dead).toMatchObject({ state: "givenUp", attempts: 10, nextAttemptAt: null });
    expect(dead?.givenUpAt).toEqual(at(now));
    expect(await isDue(now + 365 * minutes.day)).toBe(false);
    const counts = { waiting: 0, givenUp: 1, disabledAt: null };
    expect(await readWebhook(db(), { webhook }, { tenant })).toMatchObject(counts);

    const redelivered = await redeliverWebhook(
      db(),
      { webhook, delivery: dead?.id ?? "" },
      on(now + 1),
    );
    expect(redelivered).toMatchObject({
      state: "waiting",
      attempts: 0,
      nextAttemptAt: at(now + 1),
    });
    expect(await round(now + 1)).toEqual([completion]);
    expect(await failures()).toEqual([]);
  });

  test("with a hundred waiting no more is taken from the feed, and it goes on from there", async () => {
    await round(1);
    for (let n = 0; n < 55; n++) await record(`many-${n}`);
    let now = 2;
    for (let sent = 1; sent > 0; now += 0.001) {
      const limit = 60;
      sent = (await round(now, () => 503, { limit }))?.length ?? 0;
      now += 5;
      if ((await failures()).length === 100) break;
    }
    const counts = { waiting: 100, givenUp: 0 };
    expect(await readWebhook(db(), { webhook }, { tenant })).toMatchObject(counts);
    now += minutes.day;
    expect(await round(now, () => 503)).toHaveLength(100);
    expect(await isDue(now)).toBe(false);
    now += minutes.day;
    expect(await round(now)).toHaveLength(100);
    expect(await round(now)).toHaveLength(10);
    expect(await failures()).toEqual([]);
    expect(await isDue(now)).toBe(false);
  });

  test("a receiver that takes nothing is asked ever less often, up to every five minutes", async () => {
    const waits = [];
    let now = 1;
    for (let n = 0; n < 12; n++) {
      await record(`n-${n}`);
      await round(now, () => 503, { limit: 1 });
      const next = await database.superuser.query<{ next_round_at: Date }>(
        "select next_round_at from milepost.webhook where webhook_id = $1",
        [webhook],
      );
      waits.push(((next.rows[0]?.next_round_at.getTime() ?? 0) - at(now).getTime()) / 1000);
      now += 6;
    }
    expect(waits).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255, 300, 300, 300]);
  });

  test("410 disables a webhook at once, and enabled again it goes on where it was", async () => {
    await record("ada");
    await round(1, (entry) => (entry.type === "outline.changed" ? 410 : 200), {
      gone: true,
      limit: 1,
    });
    expect(await readWebhook(db(), { webhook }, { tenant })).toMatchObject({
      disabledAt: at(1),
      disabledReason: "gone",
      waiting: 1,
    });
    expect(await isDue(10)).toBe(false);
    const [failure] = await failures();
    const redelivery = redeliverWebhook(db(), { webhook, delivery: failure?.id ?? "" }, { tenant });
    await expect(redelivery).rejects.toMatchObject({ code: "webhook_disabled" });
    await putWebhook(db(), { webhook, url, disabled: false }, on(10));
    expect((await round(10))?.map(({ type }) => type)).toEqual([
      ...["outline.changed", "enrollment.created", "lesson.completed"],
    ]);
  });

  test("a webhook at which nothing arrived for three days is disabled and keeps its place", async () => {
    let now = 1;
    for (let n = 0; n < 10; n++, now += 2 * minutes.day) await round(now, () => 503);
    expect(await readWebhook(db(), { webhook }, { tenant })).toMatchObject({
      disabledReason: "failing",
      givenUp: 1,
      waiting: 0,
    });
    await record("ada");
    await putWebhook(db(), { webhook, url, disabled: false }, on(now));
    expect(await round(now)).toHaveLength(2);
  });

  test("of a learner who was erased meanwhile nothing is sent again", async () => {
    await record("ada");
    await round(1, () => 503);
    await eraseLearner(db(), { learner: "ada" }, on(2));
    const again = await listDueDeliveries(db(), { webhook, limit: 10 }, on(minutes.day));
    expect(again.map(({ type }) => type).sort()).toEqual([
      ...["enrollment.created", "lesson.completed", "outline.changed"],
    ]);
    expect(JSON.stringify(again)).not.toContain("ada");
  });

  test("failures are listed page by page, in the order of the feed", async () => {
    await record("ada");
    await round(1, () => 503);
    const page = async (after?: string) =>
      listWebhookFailures(db(), { webhook, limit: 2, after }, { tenant });
    const first = await page();
    const second = await page(first.next ?? "");
    expect([...first.items, ...second.items].map(({ type }) => type)).toEqual([
      ...["outline.changed", "enrollment.created", "lesson.completed"],
    ]);
    expect(second.next).toBeNull();
    await expect(page("nonsense")).rejects.toMatchObject({ code: "cursor_invalid" });
    for (const delivery of ["999", "x"]) {
      const unknown = redeliverWebhook(db(), { webhook, delivery }, { tenant });
      await expect(unknown).rejects.toMatchObject({ code: "delivery_not_found" });
    }
  });

  test("tenants are looked at so many at a time, each in its turn", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { due, next }: Awaited<ReturnType<typeof listDueWebhooks>> = await listDueWebhooks(
        db(),
        { after, limit: 2 },
        { now: at(365 * minutes.day) },
      );
      seen.push(...due.map((each) => each.tenant));
      after = next;
    } while (after !== null);
    expect(seen).toContain(tenant);
    expect(seen).toEqual([...new Set(seen)].sort());
  });

  test("looking for what is due writes nothing", async () => {
    await record("ada");
    const rows = async () =>
      (
        await database.superuser.query(
          `select w.xmin, w.*, f.xmin, f.*
           from milepost.webhook w join milepost.feed_position f using (tenant_id)
           order by w.webhook_id, f.tenant_id`,
        )
      ).rows;
    const before = await rows();
    expect(await isDue(1)).toBe(true);
    expect(await rows()).toEqual(before);
  });
});
