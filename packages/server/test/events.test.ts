import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { seedCourse } from "./support/seedCourse.ts";
import { useApi } from "./support/useApi.ts";

describe.each(databaseKinds)("batches of events on %s", (kind) => {
  const api = useApi(kind);
  beforeAll(() => seedCourse(api));
  const post = (events: unknown, token = api.service) =>
    api.send("POST", "/v1/events", { token, body: { events } });
  const event = (learner: string, more = {}) => ({
    type: "lesson.completed",
    learner,
    lesson: "fs-1",
    ...more,
  });

  test("each event has its result, in order", async () => {
    const at = "2026-02-01T09:00:00Z";
    const response = await post([
      event("ada", { type: "lesson.viewed", at }),
      event("ada", { at }),
      event("ada"),
      event("bea", { id: "b-1", at: "2031-01-01T00:00:00Z" }),
      event("bea", { id: "b-1" }),
    ]);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      results: [
        { status: "recorded" },
        { status: "recorded" },
        { status: "unchanged" },
        { status: "recorded", clamped: true },
        { status: "unchanged" },
      ],
    });
  });

  const refusals = [
    ["an unknown lesson", { lesson: "nowhere" }, "lesson_not_found"],
    ["an unknown type", { type: "lesson.liked" }, "event_type_unknown"],
    ["a time that is none", { at: "soon" }, "time_out_of_range"],
    ["a time before 2000", { at: "1999-01-01T00:00:00Z" }, "time_out_of_range"],
    ["an empty id", { learner: "" }, "id_out_of_range"],
    ["an id of 256 characters", { lesson: "x".repeat(256) }, "id_out_of_range"],
    ["an event id of 256 characters", { id: "x".repeat(256) }, "id_out_of_range"],
    ["NUL in an id", { learner: "a\0b" }, "request_invalid"],
    ["half of a surrogate pair in an id", { learner: "\ud800" }, "request_invalid"],
    ["an unknown field", { note: "x" }, "request_invalid"],
    ["a missing field", { learner: undefined }, "request_invalid"],
    ["a number for an id", { learner: 7 }, "request_invalid"],
    ["two faults of different kinds", { learner: "", at: "soon" }, "request_invalid"],
  ] as const;

  test.each(refusals)("an event with %s fails alone", async (_, more, code) => {
    const response = await post([event("cleo", more), event("cleo"), "not an event", null]);
    expect(response.status).toBe(200);
    const refused = { status: "refused", detail: expect.any(String) };
    expect(await response.json()).toEqual({
      results: [
        { ...refused, code },
        { status: expect.stringMatching(/recorded|unchanged/) },
        { ...refused, code: "request_invalid" },
        { ...refused, code: "request_invalid" },
      ],
    });
  });

  test("a batch may be empty, or hold refused events alone", async () => {
    expect(await (await post([])).json()).toEqual({ results: [] });
    expect(await (await post([7])).json()).toMatchObject({ results: [{ status: "refused" }] });
  });

  test("lines of JSON are a batch too, and a bad line fails alone", async () => {
    const lines = [
      JSON.stringify(event("dora")),
      "",
      "{ not json",
      JSON.stringify(event("dora", { type: "lesson.viewed", lesson: "fs-2" })),
      "\r",
    ].join("\n");
    const response = await api.send("POST", "/v1/events", {
      token: api.service,
      raw: lines,
      headers: { "content-type": "application/x-ndjson; charset=utf-8" },
    });
    expect(await response.json()).toEqual({
      results: [
        { status: "recorded" },
        { status: "refused", code: "json_malformed", detail: expect.any(String) },
        { status: "recorded" },
      ],
    });
  });

  test("what is quoted of a line that is not JSON is text that can be stored", async () => {
    const response = await api.send("POST", "/v1/events", {
      token: api.service,
      // The parser names what it stumbled over, which is half of a pair.
      raw: "🙂\n{\0}",
      headers: { "content-type": "application/x-ndjson" },
    });
    const answer = await response.json();
    const refused = { status: "refused", code: "json_malformed" };
    expect(answer).toMatchObject({ results: [refused, refused] });
    expect(JSON.stringify(answer)).not.toMatch(/\\u0000|\\ud[89a-f]/);
  });

  test("5,000 lines are taken and 5,001 refused whole, whatever else comes after them", async () => {
    const line = JSON.stringify(event("ellen"));
    const post = (raw: string) =>
      api.send("POST", "/v1/events", {
        token: api.service,
        raw,
        headers: { "content-type": "application/x-ndjson" },
      });
    const tooMany = { status: 413, code: "batch_too_large" };
    expect(await (await post(`${line}\n`.repeat(5_001))).json()).toMatchObject(tooMany);
    const taken = await post(`${line}\r\n\n`.repeat(5_000));
    const { results } = (await taken.json()) as { results: unknown[] };
    expect(results).toHaveLength(5_000);
    // Read to its end, this would be four million values.
    const endless = "1\n".repeat(4 * 1024 * 1024);
    const before = process.memoryUsage().heapUsed;
    expect(await (await post(endless)).json()).toMatchObject(tooMany);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 1024 * 1024);
  });

  test("only a body of another form is refused whole", async () => {
    for (const body of [{}, { events: {} }, { events: [], more: 1 }, [], null]) {
      const response = await api.send("POST", "/v1/events", { token: api.service, body });
      expect(await response.json(), JSON.stringify(body)).toMatchObject({
        status: 400,
        code: "request_invalid",
      });
    }
  });

  test("5,000 events are taken and 5,001 refused whole", async () => {
    const record = (count: number) =>
      api.client(api.service).POST("/v1/events", {
        body: {
          events: Array.from({ length: count }, (_, i) => ({
            type: "lesson.completed" as const,
            learner: `many-${i % 100}`,
            lesson: "fs-1",
          })),
        },
      });
    await expect(record(5_001)).rejects.toMatchObject({ status: 413, code: "batch_too_large" });
    const { data } = await record(5_000);
    expect(data.results.map(({ status }) => status)).toEqual([
      ...Array(100).fill("recorded"),
      ...Array(4_900).fill("unchanged"),
    ]);
  });

  test("a learner's own events are recorded, and those of others refused alone", async () => {
    const token = await api.token({ sub: "emma" });
    const response = await post([event("emma"), event("ada")], token);
    expect(await response.json()).toMatchObject({
      results: [{ status: "recorded" }, { status: "refused", code: "forbidden" }],
    });
  });
});
