import { completeLesson, putOutline } from "@milepost/engine";
import { createApp, defaultLimits, WebhookWorker } from "@milepost/server";
import { Webhook as Verifier } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { begin, useApi, webhooks } from "./support/useApi.ts";
import { useReceiver } from "./support/useReceiver.ts";

/** What of all that is answered the tests go on with. */
interface Body {
  readonly id: string;
  readonly secret: string;
  readonly formerSecretUntil: string;
  readonly messageId: string;
  readonly items: readonly Body[];
}

const url = "https://academy.example/hooks";

describe.each(databaseKinds)("webhooks over HTTP on %s", (kind) => {
  const api = useApi(kind);
  const receiver = useReceiver();
  const call = async (method: string, path: string, body?: object, headers = {}) => {
    const sent = { token: api.administrator, headers, ...(body === undefined ? {} : { body }) };
    const response = await api.send(method, path, sent);
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Body,
    };
  };
  const create = async (more: object = {}) =>
    (await call("POST", "/v1/webhooks", { url, ...more })).body;
  const remove = ({ id }: { id: string }) => call("DELETE", `/v1/webhooks/${id}`);

  test("its secret is shown once, and no list or read has it", async () => {
    const types = ["lesson.completed", "course.completed"];
    const { status, body } = await call("POST", "/v1/webhooks", { url, types, description: "B" });
    expect(status).toBe(201);
    const { secret, ...webhook } = body;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(webhook).toMatchObject({ url, types, description: "B", secretVersion: 1, waiting: 0 });
    expect((await call("GET", `/v1/webhooks/${webhook.id}`)).body).toEqual(webhook);
    expect((await call("GET", "/v1/webhooks")).body).toEqual({ items: [webhook] });
    expect((await remove(webhook)).body).toEqual({ id: webhook.id, givenUp: 0 });
    expect(await remove(webhook)).toMatchObject({
      status: 404,
      body: { code: "webhook_not_found" },
    });
  });

  test("an Idempotency-Key creates one and answers its secret again, which is stored nowhere", async () => {
    const key = { "idempotency-key": "create once" };
    const first = await call("POST", "/v1/webhooks", { url }, key);
    const again = await call("POST", "/v1/webhooks", { url }, key);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect((await call("GET", "/v1/webhooks")).body.items).toHaveLength(1);
    const { secret } = first.body;
    const kept = await api.database.superuser.query<{ body: string }>(
      "select body from milepost.idempotent_answer",
    );
    expect(kept.rows[0]?.body).toContain(url);
    expect(kept.rows[0]?.body).not.toContain('secret"');
    const tables = await api.database.superuser.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'milepost'::regnamespace and relkind = 'r'",
    );
    for (const { name } of tables.rows) {
      const { rows } = await api.database.superuser.query(
        `select from milepost.${name} r where strpos(r::text, $1) > 0`,
        [secret.slice("whsec_".length, -1)],
      );
      expect(rows, name).toHaveLength(0);
    }
    await remove(first.body);
  });

  test("a put replaces it, disables it and enables it again", async () => {
    const { secret, ...created } = await create({ types: ["deadline.moved"], description: "Old" });
    const path = `/v1/webhooks/${created.id}`;
    const disabled = await call("PUT", path, { url, disabled: true });
    expect(disabled.body).toEqual({
      ...created,
      types: null,
      description: null,
      disabledAt: begin.toISOString(),
      disabledReason: "administrator",
    });
    const renamed = await call("PUT", path, { url: `${url}/2`, types: ["lesson.completed"] });
    expect(renamed.body).toMatchObject({ url: `${url}/2`, disabledReason: "administrator" });
    const enabled = await call("PUT", path, { url, disabled: false });
    expect(enabled.body).toMatchObject({ disabledAt: null, disabledReason: null, types: null });
    await remove(created);
  });

  test("a rotation shows another secret", async () => {
    const created = await create();
    const { status, body } = await call("POST", `/v1/webhooks/${created.id}/rotate-secret`);
    expect({ status, body }).toMatchObject({ status: 200, body: { secretVersion: 2 } });
    expect(body.formerSecretUntil).toBe(new Date(begin.getTime() + 86_400_000).toISOString());
    expect(body.secret).not.toBe(created.secret);
    await remove(created);
  });

  test("a test is sent at once, signed so that an independent library verifies it", async () => {
    const created = await create({ url: receiver.url });
    // The library compares with its own clock.
    api.clock.now = new Date();
    const { body } = await call("POST", `/v1/webhooks/${created.id}/test`);
    const [request] = receiver.received;
    const messageId = request?.headers["webhook-id"];
    expect(body).toEqual({ arrived: true, status: 200, error: null, messageId });
    const headers = request?.headers as Record<string, string>;
    expect(new Verifier(created.secret).verify(request?.body ?? "", headers)).toEqual({
      type: "webhook.test",
      timestamp: api.clock.now.toISOString(),
      data: { webhook: created.id },
    });
    receiver.answer = (_, response) => response.writeHead(500).end();
    expect((await call("POST", `/v1/webhooks/${created.id}/test`)).body).toMatchObject({
      arrived: false,
      status: 500,
      error: "The receiver answered 500.",
    });
    await remove(created);
  });

  test("a test of a receiver that does not answer says so before the request's own time is up", async () => {
    const created = await create({ url: receiver.url });
    receiver.answer = () => {};
    const limits = { ...defaultLimits, requestMs: 1_000 };
    const app = createApp({ pool: api.database.app, auth: { mode: "off" }, webhooks, limits });
    const path = `http://localhost/v1/webhooks/${created.id}/test`;
    const response = await app.request(path, { method: "POST" });
    expect(await response.json()).toMatchObject({
      arrived: false,
      status: null,
      error: "No answer in time.",
    });
    await remove(created);
  });

  test("what does not arrive is listed, and sent again when asked for", async () => {
    const created = await create({ url: receiver.url });
    const path = `/v1/webhooks/${created.id}`;
    const lessons = [{ id: "a", title: "A" }];
    await putOutline(api.database.app, { course: "hooked", title: "Hooked", lessons });
    await completeLesson(api.database.app, { learner: "ada", lesson: "a" });
    const worker = new WebhookWorker(api.database.app, { webhooks, now: () => api.clock.now });
    receiver.answer = (_, response) => response.writeHead(503).end();
    await worker.sendDue();
    const all = await call("GET", `${path}/failures`);
    expect(all.body.items).toHaveLength(4);
    const first = all.body.items[0] ?? all.body;
    expect(first).toMatchObject({
      messageId: receiver.received[0]?.headers["webhook-id"],
      type: "outline.changed",
      state: "waiting",
      attempts: 1,
      lastStatus: 503,
      lastError: "The receiver answered 503.",
    });
    const page = await call("GET", `${path}/failures?limit=3`);
    expect(page.headers.get("link")).toContain("after=");
    expect((await call("GET", path)).body).toMatchObject({ waiting: 4, givenUp: 0 });

    receiver.answer = (_, response) => response.writeHead(204).end();
    const redelivery = await call("POST", `${path}/failures/${first.id}/redeliver`);
    expect(redelivery.body).toMatchObject({ id: first.id, state: "waiting", attempts: 0 });
    await worker.sendDue();
    expect(receiver.received.at(-1)?.headers["webhook-id"]).toBe(first.messageId);
    expect((await call("GET", `${path}/failures`)).body.items).toHaveLength(3);
    const unknown = await call("POST", `${path}/failures/${first.id}/redeliver`);
    expect(unknown).toMatchObject({ status: 404, body: { code: "delivery_not_found" } });
    await call("PUT", path, { url, disabled: true });
    const disabled = await call("POST", `${path}/failures/${Number(first.id) + 1}/redeliver`);
    expect(disabled).toMatchObject({ status: 409, body: { code: "webhook_disabled" } });
    expect((await remove(created)).body).toMatchObject({ givenUp: 3 });
  });

  test.each([
    ["a URL that is none", { url: "nonsense" }, 422, "webhook_url_refused"],
    ["plain HTTP", { url: "http://academy.example/" }, 422, "webhook_url_refused"],
    ["another scheme", { url: "ftp://academy.example/" }, 422, "webhook_url_refused"],
    ["credentials", { url: "https://a:b@academy.example/" }, 422, "webhook_url_refused"],
    ["a fragment", { url: "https://academy.example/#a" }, 422, "webhook_url_refused"],
    ["a private address", { url: "https://10.0.0.1/" }, 422, "webhook_url_refused"],
    ["a mapped address", { url: "https://[::ffff:10.0.0.1]/" }, 422, "webhook_url_refused"],
    ["this machine", { url: "https://localhost/" }, 422, "webhook_url_refused"],
    ["2,001 characters", { url: `${url}/${"x".repeat(2_000)}` }, 422, "text_out_of_range"],
    ["no type", { url, types: [] }, 400, "webhook_types_unknown"],
    ["a type that is none", { url, types: ["lesson.viewed"] }, 400, "webhook_types_unknown"],
    ["a field too many", { url, secret: "mine" }, 400, "request_invalid"],
    ["an empty description", { url, description: "" }, 422, "text_out_of_range"],
  ])("%s is refused, at creation and afterwards", async (_, input, status, code) => {
    const created = await create();
    expect(await call("POST", "/v1/webhooks", input)).toMatchObject({ status, body: { code } });
    const put = await call("PUT", `/v1/webhooks/${created.id}`, input);
    expect(put).toMatchObject({ status, body: { code } });
    await remove(created);
  });

  test("the 51st is refused", async () => {
    for (let n = 0; n < 50; n++) await create();
    const refused = await call("POST", "/v1/webhooks", { url });
    expect(refused).toMatchObject({ status: 409, body: { code: "webhooks_too_many" } });
    for (const each of (await call("GET", "/v1/webhooks")).body.items) await remove(each);
  });

  test("a server without a key shows no secret and creates nothing", async () => {
    const created = await create();
    const app = createApp({ pool: api.database.app, auth: { mode: "off" } });
    const ask = (method: string, path: string, body?: object) =>
      app.request(`http://localhost${path}`, {
        method,
        headers: { "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const path = `/v1/webhooks/${created.id}`;
    for (const [where, body] of [
      ["/v1/webhooks", { url }],
      [`${path}/rotate-secret`, undefined],
      [`${path}/test`, undefined],
    ] as const) {
      const response = await ask("POST", where, body);
      expect(response.status, where).toBe(409);
      expect(await response.json()).toMatchObject({ code: "webhooks_not_configured" });
    }
    expect((await ask("PUT", path, { url, disabled: true })).status).toBe(200);
    expect((await call("GET", path)).body).toMatchObject({ secretVersion: 1 });
    await remove(created);
  });
});
