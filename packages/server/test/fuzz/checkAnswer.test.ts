import { describe, expect, test } from "vitest";
import { checkAnswer } from "./checkAnswer.ts";
import type { FuzzAnswer, NoAnswer } from "./FuzzAnswer.ts";
import type { FuzzRequest } from "./FuzzRequest.ts";

const asked: FuzzRequest = {
  operation: "listGroups",
  caller: { name: "service", tenant: "default", authorization: null },
  method: "GET",
  target: "/v1/groups?limit=1",
  headers: [],
  body: null,
  isMalformed: false,
};
const group = {
  id: "crew",
  name: "Crew",
  kind: null,
  memberCount: 0,
  createdAt: "2026-03-01T09:00:00.000Z",
};
const page = { items: [group], next: null };

function answer(status: number, body: unknown, type?: string): FuzzAnswer {
  const fallback = status < 400 ? "application/json" : "application/problem+json";
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { status, headers: { "content-type": type ?? fallback }, body: Buffer.from(text) };
}

const problemType = { "content-type": "application/problem+json" };
const file = { target: "/v1/reports/courses" };

const problem = (status: number, code: string, more: object = {}) =>
  answer(status, {
    type: `https://milepost.dev/errors#${code}`,
    title: "A title.",
    status,
    code,
    detail: "A detail.",
    ...more,
  });

const kinds = (given: FuzzAnswer | NoAnswer, request: Partial<FuzzRequest> = {}) =>
  checkAnswer({ ...asked, ...request }, given).map(({ kind }) => kind);

describe("an answer is", () => {
  test.each<[string, FuzzAnswer, Partial<FuzzRequest>?]>([
    ["a page", answer(200, page)],
    ["a problem that is listed", problem(400, "cursor_invalid")],
    ["no body to HEAD", answer(200, ""), { method: "HEAD" }],
    ["a problem where nothing is", problem(404, "route_not_found"), { target: "/v1/nowhere" }],
    [
      "405 that says what is allowed",
      { ...problem(405, "method_not_allowed"), headers: { ...problemType, allow: "GET" } },
      { method: "TRACE" },
    ],
    [
      "a file",
      answer(200, 'course,n\r\n\'=1+1,-1\r\n"a,""b",2\r\n', "text/csv"),
      { target: "/v1/reports/courses" },
    ],
    ["the refusal of what is no HTTP", problem(400, "request_invalid"), { isMalformed: true }],
    ["the refusal of a path that is none", problem(400, "request_invalid"), { target: "/é" }],
    [
      "a step that leads to another operation's",
      answer(200, page),
      { target: "/v1/courses/../groups" },
    ],
  ])("taken as it is: %s", (_, given, request) => {
    expect(kinds(given, request)).toEqual([]);
  });

  test.each<[string, string, FuzzAnswer | NoAnswer, Partial<FuzzRequest>?]>([
    ["hang", "none in time", "hang"],
    ["cut off", "none at all", "cut off"],
    ["server error", "503, documented as it is", problem(503, "database_busy")],
    ["server error", "500 of a path that is nobody's", problem(500, "x"), { target: "/nowhere" }],
    ["status", "a status that is not documented", answer(206, page)],
    ["status", "a problem of another operation", problem(409, "webhooks_too_many")],
    ["status", "something where nothing is", answer(200, page), { target: "/v1/nowhere" }],
    ["status", "an answer to a path that is none", answer(200, page), { target: "/v1/groups?é" }],
    ["status", "405 without Allow", problem(405, "method_not_allowed"), { method: "PUT" }],
    ["status", "431 for a short head", problem(431, "headers_too_large")],
    ["media type", "a page of HTML", answer(200, "<p>", "text/html")],
    ["media type", "a problem as JSON", answer(404, {}, "application/json")],
    ["schema", "no JSON", answer(200, "{")],
    ["schema", "a member missing", answer(200, { items: [group] })],
    ["schema", "a member too many", answer(200, { ...page, total: 1 })],
    ["schema", "one too many in an item", answer(200, { ...page, items: [{ ...group, x: 1 }] })],
    ["schema", "a wrong type", answer(200, { ...page, next: 1 })],
    [
      "schema",
      "a time that is none",
      answer(200, { ...page, items: [{ ...group, createdAt: "" }] }),
    ],
    ["code", "a code of another status", problem(404, "cursor_invalid")],
    ["code", "a code of another operation", problem(400, "webhook_types_unknown")],
    ["code", "a status that is not the answer's", problem(400, "cursor_invalid", { status: 404 })],
    ["code", "another code where nothing is", problem(404, "x"), { target: "/v1/nowhere" }],
    ["leak", "a stack", problem(400, "cursor_invalid", { detail: "x\n    at f (a.js:1:2)" })],
    ["leak", "SQL", problem(400, "cursor_invalid", { detail: 'syntax error at or near "x"' })],
    ["leak", "a path", problem(400, "cursor_invalid", { detail: "node_modules/pg" })],
    [
      "leak",
      "a text of another tenant",
      answer(200, { ...page, items: [{ ...group, name: "Secret of elsewhere" }] }),
    ],
    [
      "leak",
      "anything for a stranger",
      answer(200, page),
      { caller: { name: "stranger", tenant: null, authorization: "Bearer x" } },
    ],
    ["text", "NUL", answer(200, { ...page, next: "\0" })],
    ["text", "half of a pair", answer(200, { ...page, next: "\ud800" })],
    ["text", "half of a pair in a problem", problem(400, "cursor_invalid", { detail: "\udc00" })],
    ["formula", "a formula", answer(200, "a,b\r\n=1,2\r\n", "text/csv"), file],
    ["formula", "a quoted formula", answer(200, 'a\r\n"@SUM(1,2)"\r\n', "text/csv"), file],
    ["formula", "a tab", answer(200, "a\r\n\t=1\r\n", "text/csv"), file],
    ["formula", "a record too short", answer(200, "a,b\r\n1\r\n", "text/csv"), file],
    ["formula", "a quote that does not end", answer(200, 'a\r\n"1\r\n', "text/csv"), file],
  ])("found wrong (%s): %s", (kind, _, given, request) => {
    expect(kinds(given, request)).toContain(kind);
  });
});

test("a reader sees whose answer it was, and what is wrong with it", () => {
  expect(checkAnswer(asked, answer(206, "ok"))).toEqual([
    { kind: "status", operation: "listGroups", says: "206 ok" },
  ]);
});
