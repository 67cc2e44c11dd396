import {
  completeLesson,
  createWebhook,
  listWebhookFailures,
  putOutline,
  putWebhook,
  type Queryable,
  readFeed,
  readWebhook,
  recordEvents,
  rotateWebhookSecret,
  type WebhookInput,
} from "@milepost/engine";
import { readConfig, serve, Webhooks, WebhookWorker } from "@milepost/server";
import pg from "pg";
import { pino } from "pino";
import { Webhook as Verifier } from "standardwebhooks";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { webhooks } from "./support/useApi.ts";
import { useReceiver } from "./support/useReceiver.ts";

const lessons = ["a", "b", "c"].map((id) => ({ id, title: id }));

describe.each(databaseKinds)("sending webhooks on %s", (kind) => {
  const database = useDatabase(kind);
  const receiver = useReceiver();
  const db = () => database.app;
  const worker = (now?: () => Date) => new WebhookWorker(db(), { webhooks, now });
  const create = async (more: Partial<WebhookInput> = {}) =>
    (await createWebhook(db(), { url: receiver.url, ...more })).id;
  const record = (learner: string, lesson = "a") => completeLesson(db(), { learner, lesson });
  const types = () => receiver.received.map(({ body }) => JSON.parse(body).type);
  const ids = () => receiver.received.map(({ headers }) => headers["webhook-id"]);
  const secret = (webhook: string, version = 1) =>
    webhooks.secretOf({ tenant: "default", webhook, version });
  const failures = async (webhook: string) => (await listWebhookFailures(db(), { webhook })).items;
  let after: string;
  let webhook: string;

  beforeAll(() => putOutline(db(), { course: "c", title: "C", lessons }));
  beforeEach(async () => {
    after = (await readFeed(db(), { after: "latest" })).next;
    webhook = await create();
  });
  afterEach(() => putWebhook(db(), { webhook, url: receiver.url, disabled: true }));

  test("what is recorded arrives as the feed has it, signed so that an independent library verifies it", async () => {
    await record("ada");
    await worker().sendDue();
    const { items } = await readFeed(db(), { after });
    expect(items.map(({ type }) => type)).toEqual(["enrollment.created", "lesson.completed"]);
    expect(receiver.received).toHaveLength(2);
    for (const entry of items) {
      const request = receiver.received.find(
        ({ headers }) => headers["webhook-id"] === `evt_${entry.id}`,
      );
      const verifier = new Verifier(secret(webhook));
      const headers = request?.headers as Record<string, string>;
      expect(verifier.verify(request?.body ?? "", headers)).toEqual(
        JSON.parse(JSON.stringify({ type: entry.type, timestamp: entry.occurredAt, data: entry })),
      );
      expect(() => verifier.verify(`${request?.body} `, headers)).toThrow();
      expect(request).toMatchObject({ method: "POST", path: "/hooks" });
      expect(headers["content-type"]).toBe("application/json");
    }
  });

  test("after a rotation both secrets verify for a day, and then the new one alone", async () => {
    await rotateWebhookSecret(db(), { webhook });
    const verifies = (version: number) => {
      const { headers, body } = receiver.received.at(-1) ?? {};
      const verifier = new Verifier(secret(webhook, version));
      try {
        return verifier.verify(body ?? "", headers as Record<string, string>) !== null;
      } catch {
        return false;
      }
    };
    await record("bob");
    await worker().sendDue();
    expect([verifies(1), verifies(2), verifies(3)]).toEqual([true, true, false]);
    await database.superuser.query(
      "update milepost.webhook set former_secret_until = now() - interval '1 second'",
    );
    await record("bob", "b");
    await worker().sendDue();
    expect([verifies(1), verifies(2)]).toEqual([false, true]);
  });

  test("of some types those alone arrive, and the others are passed over", async () => {
    await putWebhook(db(), { webhook, url: receiver.url, types: ["course.completed"] });
    for (const { id } of lessons) await record("cy", id);
    await worker().sendDue();
    expect(types()).toEqual(["course.completed"]);
    await worker().sendDue();
    expect(receiver.received).toHaveLength(1);
  });

  test("an event that fails is sent again under the same id, and holds up no other", async () => {
    await record("dee");
    receiver.answer = ({ body }, response) =>
      response.writeHead(JSON.parse(body).type === "enrollment.created" ? 500 : 200).end();
    await worker().sendDue();
    const [failure, ...others] = await failures(webhook);
    expect(others).toEqual([]);
    expect(failure).toMatchObject({ lastStatus: 500, lastError: "The receiver answered 500." });
    receiver.answer = (_, response) => response.writeHead(200).end();
    await record("dee", "b");
    const sent = ids();
    await worker(() => new Date(Date.now() + 60_000)).sendDue();
    expect(ids().slice(sent.length)).toContain(`evt_${failure?.entry}`);
    expect(await failures(webhook)).toEqual([]);
    expect(new Set(ids()).size).toBe(3);
  });

  test("a receiver that is down is spared, and everything arrives once it is back", async () => {
    const learners = Array.from({ length: 40 }, (_, n) => `down-${n}`);
    await recordEvents(db(), {
      events: learners.map((learner) => ({ type: "lesson.completed", learner, lesson: "a" })),
    });
    receiver.answer = (_, response) => response.destroy();
    await worker().sendDue();
    const tried = receiver.received.length;
    expect(tried).toBeGreaterThanOrEqual(10);
    expect(tried).toBeLessThan(20);
    expect(await failures(webhook)).toHaveLength(tried);
    expect(await readWebhook(db(), { webhook })).toMatchObject({ lastSuccessAt: null });
    receiver.answer = (_, response) => response.writeHead(200).end();
    receiver.received.length = 0;
    await worker(() => new Date(Date.now() + 60_000)).sendDue();
    expect(new Set(ids()).size).toBe(80);
    expect(await failures(webhook)).toEqual([]);
  });

  test("410 disables the webhook", async () => {
    await record("eve");
    receiver.answer = (_, response) => response.writeHead(410).end();
    const said: unknown[] = [];
    const logger = pino({ base: null }, { write: (line) => said.push(JSON.parse(line)) });
    await new WebhookWorker(db(), { webhooks, logger }).sendDue();
    expect(await readWebhook(db(), { webhook })).toMatchObject({ disabledReason: "gone" });
    const msg = "a webhook is sent nothing any more";
    expect(said).toMatchObject([{ msg, tenant: "default", webhook }]);
  });

  test("a redirect is not followed", async () => {
    await record("fay");
    receiver.answer = ({ path }, response) =>
      path === "/hooks"
        ? response.writeHead(307, { location: "/elsewhere" }).end()
        : response.writeHead(200).end();
    await worker().sendDue();
    expect(receiver.received.map(({ path }) => path)).toEqual(["/hooks", "/hooks"]);
    expect(await failures(webhook)).toMatchObject([{ lastStatus: 307 }, { lastStatus: 307 }]);
  });

  test("of an endless answer no more is read than 64 KiB", async () => {
    await record("gus");
    const written: number[] = [];
    receiver.answer = (_, response) => {
      response.writeHead(200);
      let bytes = 0;
      const more = () => {
        for (let on = true; on && !response.destroyed; bytes += 65_536) {
          on = response.write(Buffer.alloc(65_536));
        }
      };
      response.on("drain", more).on("close", () => written.push(bytes));
      more();
    };
    await worker().sendDue();
    expect(types()).toHaveLength(2);
    expect(await failures(webhook)).toEqual([]);
  });

  test("what is broken off when a server ends is sent again by the next", async () => {
    await record("hal");
    receiver.answer = () => undefined; // never answers
    const ending = worker();
    const sending = ending.sendDue();
    await receiver.until(2);
    await ending.stop();
    await sending;
    expect(await failures(webhook)).toEqual([]);
    const first = ids();
    receiver.answer = (_, response) => response.writeHead(200).end();
    await worker().sendDue();
    expect(ids().slice(2).sort()).toEqual(first.sort());
  });
});

