import { describe, expect, test } from "vitest";
import { findFault } from "./findFault.ts";

const request = { method: "GET", path: "/v1/learners?limit=1" };

const answer = (body: string, { status = 200, type = "application/json" } = {}) => ({
  status,
  headers: new Headers({ "content-type": type }),
  body: Buffer.from(body),
});

const problem = (more: object) => ({
  type: "https://milepost.dev/errors#forbidden",
  title: "No.",
  status: 403,
  code: "forbidden",
  detail: "No.",
  ...more,
});
const problems = { status: 403, type: "application/problem+json" };

describe("the judge of answers", () => {
  test("finds nothing where an answer is as documented", async () => {
    const page = answer('{"items":[],"next":null}');
    expect(await findFault(request, page)).toBeUndefined();
    const refusal = answer(JSON.stringify(problem({})), problems);
    expect(await findFault(request, refusal)).toBeUndefined();
  });

  test.each([
    ["a status that is not documented", answer('{"items":[],"next":null}', { status: 201 })],
    ["a member that is missing", answer('{"items":[]}')],
    ["a member too many", answer('{"items":[],"next":null,"total":1}')],
    ["a member of another type", answer('{"items":{},"next":null}')],
    ["another media type", answer("items", { type: "text/plain" })],
    ["a body that is no JSON", answer("{")],
    [
      "a code that the operation does not have",
      answer(JSON.stringify(problem({ code: "lesson_not_found" })), problems),
    ],
    ["a refusal that is no problem", answer("{}", { status: 403 })],
    [
      "a problem that names another status",
      answer(JSON.stringify(problem({ status: 404 })), problems),
    ],
  ])("finds %s", async (_, wrong) => {
    expect(await findFault(request, wrong)).toMatchObject({ kind: "outside the document" });
  });

  test.each([500, 502, 503])("finds an answer %d", async (status) => {
    const found = await findFault(request, answer("{}", { status }));
    expect(found).toMatchObject({ kind: "server error" });
  });

  test.each([
    ["a stack", problem({ detail: "Error: no\n    at call (call.ts:15:24)" })],
    ["a statement", problem({ detail: "select milepost.record_fact($1)" })],
    ["another tenant's title", problem({ detail: "Of elsewhere: Course" })],
  ])("finds that %s is told", async (_, body) => {
    const found = await findFault(request, answer(JSON.stringify(body), problems));
    expect(found).toMatchObject({ kind: "leak" });
  });

  test.each([
    "id,name\r\nada,=1+1\r\n",
    'id,name\r\nada,"=1,2"\r\n',
    "id\r\n@SUM(1)\r\n",
    "id,name\r\nada,-x\r\n",
  ])("finds the formula in %j", async (csv) => {
    const found = await findFault(request, answer(csv, { type: "text/csv" }));
    expect(found).toMatchObject({ kind: "formula" });
  });

  test("takes a negative number in a table for what it is", async () => {
    const path = "/v1/reports/courses/fs/lessons";
    const csv = answer("lesson,n\r\nfs-1,-1.5\r\nfs-2,\r\n", { type: "text/csv" });
    expect(await findFault({ method: "GET", path }, csv)).toBeUndefined();
  });
});
