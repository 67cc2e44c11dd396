import { createLogger, readConfig, type Serving, serve } from "@milepost/server";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "../../../../tests/support/useDatabase.ts";
import { Wire } from "../support/Wire.ts";

const database = useDatabase("PostgreSQL");
const logged: string[] = [];
let serving: Serving;

beforeAll(async () => {
  const pool = new pg.Pool({ connectionString: database.databaseUrl, max: 4 });
  const config = readConfig({ PORT: "0", MILEPOST_AUTH: "off" });
  const logger = createLogger("error", { write: (line) => logged.push(line) });
  serving = await serve({ config, pool, logger });
});
afterAll(() => serving.close());

const host = "Host: localhost";
const close = "Connection: close";
const json = "Content-Type: application/json";
const put = "PUT /v1/learners/smuggled HTTP/1.1";

/**
 * The statuses of all that a connection was answered until the server closed it, each refusal seen
 * to be a problem.
 */
async function statusesOf(...lines: string[]): Promise<number[]> {
  const text = await new Wire(serving.url).send(...lines).closed;
  const answers = text.split(/(?=HTTP\/1\.1 \d{3} )/).filter((answer) => answer !== "");
  return answers.map((answer) => {
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]);
    if (status >= 400) expect(answer.toLowerCase()).toContain("type: application/problem+json");
    return status;
  });
}

async function isThere(learner: string): Promise<boolean> {
  const response = await fetch(`${serving.url}/v1/learners/${learner}`);
  return response.status === 200;
}

test.each([
  ["two lengths", [put, host, json, "Content-Length: 2", "Content-Length: 30", "", "{}"]],
  [
    "a length and chunks",
    [
      put,
      host,
      json,
      "Content-Length: 5",
      "Transfer-Encoding: chunked",
      "",
      "2",
      "{}",
      "0",
      "",
      "",
    ],
  ],
  ["an unknown encoding", [put, host, json, "Transfer-Encoding: chunked, what", "", "2", "{}"]],
  ["a chunk of no length", [put, host, json, "Transfer-Encoding: chunked", "", "zz", "{}", "0"]],
  [
    "a chunk that is too long",
    [put, host, json, "Transfer-Encoding: chunked", "", "fffffffffffffffff", ""],
  ],
  ["a negative length", [put, host, json, "Content-Length: -2", "", "{}"]],
  ["a length that is no number", [put, host, json, "Content-Length: 0x2", "", "{}"]],
  ["a folded header", [put, host, "X-A: a", " b", json, "Content-Length: 2", "", "{}"]],
  ["a space before a colon", [put, host, json, "Content-Length : 2", "", "{}"]],
  ["a header without a name", [put, host, ": a", json, "Content-Length: 2", "", "{}"]],
  ["NUL in a header", [put, host, "X-A: a\0b", json, "Content-Length: 2", "", "{}"]],
  ["NUL in its path", ["PUT /v1/learners/smug\0gled HTTP/1.1", host, "", ""]],
  ["a space in its path", ["PUT /v1/learners/smug gled HTTP/1.1", host, "", ""]],
  ["another protocol", ["PRI * HTTP/2.0", "", "SM", "", ""]],
  ["a version to come", ["GET /healthz HTTP/9.9", host, "", ""]],
  ["a method of nobody", ["SMUGGLE /v1/learners/smuggled HTTP/1.1", host, "", ""]],
])("a request with %s is refused, and nothing of it is done", async (_, lines) => {
  expect(await statusesOf(...lines)).toEqual([400]);
  expect(await isThere("smuggled")).toBe(false);
});

test.each([
  ["two hosts", ["GET /healthz HTTP/1.1", host, "Host: elsewhere", close, "", ""], [200, 400]],
  [
    "an address of another host",
    ["GET http://elsewhere/healthz HTTP/1.1", host, close, "", ""],
    [403],
  ],
  [
    "a path that looks like a host",
    ["GET //elsewhere/healthz HTTP/1.1", host, close, "", ""],
    [404],
  ],
  ["no path", ["OPTIONS * HTTP/1.1", host, close, "", ""], [400, 404, 405]],
  ["bytes that are no UTF-8", ["GET /v1/learners/\xff\xfe HTTP/1.1", host, close, "", ""], [400]],
  ["a percent sign at its end", ["GET /v1/learners/% HTTP/1.1", host, close, "", ""], [400, 404]],
  ["an overlong slash", ["GET /v1/learners/%c0%af HTTP/1.1", host, close, "", ""], [400]],
  ["steps up", ["GET /v1/learners/../../healthz HTTP/1.1", host, close, "", ""], [200, 404]],
  ["encoded steps up", ["GET /v1/%2e%2e/healthz HTTP/1.1", host, close, "", ""], [200, 404]],
  ["a trace", ["TRACE /healthz HTTP/1.1", host, "X-Secret: told", close, "", ""], [404, 405]],
  [
    "an upgrade",
    ["GET /healthz HTTP/1.1", host, "Upgrade: websocket", "Connection: upgrade, close", "", ""],
    [200],
  ],
  ["an expectation", ["GET /healthz HTTP/1.1", host, "Expect: miracles", close, "", ""], [200]],
  [
    "its body packed",
    [put, host, json, "Content-Encoding: gzip", "Content-Length: 2", close, "", "{}"],
    [415],
  ],
  [
    "4,000 small headers",
    [
      "GET /healthz HTTP/1.1",
      host,
      ...Array.from({ length: 4_000 }, () => "aaaaaaa: bbbbbbb"),
      "",
      "",
    ],
    [431],
  ],
])("a request with %s is answered, or refused as a problem", async (_, lines, statuses) => {
  const answered = await statusesOf(...lines);
  expect(answered).toHaveLength(1);
  expect(statuses).toContain(answered[0]);
  expect(await isThere("smuggled")).toBe(false);
});

test("nobody is connected through to elsewhere", async () => {
  expect(await statusesOf("CONNECT elsewhere:80 HTTP/1.1", "Host: elsewhere:80", "", "")).toEqual(
    [],
  );
});

test("a request inside of another's body is no request", async () => {
  const inner = [put, host, json, "Content-Length: 2", "", "{}"].join("\r\n");
  const length = `Content-Length: ${inner.length}`;
  expect(await statusesOf("GET /healthz HTTP/1.1", host, length, close, "", inner)).toEqual([200]);
  expect(await isThere("smuggled")).toBe(false);
});

test("requests that are sent together are answered in their order", async () => {
  const get = (path: string, ...more: string[]) =>
    [`GET ${path} HTTP/1.1`, host, ...more, "", ""].join("\r\n");
  const all = get("/healthz") + get("/v1/learners/nobody") + get("/readyz", close);
  expect(await statusesOf(all)).toEqual([200, 404, 200]);
});

test("a body that is announced is asked for, and one that is too large is refused before it comes", async () => {
  const head = (bytes: number) => [
    put.replace("smuggled", "asked"),
    host,
    json,
    "Expect: 100-continue",
    `Content-Length: ${bytes}`,
    "",
    "",
  ];
  const wire = new Wire(serving.url).send(...head(2));
  await wire.until(/100 Continue/);
  wire.send("{}");
  expect(await wire.until(/"asked"/)).toContain(" 201 Created");
  wire.socket.destroy();
  const large = new Wire(serving.url).send(...head(10_000_000));
  expect(await large.until(/ 413 /)).toContain("HTTP/1.1 413");
  large.socket.destroy();
});

// Last: of all before.
test("none of it was an error of ours, and the server is ready", async () => {
  expect(logged).toEqual([]);
  expect((await fetch(`${serving.url}/readyz`)).status).toBe(200);
});