describe("sending webhooks from several servers", () => {
  const database = useDatabase("PostgreSQL");
  const receiver = useReceiver();
  const db = () => database.app;
  beforeAll(() => putOutline(db(), { course: "c", title: "C", lessons }));
  const record = (mark: string, count: number) =>
    recordEvents(db(), {
      events: Array.from({ length: count }, (_, n) => ({
        type: "lesson.completed" as const,
        learner: `${mark}-${n}`,
        lesson: "a",
      })),
    });
  const pathOf = (n: number) => `${receiver.url}/${n}`;

  test("three at once deliver every event to every webhook, and no webhook is two's at a time", async () => {
    const { next } = await readFeed(db(), { after: "latest" });
    const hooks = [1, 2, 3, 4];
    for (const n of hooks) await createWebhook(db(), { url: pathOf(n) });
    const atOnce = new Map<string, Set<string>>();
    const overlaps: string[] = [];
    const pools = [1, 2, 3].map((n) => {
      const webhooksOf = new Webhooks({ key: Buffer.alloc(32, n), allow: ["127.0.0.1"] });
      return { webhooksOf, worker: new WebhookWorker(db(), { webhooks: webhooksOf }) };
    });
    // Each server has another key here, so that a signature tells who sent.
    receiver.answer = ({ path, headers }, response) => {
      const busy = atOnce.get(path) ?? new Set();
      atOnce.set(path, busy);
      const sender = pools.findIndex(({ webhooksOf }) => {
        const webhook = String(hooks.find((n) => path.endsWith(`/${n}`)));
        const body = receiver.received.findLast((each) => each.headers === headers)?.body ?? "";
        const of = { tenant: "default", webhook, version: 1 };
        try {
          return new Verifier(webhooksOf.secretOf(of)).verify(body, headers as never) !== null;
        } catch {
          return false;
        }
      });
      busy.add(String(sender));
      if (busy.size > 1) overlaps.push(`${path} of ${[...busy].join(" and ")}`);
      setImmediate(() => {
        response.writeHead(200).end();
        response.once("close", () => busy.delete(String(sender)));
      });
    };
    for (let round = 0; round < 4; round++) {
      await record(`round-${round}`, 60);
      await Promise.all(pools.map(({ worker }) => worker.sendDue()));
    }
    for (let more = true; more; ) {
      const before = receiver.received.length;
      await Promise.all(pools.map(({ worker }) => worker.sendDue()));
      more = receiver.received.length > before;
    }
    expect(overlaps).toEqual([]);
    const { items } = await readFeed(db(), { after: next, limit: 1000 });
    expect(items.length).toBe(480);
    for (const n of hooks) {
      const sent = receiver.received
        .filter(({ path }) => path.endsWith(`/${n}`))
        .map(({ headers }) => headers["webhook-id"]);
      expect(sent.length, `webhook ${n}`).toBe(items.length);
      expect(new Set(sent)).toEqual(new Set(items.map(({ id }) => `evt_${id}`)));
    }
    for (const { webhooksOf } of pools) await webhooksOf.close();
  });

  test("one that dies after it sent is followed by another once its lease ends, with the same ids", async () => {
    await createWebhook(db(), { url: pathOf(5) });
    await record("dying", 1);
    const sent = () =>
      receiver.received
        .filter(({ path }) => path.endsWith("/5"))
        .map(({ headers }) => headers["webhook-id"]);
    const later = (seconds: number) => () => new Date(Date.now() + seconds * 1000);
    // Killed before it can say what came of it.
    const dying = {
      query: (statement: pg.QueryConfig) =>
        statement.name === "milepost.settle_webhook"
          ? Promise.reject(new Error("The process is gone."))
          : db().query(statement),
    } as unknown as Queryable;
    await new WebhookWorker(dying, { webhooks, now: later(0) }).sendDue();
    const first = sent();
    expect(first).toHaveLength(2);
    await new WebhookWorker(db(), { webhooks, now: later(50) }).sendDue();
    expect(sent()).toHaveLength(2);
    await new WebhookWorker(db(), { webhooks, now: later(61) }).sendDue();
    expect(sent().slice(2).sort()).toEqual(first.sort());
    await new WebhookWorker(db(), { webhooks, now: later(130) }).sendDue();
    expect(sent()).toHaveLength(4);
  });

  test("a server that has a key sends what was recorded, by itself", async () => {
    const pool = new pg.Pool({ connectionString: database.databaseUrl });
    const config = readConfig({
      ...{ PORT: "0", MILEPOST_AUTH: "off", LOG_LEVEL: "silent" },
      MILEPOST_WEBHOOK_KEY: "07".repeat(32),
      MILEPOST_WEBHOOK_ALLOW: "127.0.0.1",
    });
    const serving = await serve({ config, pool });
    const send = async (method: string, path: string, body: object = {}) => {
      const headers = { "content-type": "application/json" };
      const sent = { method, headers, body: JSON.stringify(body) };
      return (await (await fetch(`${serving.url}${path}`, sent)).json()) as { secret: string };
    };
    const { secret } = await send("POST", "/v1/webhooks", { url: pathOf(6) });
    await send("PUT", "/v1/learners/zoe/lessons/a/completion");
    const mine = () => receiver.received.filter(({ path }) => path.endsWith("/6"));
    for (let count = 1; mine().length < 2; count++) await receiver.until(count);
    for (const { body, headers } of mine()) {
      expect(new Verifier(secret).verify(body, headers as Record<string, string>)).toMatchObject({
        data: { learner: "zoe" },
      });
    }
    await serving.close();
    expect(pool.totalCount).toBe(0);
  });
});
