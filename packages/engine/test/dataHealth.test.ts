import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { createTenant } from "../src/createTenant.ts";
import { doctor } from "../src/doctor.ts";
import { enroll } from "../src/enroll.ts";
import { forgetIntake } from "../src/health/forgetIntake.ts";
import { type IntakeCount, noteIntake } from "../src/health/noteIntake.ts";
import { reportDataHealth } from "../src/health/reportDataHealth.ts";
import { putOutline } from "../src/putOutline.ts";
import { readFeed } from "../src/readFeed.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { recountAllAttempts } from "../src/recountAllAttempts.ts";
import { foldReports } from "../src/reports/foldReports.ts";
import { createWebhook } from "../src/webhooks/createWebhook.ts";
import { leaseWebhook } from "../src/webhooks/leaseWebhook.ts";
import { putWebhook } from "../src/webhooks/putWebhook.ts";
import { settleWebhook } from "../src/webhooks/settleWebhook.ts";
import { outlineLessons } from "./support/outlineLessons.ts";

const now = new Date("2026-03-20T10:30:00Z");
const hours = (n: number) => new Date(now.getTime() - n * 3_600_000);

const recorded = (more: Partial<IntakeCount> = {}): IntakeCount => ({
  ...{ source: "lms", outcome: "recorded", code: null, n: 1, clamped: 0 },
  ...{ lastAt: now, lastOccurredAt: now, lags: [] },
  ...more,
});
const refused = (code: string, more: Partial<IntakeCount> = {}): IntakeCount =>
  recorded({ outcome: "refused", code, lastOccurredAt: null, ...more });

