import { putOutline } from "@milepost/engine";
import { createApp, type Limits } from "@milepost/server";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "../../../tests/support/useDatabase.ts";
import { holdLock } from "./support/holdLock.ts";

const mebibyte = 1024 * 1024;

/** So many bytes as chunks, without a Content-Length; endless when there is no last one. */
function stream(bytes: number): ReadableStream<Uint8Array> {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      if (left === 0) return controller.close();
      const size = Math.min(left, 64 * 1024);
      left -= size;
      controller.enqueue(new Uint8Array(size).fill(0x20));
    },
  });
}

describe("limits", () => {
  const database = useDatabase("PostgreSQL");
  let pool: pg.Pool;
  beforeAll(() => {
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 1 });
  });
  afterAll(() => pool.end());

  const send = async (
    path: string,
    {
      body,
      limits,
      method = "PUT",
      type = "application/json",
    }: {
      body?: string | ReadableStream;
      limits?: Partial<Limits>;
      method?: string;
      type?: string;
    },
  ) =>
    createApp({ pool, auth: { mode: "off" }, ...(limits ? { limits } : {}) }).fetch(
      new Request(`http://localhost${path}`, {
        method,
        headers: { "content-type": type },
        ...(body === undefined ? {} : { body, duplex: "half" }),
      }),
    );
  const tooLarge = { status: 413, code: "body_too_large" };

  test("a body has up to 1 MiB, announced or not", async () => {
    const spaces = (length: number) => `{${" ".repeat(length - 2)}}`;
    const path = "/v1/learners/ada";
    expect((await send(path, { body: spaces(mebibyte) })).ok).toBe(true);
    const announced = await send(path, { body: spaces(mebibyte + 1) });
    expect(await announced.json()).toMatchObject(tooLarge);
    expect(announced.headers.get("connection")).toBe("close");
    expect(await (await send(path, { body: stream(mebibyte) })).json()).toMatchObject({
      code: "json_malformed",
    });
    const endless = await send(path, { body: stream(Number.POSITIVE_INFINITY) });
    expect(await endless.json()).toMatchObject(tooLarge);
  });

  test("a batch has up to 8 MiB", async () => {
    const spaces = (length: number) => `{"events":[${" ".repeat(length - 13)}]}`;
    const post = (length: number) => send("/v1/events", { method: "POST", body: spaces(length) });
    expect((await post(8 * mebibyte)).status).toBe(200);
    expect(await (await post(8 * mebibyte + 1)).json()).toMatchObject(tooLarge);
    const lines = (length: number) =>
      send("/v1/events", { method: "POST", body: stream(length), type: "application/x-ndjson" });
    expect((await lines(8 * mebibyte)).status).toBe(200);
    expect(await (await lines(8 * mebibyte + 1)).json()).toMatchObject(tooLarge);
    const learners = `{"learners":[${" ".repeat(2 * mebibyte)}]}`;
    const bulk = await send("/v1/courses/fs/enrollments", { method: "POST", body: learners });
    expect(await bulk.json()).toMatchObject({ code: "course_not_found" });
  });

  test("the limits of bodies can be set", async () => {
    const limits = { bodyBytes: 10, largeBodyBytes: 20 };
    const put = await send("/v1/learners/ada", { body: `{${" ".repeat(9)}}`, limits });
    expect(await put.json()).toMatchObject({ ...tooLarge, detail: "The body may have 10 bytes." });
    const post = { method: "POST", limits };
    expect((await send("/v1/events", { ...post, body: '{"events":[]}' })).status).toBe(200);
  });

  test("a body that does not arrive in time is given up with 408", async () => {
    const body = new ReadableStream({ pull: () => new Promise(() => {}) });
    const response = await send("/v1/learners/ada", { body, limits: { requestMs: 30 } });
    expect(await response.json()).toMatchObject({ status: 408, code: "request_too_slow" });
  });

  test("an answer that does not come in time is given up with 503", async () => {
    const lock = await holdLock(database.superuser);
    const limits = { requestMs: 30 };
    const response = await send("/v1/courses", { method: "GET", limits });
    expect(await response.json()).toMatchObject({ status: 503, code: "timed_out" });
    expect(response.headers.get("retry-after")).toBe("1");
    await lock.release();
  });

  test("requests beyond those that may wait for a connection are turned away", async () => {
    const held = await pool.connect();
    const limits = { waiting: 2 };
    const get = () => send("/v1/courses", { method: "GET", limits });
    const waiting = [get(), get()];
    while (pool.waitingCount < 2) await new Promise(setImmediate);
    const response = await get();
    expect(await response.json()).toMatchObject({ status: 503, code: "database_busy" });
    held.release();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200]);
  });

  test("facts beyond those that may wait for a call are turned away, and not recorded", async () => {
    const lessons = [{ id: "waiting-1", title: "Lesson" }];
    await putOutline(pool, { course: "waiting", title: "Course", lessons });
    const app = createApp({ pool, auth: { mode: "off" }, limits: { waiting: 2 } });
    const path = "/v1/learners/ada/lessons/waiting-1/completion";
    const put = async () => app.fetch(new Request(`http://localhost${path}`, { method: "PUT" }));
    const held = await pool.connect();
    // The first is a call, which waits for the connection; two more gather behind it.
    const answers = [put()];
    while (pool.waitingCount < 1) await new Promise(setImmediate);
    answers.push(put(), put());
    const refused = await put();
    expect(await refused.json()).toMatchObject({ status: 503, code: "database_busy" });
    expect(refused.headers.get("retry-after")).toBe("1");
    held.release();
    const responses = await Promise.all(answers);
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    const bodies = await Promise.all(responses.map((response) => response.json()));
    expect(bodies).toMatchObject([
      { status: "recorded" },
      { status: "unchanged" },
      { status: "unchanged" },
    ]);
  });
});
