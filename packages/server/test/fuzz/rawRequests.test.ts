import { once } from "node:events";
import { createLogger, readConfig, type Serving, serve } from "@milepost/server";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { useDatabase } from "../../../../tests/support/useDatabase.ts";
import { holdLock } from "../support/holdLock.ts";
import { Wire } from "../support/Wire.ts";

const mebibyte = 1024 * 1024;
const host = "Host: localhost";
const json = "Content-Type: application/json";
const close = "Connection: close";

/** The answers on a connection: of each its status, its headers and what is after them. */
function answersIn(text: string): { status: number; head: string; body: string }[] {
  return text
    .split(/(?=HTTP\/1\.[01] \d{3} )/)
    .filter((one) => one !== "")
    .map((one) => {
      const [head = "", ...body] = one.split("\r\n\r\n");
      return {
        status: Number(head.slice(9, 12)),
        head: head.toLowerCase(),
        body: body.join("\r\n\r\n"),
      };
    });
}

describe("requests that no client would send", () => {
  const database = useDatabase("PostgreSQL");
  const errors: string[] = [];
  let serving: Serving;
  let impatient: Serving;

  const start = (requestMs: number) => {
    const config = readConfig({ PORT: "0", MILEPOST_AUTH: "off" });
    return serve({
      config: { ...config, limits: { ...config.limits, requestMs }, shutdownMs: 0 },
      pool: new pg.Pool({ connectionString: database.databaseUrl, max: 4 }),
      logger: createLogger("error", { write: (line: string) => errors.push(line) }),
    });
  };
  beforeAll(async () => {
    serving = await start(30_000);
    impatient = await start(150);
  });
  beforeEach(() => {
    errors.length = 0;
  });
  afterAll(() => Promise.all([serving.close(), impatient.close()]));

  /** What is answered until the connection ends. */
  const tell = async (...lines: string[]) =>
    answersIn(await new Wire(serving.url).send(...lines).closed);
  const named = async (learner: string) => {
    const { rows } = await database.superuser.query<{ name: string | null }>(
      "select name from milepost.learner where external_id = $1",
      [learner],
    );
    return rows.map(({ name }) => name);
  };

  test.each([
    ["two Content-Lengths that differ", "Content-Length: 2", "Content-Length: 3"],
    ["a Content-Length beside chunks", "Content-Length: 5", "Transfer-Encoding: chunked"],
    ["chunks beside a Content-Length", "Transfer-Encoding: chunked", "Content-Length: 5"],
    ["chunks within another encoding", "Transfer-Encoding: chunked, identity"],
    ["chunks that are spelled another way", "Transfer-Encoding: xchunked"],
    ["a space before the colon", "Content-Length : 2"],
    ["a Content-Length with a sign", "Content-Length: +2"],
    ["a Content-Length in hex", "Content-Length: 0x2"],
    ["a header that is folded", "X-A: a", " Content-Length: 2"],
    ["a header without a colon", "Content-Length"],
    ["a NUL in a header", "X-A: a\0b"],
    ["a carriage return in a header", "X-A: a\rb: c"],
  ])("%s is refused, and what follows is no request", async (_, ...headers) => {
    const learner = "smuggled";
    const inner = [
      `PUT /v1/learners/${learner} HTTP/1.1`,
      host,
      json,
      "Content-Length: 2",
      "",
      "{}",
    ];
    const head = ["PUT /v1/learners/outer HTTP/1.1", host, json, ...headers, "", "0", "", ...inner];
    const answers = await tell(...head);
    expect(answers).toMatchObject([{ status: 400 }]);
    expect(answers[0]?.head).toContain("connection: close");
    expect(JSON.parse(answers[0]?.body ?? "")).toMatchObject({ code: "request_invalid" });
    expect(await named(learner)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test.each([
    ["a size that is none", "zz", "{}"],
    ["a size with a sign", "-2", "{}"],
    ["a size beyond all numbers", "f".repeat(40), "{}"],
    ["more in it than its size", "2", '{"name":"x"}'],
  ])("a chunk with %s is refused, and nothing is written", async (_, size, chunk) => {
    const chunked = "Transfer-Encoding: chunked";
    const head = ["PUT /v1/learners/chunk HTTP/1.1", host, json, chunked, "", ""];
    const [answer] = await tell(...head, size, chunk, "0", "", "");
    expect(answer?.status).toBe(400);
    expect(await named("chunk")).toEqual([]);
    expect(errors).toEqual([]);
  });

  test.each([
    ["HTTP/3.0", "GET /healthz HTTP/3.0"],
    ["bytes beyond ASCII in the path", "GET /v1/learners/\xe9 HTTP/1.1"],
    ["bytes beyond ASCII in the query", "GET /healthz?a=\xe9 HTTP/1.1"],
    ["a method in small letters", "get /healthz HTTP/1.1"],
    ["a method that is none", "G@T /healthz HTTP/1.1"],
    ["no path", "GET HTTP/1.1"],
    ["a space in the path", "GET /v1/lear ners HTTP/1.1"],
    ["a NUL in the path", "GET /v1/learners/a\0b HTTP/1.1"],
    ["a tab in the path", "GET /v1/learners/a\tb HTTP/1.1"],
    ["an absolute address of another scheme", "GET gopher://localhost/healthz HTTP/1.1"],
    ["an authority where a path belongs", "GET localhost:80 HTTP/1.1"],
    ["TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"],
  ])("%s is answered as a problem", async (_, line) => {
    const [answer, ...others] = await tell(line, host, close, "", "");
    expect(answer).toMatchObject({ status: 400 });
    expect(answer?.head).toContain("content-type: application/problem+json");
    expect(JSON.parse(answer?.body ?? "")).toMatchObject({ status: 400, code: "request_invalid" });
    expect(others).toEqual([]);
    expect(errors).toEqual([]);
  });

  test("the host of an absolute address is the one that counts on an open server", async () => {
    const [answer] = await tell("GET http://evil.example/healthz HTTP/1.1", host, close, "", "");
    expect(answer).toMatchObject({ status: 403, body: expect.stringContaining("origin_refused") });
  });

  test("HTTP/1.0 too has to name its host", async () => {
    const [answer, ...others] = await tell("GET /healthz HTTP/1.0", "", "");
    expect(answer).toMatchObject({ status: 400, body: expect.stringContaining("host header") });
    expect(others).toEqual([]);
  });

  test("an answer to HEAD has no body, be it no HTTP otherwise", async () => {
    const [answer, ...others] = await tell("HEAD /v1/a b HTTP/1.1", host, "", "");
    expect(answer).toMatchObject({ status: 400, body: "" });
    expect(others).toEqual([]);
  });

  test.each([
    ["/v1/learners/%", 400, "request_invalid"],
    ["/v1/learners/%e9", 400, "request_invalid"],
    ["/v1/learners/a%00", 400, "request_invalid"],
    ["/v1/courses%", 404, "route_not_found"],
    ["/%00", 404, "route_not_found"],
    ["/v1/learners/..%2f..%2fetc%2fpasswd", 404, "learner_not_found"],
    ["/v1/learners/../../etc/passwd", 404, "route_not_found"],
    ["//v1/learners", 404, "route_not_found"],
  ])("GET %s is answered %i", async (path, status, code) => {
    const [answer] = await tell(`GET ${path} HTTP/1.1`, host, close, "", "");
    expect(answer).toMatchObject({ status });
    expect(JSON.parse(answer?.body ?? "")).toMatchObject({ code });
    expect(errors).toEqual([]);
  });

  test.each([
    ["GET /healthz HTTP/1.0", host, "", ""],
    ["GET /healthz HTTP/1.1", host, "X-A: \xe9\xff", close, "", ""],
    ["GET http://localhost/healthz HTTP/1.1", host, close, "", ""],
    ["\r\n\r\nGET /healthz HTTP/1.1", host, close, "", ""],
  ])("what is odd and well-formed is answered: %s", async (...lines) => {
    const [answer, ...others] = await tell(...lines);
    expect(answer).toMatchObject({ status: 200, body: '{"status":"ok"}' });
    expect(others).toEqual([]);
  });

  test("requests sent before the first is answered are answered in their order", async () => {
    const put = (name: string) => {
      const body = JSON.stringify({ name });
      const length = `Content-Length: ${body.length}`;
      return ["PUT /v1/learners/piped HTTP/1.1", host, json, length, "", body].join("\r\n");
    };
    const last = ["GET /v1/learners/piped HTTP/1.1", host, close, "", ""].join("\r\n");
    const answers = answersIn(
      await new Wire(serving.url).send(put("a") + put("b") + put("c") + last).closed,
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 200]);
    const names = answers.map(({ body }) => /"name":"(\w)"/.exec(body)?.[1]);
    expect(names).toEqual(["a", "b", "c", "c"]);
  });

  test("a request that waits for the one before is not begun when its sender is gone", async () => {
    const lock = await holdLock(database.superuser);
    const first = ["GET /v1/courses HTTP/1.1", host, "", ""];
    const second = ["PUT /v1/learners/later HTTP/1.1", host, json, "Content-Length: 2", "", "{}"];
    const wire = new Wire(serving.url).send(first.join("\r\n") + second.join("\r\n"));
    await lock.waitFor(1);
    wire.socket.destroy();
    await wire.closed;
    await lock.release();
    await fetch(`${serving.url}/readyz`);
    expect(await named("later")).toEqual([]);
    expect(errors).toEqual([]);
  });

  test("who expects 100-continue is told to go on", async () => {
    const wire = new Wire(serving.url).send(
      ...["PUT /v1/learners/expecting HTTP/1.1", host, json, close, "Content-Length: 2"],
      ...["Expect: 100-continue", "", ""],
    );
    await wire.until(/^HTTP\/1\.1 100 Continue\r\n\r\n/);
    expect(answersIn(await wire.send("{}").closed)).toMatchObject([
      { status: 100 },
      { status: 201 },
    ]);
  });

  test.each([
    ["announced", `Content-Length: ${10 * mebibyte}`, ""],
    ["in chunks", "Transfer-Encoding: chunked", `${(10 * mebibyte).toString(16)}\r\n`],
  ])("10 MiB %s are refused before they have come", async (_, header, begin) => {
    const head = ["PUT /v1/learners/large HTTP/1.1", host, json, header, "", begin];
    const wire = new Wire(serving.url).send(...head);
    let sent = 0;
    const part = Buffer.alloc(64 * 1024, 0x20);
    wire.socket.on("drain", () => more());
    const more = () => {
      while (sent < 10 * mebibyte && wire.socket.writable) {
        sent += part.byteLength;
        if (!wire.socket.write(part)) return;
      }
    };
    more();
    const [answer] = answersIn(await wire.closed);
    expect(answer).toMatchObject({ status: 413 });
    expect(answer?.head).toContain("connection: close");
    expect(JSON.parse(answer?.body ?? "")).toMatchObject({ code: "body_too_large" });
    expect(sent).toBeLessThan(10 * mebibyte);
    expect(errors).toEqual([]);
  });

  test.each([
    ["before the head is whole", ["PUT /v1/learners/dropped HTTP/1.1", host]],
    [
      "in the middle of an announced body",
      ["PUT /v1/learners/dropped HTTP/1.1", host, json, "Content-Length: 20", "", '{"name":"x"'],
    ],
    [
      "within a chunk",
      [
        ...["PUT /v1/learners/dropped HTTP/1.1", host, json, "Transfer-Encoding: chunked", ""],
        ...["10", '{"name":'],
      ],
    ],
    [
      "before the last chunk, though the JSON is whole",
      [
        ...["PUT /v1/learners/dropped HTTP/1.1", host, json, "Transfer-Encoding: chunked", ""],
        ...["c", '{"name":"x"}', ""],
      ],
    ],
  ])("a connection that ends %s has written nothing", async (_, lines) => {
    const wire = new Wire(serving.url).send(...lines);
    await once(wire.socket, "connect");
    wire.socket.end();
    await wire.closed;
    // An answer on another connection: by then the first has been read to its end.
    await fetch(`${serving.url}/readyz`);
    expect(await named("dropped")).toEqual([]);
    expect(errors).toEqual([]);
  });

  test.each([
    ["a head", "PUT /v1/learners/slow HTTP/1.1\r\nX-A: "],
    [
      "a body",
      ["PUT /v1/learners/slow HTTP/1.1", host, json, "Content-Length: 90000", "", "{"].join("\r\n"),
    ],
  ])("%s that trickles in is given up with 408, however steadily", async (_, begin) => {
    const wire = new Wire(impatient.url).send(begin);
    const trickle = setInterval(() => wire.socket.writable && wire.send(" "), 20);
    const [answer] = answersIn(await wire.closed);
    clearInterval(trickle);
    expect(answer).toMatchObject({ status: 408 });
    expect(JSON.parse(answer?.body ?? "")).toMatchObject({ code: "request_too_slow" });
    expect(await named("slow")).toEqual([]);
    expect(errors).toEqual([]);
  });

  test("a connection on which nothing is said is ended", async () => {
    const silent = new Wire(impatient.url);
    expect(answersIn(await silent.closed)).toMatchObject([{ status: 408 }]);
  });

  test("the servers are ready for more", async () => {
    for (const { url } of [serving, impatient]) {
      expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: "ready" });
    }
  });

  test("a compressed body is refused, and not read as if it were none", async () => {
    const put = "PUT /v1/learners/packed HTTP/1.1";
    const packed = ["Content-Encoding: gzip", "Content-Length: 2", close, "", "{}"];
    const [answer] = await tell(put, host, json, ...packed);
    expect(answer).toMatchObject({ status: 415 });
    expect(answer?.body).toContain("media_type_unsupported");
    expect(await named("packed")).toEqual([]);
  });

  test("what nobody knows how to expect is not expected", async () => {
    const answers = await tell("GET /healthz HTTP/1.1", host, "Expect: miracles", close, "", "");
    expect(answers.map(({ status }) => status)).toEqual([200]);
  });

  test("a connection on which more than a hundred requests wait is cut off", async () => {
    const get = ["GET /v1/learners/nobody HTTP/1.1", host, "", ""].join("\r\n");
    expect((await tell(get.repeat(200))).length).toBeLessThan(102);
    expect((await fetch(`${serving.url}/readyz`)).status).toBe(200);
  });
});