describe.each(databaseKinds)("data health on %s", (kind) => {
  const database = useDatabase(kind);
  let tenants = 0;
  /** A tenant in which nothing happened. */
  const newTenant = async () => {
    const tenant = `health-${++tenants}`;
    await createTenant(database.superuser, { tenant });
    return tenant;
  };
  const note = (tenant: string, ...counts: IntakeCount[]) =>
    noteIntake(database.app, { counts }, { tenant });
  const report = (tenant: string) => reportDataHealth(database.app, { tenant, now });
  const sources = async (tenant: string) => (await report(tenant)).sources;

  test("of a tenant in which nothing happened it says so", async () => {
    expect(await report(await newTenant())).toEqual({
      asOf: now,
      sources: [],
      refusals: [],
      feed: { position: 0, lastReceivedAt: null, isBehind: false },
      reports: { waiting: 0, recounts: 0 },
      webhooks: { enabled: 0, failing: 0, waiting: 0, givenUp: 0 },
      doctor: null,
    });
    const nowhere = reportDataHealth(database.app, { tenant: "nowhere" });
    await expect(nowhere).rejects.toMatchObject({ code: "tenant_not_found" });
  });

  test("adds up what servers counted, each source by itself, the last to send first", async () => {
    const tenant = await newTenant();
    const early = { lastAt: hours(2), lastOccurredAt: hours(3) };
    await note(
      tenant,
      recorded({ n: 5, clamped: 1, lags: [3, 2], ...early }),
      recorded({ outcome: "unchanged", n: 4 }),
      refused("lesson_not_found", { n: 2 }),
      recorded({ source: "site", ...early }),
    );
    await note(tenant, recorded({ n: 2, clamped: 1, lags: [0, 1, 0, 1], lastAt: hours(2.2) }));
    expect(await sources(tenant)).toEqual([
      {
        ...{ source: "lms", lastEventAt: now, lastReceivedAt: now, isSilent: false },
        ...{ recorded24h: 7, unchanged24h: 4, refused24h: 2, clamped24h: 2 },
        lagSeconds: { p50: 2, p95: 8 },
      },
      {
        ...{ source: "site", lastEventAt: hours(3), lastReceivedAt: hours(2), isSilent: false },
        ...{ recorded24h: 1, unchanged24h: 0, refused24h: 0, clamped24h: 0, lagSeconds: null },
      },
    ]);
    expect(await sources(await newTenant())).toEqual([]);
  });

  test("counts the hour that runs and the 23 before, and keeps sources for 30 days", async () => {
    const tenant = await newTenant();
    await note(
      tenant,
      recorded({ n: 1, lags: [1], lastAt: hours(23.4) }),
      refused("lesson_not_found", { lastAt: hours(23.6) }),
      recorded({ source: "old", lastAt: hours(24 * 29) }),
      recorded({ source: "gone", lastAt: hours(24 * 31) }),
    );
    const lms = { source: "lms", recorded24h: 1, refused24h: 0, lagSeconds: { p50: 1, p95: 1 } };
    const old = { source: "old", recorded24h: 0, lagSeconds: null };
    expect(await sources(tenant)).toMatchObject([lms, old]);
    const before = hours(24 * 30);
    expect(await forgetIntake(database.app, { before }, { tenant })).toBe(1);
    expect(await forgetIntake(database.app, { before }, { tenant })).toBe(0);
  });

  test.each([
    [true, "sent on 5 of the 7 days before, and nothing for 24 hours", [25, 50, 75, 100, 190]],
    [true, "sent nothing for exactly 24 hours", [24, 50, 75, 100, 190]],
    [false, "sent within 24 hours", [23.9, 25, 50, 75, 100, 190]],
    [false, "sent on 4 of the 7 days before", [25, 26, 50, 75, 100]],
    [false, "sent on the fifth of the days before the 7", [25, 50, 75, 100, 192.5]],
  ])("is it silent? %s of a source that %s", async (isSilent, _, sent) => {
    const tenant = await newTenant();
    for (const ago of sent) await note(tenant, recorded({ lastAt: hours(ago) }));
    expect(await sources(tenant)).toMatchObject([{ isSilent }]);
  });

  test("a source all of which is refused is not silent, and has no event", async () => {
    const tenant = await newTenant();
    for (const ago of [1, 25, 50, 75, 100, 190]) {
      await note(tenant, refused("lesson_not_found", { lastAt: hours(ago) }));
    }
    expect(await sources(tenant)).toMatchObject([{ isSilent: false, lastEventAt: null }]);
  });

  test("lists what was refused in 7 days by source and refusal, the most frequent first", async () => {
    const tenant = await newTenant();
    await note(
      tenant,
      refused("lesson_not_found", { n: 2, lastAt: hours(100) }),
      refused("lesson_not_found", { n: 3, lastAt: hours(50) }),
      refused("time_out_of_range", { n: 1 }),
      refused("lesson_not_found", { source: "site", n: 9, lastAt: hours(167) }),
      refused("lesson_not_found", { source: "old", n: 9, lastAt: hours(169) }),
    );
    expect((await report(tenant)).refusals).toEqual([
      { source: "site", code: "lesson_not_found", n: 9, lastAt: hours(167) },
      { source: "lms", code: "lesson_not_found", n: 5, lastAt: hours(50) },
      { source: "lms", code: "time_out_of_range", n: 1, lastAt: now },
    ]);
  });

  test("takes 1,000 counts at once, and shows 200 sources and 200 refusals", async () => {
    const tenant = await newTenant();
    const many = Array.from({ length: 1_001 }, (_, n) =>
      refused("lesson_not_found", { source: `key ${n}` }),
    );
    await expect(note(tenant, ...many)).rejects.toMatchObject({ code: "batch_too_large" });
    expect(await sources(tenant)).toEqual([]);
    await note(tenant, ...many.slice(1));
    const { sources: shown, refusals } = await report(tenant);
    expect([shown.length, refusals.length]).toEqual([200, 200]);
  });

  describe("of what follows from the facts", () => {
    let tenant = "";
    beforeAll(async () => {
      tenant = await newTenant();
    });

    test("the feed: where it is, and whether it has all that was committed", async () => {
      const scope = { tenant, now: hours(1) };
      const lessons = outlineLessons(["a", "b"]);
      await putOutline(database.app, { course: "fs", title: "Fire", lessons }, scope);
      const behind = { position: 0, lastReceivedAt: null, isBehind: true };
      expect((await report(tenant)).feed).toEqual(behind);
      const event = { type: "lesson.completed", learner: "ada", lesson: "a" } as const;
      await recordEvents(database.app, { events: [event] }, scope);
      await readFeed(database.app, {}, { tenant });
      const read = { position: 3, lastReceivedAt: hours(1), isBehind: false };
      expect((await report(tenant)).feed).toEqual(read);
      await recordEvents(database.app, { events: [{ ...event, lesson: "b" }] }, scope);
      expect((await report(tenant)).feed).toEqual({ ...read, isBehind: true });
    });

    test("the reports: what is not folded, and courses that follow an edit", async () => {
      expect((await report(tenant)).reports.waiting).toBeGreaterThan(0);
      await foldReports(database.app, {}, { tenant });
      expect((await report(tenant)).reports).toEqual({ waiting: 0, recounts: 0 });
      const put = (names: readonly string[]) =>
        putOutline(
          database.app,
          { course: "gs", title: "Gas", lessons: outlineLessons(names), recountAtOnce: 0 },
          { tenant },
        );
      await put(["c", "d"]);
      await enroll(database.app, { course: "gs", learner: "ada" }, { tenant });
      await put(["c"]);
      expect((await report(tenant)).reports.recounts).toBe(1);
      await recountAllAttempts(database.app, {}, { tenant });
      await foldReports(database.app, {}, { tenant });
      expect((await report(tenant)).reports).toEqual({ waiting: 0, recounts: 0 });
    });

    test("the webhooks: those that are on, and what did not arrive", async () => {
      const scope = { tenant, now };
      const url = "https://receiver.example/";
      const { id: webhook } = await createWebhook(database.app, { url }, scope);
      const { id: off } = await createWebhook(database.app, { url }, scope);
      await putWebhook(database.app, { webhook: off, url, disabled: true }, scope);
      await leaseWebhook(database.app, { webhook, lease: "one", seconds: 60 }, scope);
      const { items } = await readFeed(database.app, { limit: 2 }, { tenant });
      const failed = items.map((entry) => ({ entry, status: 500, error: "It failed." }));
      const round = { webhook, lease: "one", after: items[1]?.cursor ?? "", arrived: [], failed };
      await settleWebhook(database.app, { ...round, gone: false }, scope);
      expect((await report(tenant)).webhooks).toEqual({
        ...{ enabled: 1, failing: 1, waiting: 2, givenUp: 0 },
      });
    });

    test("the doctor: what it found when it last ran, where it may write", async () => {
      await doctor(database.superuser, {}, { tenant, now: hours(2) });
      const run = { ranAt: hours(2), isRepair: false, attempts: 2, differences: 0, remaining: 0 };
      const { doctor: first } = await report(tenant);
      expect(first).toEqual({ ...run, durationMs: expect.any(Number), ok: true });
      await database.superuser.query(
        `update milepost.report_cell set n = n + 1 where tenant_id = (
           select t.tenant_id from milepost.tenant t where t.name = $1)`,
        [tenant],
      );
      await doctor(database.superuser, {}, { tenant, now: hours(1) });
      const found = { differences: expect.any(Number), ok: false, ranAt: hours(1) };
      const { doctor: second } = await report(tenant);
      expect(second).toMatchObject(found);
      expect(second?.remaining).toBe(second?.differences);
      await doctor(database.superuser, { repair: true }, { tenant, now });
      const mended = { isRepair: true, remaining: 0, ok: true, differences: second?.differences };
      expect((await report(tenant)).doctor).toMatchObject(mended);

      const client = await database.superuser.connect();
      await client.query("begin transaction read only");
      expect(await doctor(client, {}, { tenant })).toMatchObject({ differenceCount: 0 });
      await client.query("rollback");
      client.release();
      expect((await report(tenant)).doctor).toMatchObject({ ranAt: now });
    });
  });
});
