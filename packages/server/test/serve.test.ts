import { once } from "node:events";
import { type Config, createLogger, readConfig, type Serving, serve } from "@milepost/server";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { useDatabase } from "../../../tests/support/useDatabase.ts";
import { holdLock } from "./support/holdLock.ts";
import { Wire } from "./support/Wire.ts";

describe("serving", () => {
  const database = useDatabase("PostgreSQL");
  let serving: Serving | undefined;
  let pool: pg.Pool;
  afterEach(() => serving?.close());

  const lines: { level: number; msg: string; status?: number; code?: string }[] = [];
  const logger = createLogger("info", { write: (line) => lines.push(JSON.parse(line)) });

  const start = async (more: Partial<Config> = {}) => {
    pool = new pg.Pool({ connectionString: database.databaseUrl });
    const config = { ...readConfig({ PORT: "0", MILEPOST_AUTH: "off" }), ...more };
    lines.length = 0;
    serving = await serve({ config, pool, logger });
    return serving;
  };
  const problem = (text: string) => JSON.parse(text.slice(text.indexOf("{")));
  const short = { limits: { ...readConfig({}).limits, requestMs: 100 } };

  test("it answers at its address, and its port is free for no one else", async () => {
    const { url } = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const response = await fetch(`${url}/readyz`);
    expect(await response.json()).toEqual({ status: "ready" });
    const config = readConfig({ PORT: new URL(url).port });
    const second = serve({ config, pool, logger });
    await expect(second).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  test("it answers what a client sends for real: bodies, chunks and repeated connections", async () => {
    const { url } = await start();
    const put = (body: string | ReadableStream) =>
      fetch(`${url}/v1/learners/${encodeURIComponent("a/b ü")}`, {
        method: "PUT",
        body,
        headers: { "content-type": "application/json" },
        duplex: "half",
      });
    expect(await (await put('{"name":"Ä"}')).json()).toMatchObject({ id: "a/b ü", name: "Ä" });
    const chunks = new Blob(['{"name":', '"B"}']).stream();
    expect(await (await put(chunks)).json()).toMatchObject({ name: "B" });
    const large = await put(`{"name":"${"x".repeat(3 * 1024 * 1024)}"}`);
    expect(large.status).toBe(413);
    expect((await put("{}")).status).toBe(200);
  });

  test.each([
    ["no HTTP", ["nonsense", "", ""], 400, "request_invalid"],
    ["no host", ["GET / HTTP/1.1", "Connection: close", "", ""], 400, "request_invalid"],
    ["a host that is none", ["GET / HTTP/1.1", "Host: a b", "", ""], 400, "request_invalid"],
    ["16 KiB of URL", [`GET /${"x".repeat(16_384)} HTTP/1.1`, "", ""], 431, "headers_too_large"],
    [
      "16 KiB of headers",
      ["GET / HTTP/1.1", "Host: localhost", `X-Long: ${"x".repeat(16_384)}`, "", ""],
      431,
      "headers_too_large",
    ],
  ])("a request with %s is answered as a problem too", async (_, lines, status, code) => {
    const { url } = await start();
    const wire = new Wire(url).send(...lines);
    const text = await wire.until(/\}$/);
    expect(text).toContain(`HTTP/1.1 ${status} `);
    expect(text.toLowerCase()).toContain("content-type: application/problem+json");
    expect(problem(text)).toMatchObject({ status, code });
    wire.socket.destroy();
  });

  test("a request that does not arrive in time is given up with 408", async () => {
    const { url } = await start(short);
    const head = new Wire(url).send("GET /healthz HTTP/1.1", "Host: loc");
    expect(problem(await head.closed)).toMatchObject({ status: 408, code: "request_too_slow" });
    const body = new Wire(url).send(
      "PUT /v1/learners/ada HTTP/1.1",
      "Host: localhost",
      "Content-Type: application/json",
      "Content-Length: 10",
      "",
      "{",
    );
    expect(problem(await body.closed)).toMatchObject({ status: 408, code: "request_too_slow" });
  });

  test("a client that hangs up in the middle of its body is no failure of ours", async () => {
    const { url } = await start();
    const wire = new Wire(url).send(
      "PUT /v1/learners/ada HTTP/1.1",
      "Host: localhost",
      "Content-Type: application/json",
      "Content-Length: 10",
      "",
      "{",
    );
    // An answer on another connection: by then the first has been read as far as it goes.
    await fetch(`${url}/healthz`);
    wire.socket.destroy();
    const answered = () => lines.filter(({ status }) => status !== undefined);
    while (answered().length === 0) await new Promise(setImmediate);
    expect(answered()).toMatchObject([{ level: 30, status: 400, code: "request_invalid" }]);
  });

  test("a server that asks no one who they are says so, loudly", async () => {
    await start();
    expect(lines).toMatchObject([
      { msg: "listening" },
      { level: 40, msg: expect.stringMatching(/^OPEN: /) },
    ]);
  });

  test("a connection is kept for longer than load balancers keep theirs", async () => {
    const { url } = await start();
    const wire = new Wire(url).send("GET /healthz HTTP/1.1", "Host: localhost", "", "");
    expect(await wire.until(/ok"\}$/)).toMatch(/keep-alive: timeout=65/i);
  });

  test("closing answers what is under way, then lets go of everything", async () => {
    const { url, close } = await start();
    const idle = new Wire(url).send("GET /healthz HTTP/1.1", "Host: localhost", "", "");
    await idle.until(/ok"\}$/);
    const lock = await holdLock(database.superuser);
    const busy = new Wire(url).send("GET /v1/courses HTTP/1.1", "Host: localhost", "", "");
    await lock.waitFor(1);
    const closed = close();
    expect(close()).toBe(closed);
    await idle.closed;
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    await lock.release();
    const text = await busy.closed;
    expect(text).toContain("HTTP/1.1 200 OK");
    expect(text.toLowerCase()).toContain("connection: close");
    expect(text).toContain('"items":[]');
    await closed;
    expect(pool.ended).toBe(true);
    expect(pool.totalCount).toBe(0);
  });

  test("a connection without a request when the server closes has its next one answered", async () => {
    const { url, close } = await start({ shutdownMs: 600_000 });
    const silent = new Wire(url);
    await once(silent.socket, "connect");
    // An answer on a later connection: by then the server has accepted the first.
    await fetch(`${url}/healthz`);
    const closed = close();
    silent.send("GET /healthz HTTP/1.1", "Host: localhost", "", "");
    expect((await silent.closed).toLowerCase()).toMatch(/ 200 ok.*connection: close/s);
    await closed;
  });

  test("closing ends streams of events instead of waiting for their end", async () => {
    const { url, close } = await start({ shutdownMs: 600_000 });
    const head = ["GET /v1/events/stream HTTP/1.1", "Host: localhost", "", ""];
    const stream = new Wire(url).send(...head);
    await stream.until(/retry: \d+/);
    await close();
    expect(await stream.closed).toContain("text/event-stream");
  });

  test("closing cuts off what takes longer than it is given", async () => {
    const { url, close } = await start({ shutdownMs: 50 });
    const lock = await holdLock(database.superuser);
    const busy = new Wire(url).send("GET /v1/courses HTTP/1.1", "Host: localhost", "", "");
    await lock.waitFor(1);
    const closed = close();
    expect(await busy.closed).toBe("");
    await lock.release();
    await closed;
  });

  test("a database connection that breaks while idle ends nothing", async () => {
    const { url } = await start();
    await fetch(`${url}/v1/courses`);
    const broken = new Promise((resolve) => pool.once("error", resolve));
    await database.superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = '' and pid <> pg_backend_pid()
         and query like '%list_courses%'`,
    );
    await broken;
    expect((await fetch(`${url}/v1/courses`)).status).toBe(200);
  });

  test("an IPv6 address is served and written as URLs write it", async () => {
    const { url } = await start({ host: "::1" });
    expect(url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});
