import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { seedCourse } from "./support/seedCourse.ts";
import { useApi } from "./support/useApi.ts";

/** What URLs can't carry as a name: they are steps in a path. */
const isStep = (id: string) => id === "." || id === "..";

describe.each(databaseKinds)("requests on %s", (kind) => {
  const api = useApi(kind);
  beforeAll(() => seedCourse(api));
  const putLearner = (path: string, body: unknown = {}) =>
    api.send("PUT", `/v1/learners/${path}`, { token: api.service, body });

  test.each([
    "a/b",
    "a%2Fb",
    "100%",
    "%",
    "a b+c",
    "?x=1",
    "#top",
    "ünïcode",
    "学习者",
    "👩‍🚀".repeat(20),
    "a\tb\nc",
    "'; drop table learner; --",
    "__proto__",
    "...",
    "\ufeff",
    "x".repeat(255),
    "🙂".repeat(255),
  ])("an id arrives as it was meant: %s", async (id) => {
    const { data } = await api
      .client(api.service)
      .PUT("/v1/learners/{learner}", { params: { path: { learner: id } }, body: {} });
    expect(data.id).toBe(id);
    const lesson = { id, title: "Any" };
    await api.client(api.service).PUT("/v1/courses/{course}", {
      params: { path: { course: id } },
      body: { title: "Any", lessons: [{ ...lesson, id: `${id.slice(0, 100)}!` }] },
    });
    const params = { path: { course: id } };
    const read = await api.client(api.service).GET("/v1/courses/{course}", { params });
    expect(read.data.id).toBe(id);
  });

  test("any id that can be stored arrives as it was meant", async () => {
    const ids = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
      .filter((id) => !/[\0\p{Surrogate}]/u.test(id) && !isStep(id) && [...id].length <= 255);
    await fc.assert(
      fc.asyncProperty(ids, async (learner) => {
        const { data } = await api
          .client(api.service)
          .PUT("/v1/learners/{learner}", { params: { path: { learner } }, body: {} });
        return data.id === learner;
      }),
      { numRuns: 60 },
    );
  });

  test.each(["x".repeat(256), "🙂".repeat(256)])(
    "an id of 256 characters is refused by zod as by SQL",
    async (id) => {
      const response = await putLearner(encodeURIComponent(id));
      expect(await response.json()).toMatchObject({
        status: 400,
        code: "id_out_of_range",
        errors: [{ path: "path.learner" }],
      });
      const { rows } = await api.database.app.query<{ taken: boolean }>(
        "select length($1) between 1 and 255 as taken",
        [id],
      );
      expect(rows[0]?.taken).toBe(false);
    },
  );

  test.each(["%00", "a%00b", "%", "%zz", "%FF", "%C3", "%ED%A0%80"])(
    "a path that names nothing that can be stored is refused: %s",
    async (path) => {
      const response = await putLearner(path);
      expect(await response.json()).toMatchObject({ status: 400, code: "request_invalid" });
    },
  );

  test.each([
    ['{"name":"a\\u0000b"}', 400, "request_invalid"],
    ['{"name":"\\ud800"}', 400, "request_invalid"],
    ['{"name":"\\udc00\\ud800"}', 400, "request_invalid"],
    ["{", 400, "json_malformed"],
    ["", 400, "request_invalid"],
    ["nul", 400, "json_malformed"],
    ["[".repeat(100_000), 400, "json_malformed"],
    ['{"name":"a"} {}', 400, "json_malformed"],
    ["null", 400, "request_invalid"],
    ['{"__proto__":{"name":"x"}}', 400, "request_invalid"],
    ['{"name":"ok","constructor":1}', 400, "request_invalid"],
  ])("a body that is not what it has to be is refused: %s", async (raw, status, code) => {
    const response = await api.send("PUT", "/v1/learners/ada", {
      token: api.service,
      raw,
      headers: { "content-type": "application/json" },
    });
    expect(await response.json()).toMatchObject({ status, code });
  });

  test("a body that is not UTF-8 is refused", async () => {
    const response = await api.send("PUT", "/v1/learners/ada", {
      token: api.service,
      raw: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
      headers: { "content-type": "application/json" },
    });
    expect(await response.json()).toMatchObject({ status: 400, code: "json_malformed" });
  });

  test.each([
    undefined,
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "application/x-ndjson",
  ])("a body whose Content-Type is %s is refused with 415", async (type) => {
    const raw = new TextEncoder().encode("{}");
    const headers = type === undefined ? {} : { "content-type": type };
    const response = await api.send("PUT", "/v1/learners/ada", {
      token: api.service,
      raw,
      headers,
    });
    expect(await response.json()).toMatchObject({ status: 415, code: "media_type_unsupported" });
  });

  test("a Content-Type may have parameters and capitals", async () => {
    const response = await api.send("PUT", "/v1/learners/ada", {
      token: api.service,
      raw: "{}",
      headers: { "content-type": "Application/JSON ; charset=utf-8" },
    });
    expect(response.ok).toBe(true);
  });

  test("what is wrong is named field by field, at most 100 of them", async () => {
    const lesson = { id: "a", title: 1, extra: true };
    const wrong = await api.send("PUT", "/v1/courses/wrong", {
      token: api.service,
      body: { lessons: [lesson, { id: "b" }], titel: "x" },
    });
    expect(await wrong.json()).toMatchObject({
      code: "request_invalid",
      detail: expect.stringContaining("body.title"),
      errors: [
        { path: "body.title", message: expect.any(String) },
        { path: "body.lessons[0].title" },
        { path: "body.lessons[0].extra", message: "There is no such field." },
        { path: "body.lessons[1].title" },
        { path: "body.titel" },
      ],
    });
    const many = await api.send("PUT", "/v1/courses/wrong", {
      token: api.service,
      body: { title: "x", lessons: Array(500).fill({}) },
    });
    const { errors } = (await many.json()) as { errors: unknown[] };
    expect(errors).toHaveLength(100);
  });

  test.each([
    '{"\\ud800":1}',
    '{"a\\u0000b":1}',
    '{"name":"\\ud800"}',
    '"\0"',
    // What the parser stumbled over is the first half of a pair.
    "🙂",
    '{"a":🙂}',
  ])("what a problem quotes of a request is text that can be stored: %j", async (raw) => {
    const headers = { "content-type": "application/json" };
    const response = await api.send("PUT", "/v1/learners/ada", {
      token: api.service,
      raw,
      headers,
    });
    expect(response.status).toBe(400);
    expect(JSON.stringify(await response.json())).not.toMatch(/\\u0000|\\ud[89a-f]/);
  });

  test("an unknown query parameter is refused, and so is one given twice", async () => {
    for (const query of ["?verbose=1", "?limit=1&limit=1", "?Limit=1"]) {
      const response = await api.send("GET", `/v1/courses${query}`, { token: api.service });
      expect(await response.json(), query).toMatchObject({ status: 400, code: "request_invalid" });
    }
  });

  test.each([
    "/v1",
    "/v1/courses/",
    "/v1//courses",
    "/v2/courses",
    "/v1/courses/fs/lessons",
    "/V1/courses",
  ])("there is nothing at %s", async (path) => {
    const response = await api.send("GET", path, { token: api.service });
    expect(await response.json()).toMatchObject({ status: 404, code: "route_not_found" });
  });

  test.each([
    ["POST", "/v1/courses", "GET, HEAD, OPTIONS"],
    ["PATCH", "/v1/courses/fs", "GET, HEAD, OPTIONS, PUT"],
    ["DELETE", "/v1/events", "GET, HEAD, OPTIONS, POST"],
    ["DELETE", "/v1/courses/fs/enrollments/ada", "OPTIONS, PUT"],
    ["POST", "/healthz", "GET, HEAD, OPTIONS"],
    ["PUT", "/v1/docs", "GET, HEAD, OPTIONS"],
  ])("%s %s is 405 and says what is allowed", async (method, path, allow) => {
    const response = await api.send(method, path, { token: api.service });
    expect(await response.json()).toMatchObject({ status: 405, code: "method_not_allowed" });
    expect(response.headers.get("allow")).toBe(allow);
    const asked = await api.send("OPTIONS", path);
    expect(asked.status).toBe(204);
    expect(asked.headers.get("allow")).toBe(allow);
  });

  test("HEAD answers as GET does, without the body", async () => {
    const response = await api.send("HEAD", "/v1/courses/fs", { token: api.service });
    expect(response.status).toBe(200);
    expect(response.headers.get("etag")).toBe('"1"');
    expect(await response.text()).toBe("");
  });

  test("every answer keeps itself out of caches, out of frames and from being sniffed", async () => {
    for (const path of ["/v1/courses", "/healthz", "/v1/docs", "/nowhere"]) {
      const { headers } = await api.send("GET", path, { token: api.service });
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("cache-control"), path).toBe("no-store");
      expect(headers.get("referrer-policy"), path).toBe("no-referrer");
      expect(headers.get("content-security-policy"), path).toMatch(
        /^default-src 'none';.*frame-ancestors 'none'$/,
      );
    }
  });
});
