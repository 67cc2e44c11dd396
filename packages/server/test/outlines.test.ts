import { describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { useApi } from "./support/useApi.ts";

const path = { course: "fs" };
const body = {
  title: "Fire safety 2026",
  lessons: [
    { id: "fs-1", title: "Why fires start", section: "Basics", required: true },
    { id: "fs-2", title: "Extinguishers", required: true },
    { id: "fs-3", title: "Further reading", required: false, dueAt: "2026-04-01T00:00:00Z" },
  ],
};

describe.each(databaseKinds)("outlines on %s", (kind) => {
  const api = useApi(kind);
  const put = (course: string, lessons: readonly string[], header = {}) =>
    api.client(api.administrator).PUT("/v1/courses/{course}", {
      params: { path: { course }, header },
      body: { title: course, lessons: lessons.map((id) => ({ id, title: id })) },
    });

  test("putting a course creates it with 201 and everything the contract names", async () => {
    const { data, response } = await api
      .client(api.administrator)
      .PUT("/v1/courses/{course}", { params: { path }, body });
    expect(response.status).toBe(201);
    expect(response.headers.get("etag")).toBe('"1"');
    const publishedAt = "2026-03-01T12:00:00.000Z";
    const nothing = { retired: [], moved: [], renamed: [], requirementChanged: [], dueChanged: [] };
    expect(data).toEqual({
      id: "fs",
      title: "Fire safety 2026",
      enrollment: "open",
      outlineVersion: 1,
      totalLessons: 2,
      lessons: [
        { ...body.lessons[0], position: 1, publishedAt, dueAt: null },
        { ...body.lessons[1], section: null, position: 2, publishedAt, dueAt: null },
        {
          ...body.lessons[2],
          section: null,
          position: 3,
          publishedAt,
          dueAt: "2026-04-01T00:00:00.000Z",
        },
      ],
      change: { added: ["fs-1", "fs-2", "fs-3"], ...nothing },
    });
  });

  test("an identical outline answers 200 and keeps its version", async () => {
    await put("same", ["same-1"]);
    const { data, response } = await put("same", ["same-1"]);
    expect(response.status).toBe(200);
    expect(response.headers.get("etag")).toBe('"1"');
    expect(data.change).toMatchObject({ added: [], retired: [] });
  });

  test("an edit says what it did to which lesson", async () => {
    await put("edit", ["e-1", "e-2", "e-3"]);
    const { data } = await put("edit", ["e-3", "e-1", "e-4"]);
    expect(data).toMatchObject({ outlineVersion: 2, totalLessons: 3 });
    expect(data.change).toMatchObject({ added: ["e-4"], retired: ["e-2"], moved: ["e-3"] });
  });

  test("an edit that began with an older version is refused with 412", async () => {
    await put("guarded", ["g-1"]);
    await put("guarded", ["g-1", "g-2"], { "if-match": '"1"' });
    await expect(put("guarded", ["g-1"], { "if-match": '"1"' })).rejects.toMatchObject({
      status: 412,
      code: "outline_version_mismatch",
    });
    await expect(put("guarded", ["g-1"], { "if-match": 'W/"2"' })).rejects.toMatchObject({
      status: 412,
    });
    const { data } = await put("guarded", ["g-1"], { "if-match": '"2"' });
    expect(data.outlineVersion).toBe(3);
  });

  test("If-None-Match: * creates a course and refuses to edit one", async () => {
    const { response } = await put("fresh", ["f-1"], { "if-none-match": "*" });
    expect(response.status).toBe(201);
    await expect(put("fresh", ["f-2"], { "if-none-match": "*" })).rejects.toMatchObject({
      status: 412,
    });
    await expect(put("never", ["n-1"], { "if-match": '"1"' })).rejects.toMatchObject({
      status: 412,
    });
    await expect(put("never", ["n-1"], { "if-match": "1" })).rejects.toMatchObject({
      status: 400,
      code: "request_invalid",
    });
  });

  test("an outline already known is answered with 304 and no body", async () => {
    await put("known", ["k-1"]);
    const read = (header: Record<string, string>) =>
      api.client(api.service).GET("/v1/courses/{course}", {
        params: { path: { course: "known" }, header },
      });
    const { data, response } = await read({});
    expect(data.lessons.map(({ id }) => id)).toEqual(["k-1"]);
    expect(response.headers.get("etag")).toBe('"1"');
    for (const known of ['"1"', 'W/"1"', '"7", "1"', "*"]) {
      const again = await read({ "if-none-match": known });
      expect(again.response.status, known).toBe(304);
      expect(again.response.headers.get("etag")).toBe('"1"');
    }
    expect((await read({ "if-none-match": '"2"' })).response.status).toBe(200);
  });

  test("a preview says what an edit would do to attempts, and does nothing", async () => {
    await put("seen", ["s-1", "s-2"]);
    const client = api.client(api.service);
    const done = { learner: "ada", lesson: "s-1" };
    await client.PUT("/v1/learners/{learner}/lessons/{lesson}/completion", {
      params: { path: done },
    });
    const { data } = await client.POST("/v1/courses/{course}/preview", {
      params: { path: { course: "seen" } },
      body: { title: "seen", lessons: [{ id: "s-1", title: "s-1" }] },
    });
    expect(data.change.retired).toEqual(["s-2"]);
    expect(data.effect).toEqual({
      openAttempts: 1,
      percentageFalls: 0,
      percentageRises: 1,
      becomeComplete: 1,
      completedKept: 0,
    });
    const params = { path: { course: "seen" } };
    const { data: after } = await client.GET("/v1/courses/{course}", { params });
    expect(after).toMatchObject({ outlineVersion: 1, totalLessons: 2 });
  });

  test("what an outline holds is refused by the name of the rule it breaks", async () => {
    await put("one", ["o-1"]);
    const send = (course: string, sent: object) =>
      api.send("PUT", `/v1/courses/${course}`, { token: api.administrator, body: sent });
    const lesson = { id: "x-1", title: "X" };
    const cases = [
      [{ title: "x", lessons: [{ id: "o-1", title: "O" }] }, 409, "lesson_of_another_course"],
      [{ title: "x", lessons: [lesson, lesson] }, 422, "lesson_repeated"],
      [
        { title: "x", lessons: [lesson], replacedBy: { "x-0": "x-9" } },
        422,
        "replacement_not_found",
      ],
      [{ title: "", lessons: [lesson] }, 422, "text_out_of_range"],
      [{ title: "x", lessons: [{ id: "", title: "X" }] }, 400, "id_out_of_range"],
      [
        { title: "x", lessons: [{ ...lesson, dueAt: "1999-12-31T23:59:59Z" }] },
        422,
        "time_out_of_range",
      ],
      [{ title: "x", lessons: Array(2001).fill(lesson) }, 413, "outline_too_large"],
      [{ title: "x", lessons: [{ ...lesson, weight: 2 }] }, 400, "request_invalid"],
      [{ title: "x", lessons: [{ ...lesson, required: "yes" }] }, 400, "request_invalid"],
    ] as const;
    for (const [sent, status, code] of cases) {
      const response = await send("x", sent);
      expect(await response.json(), code).toMatchObject({ status, code });
    }
  });

  test("courses are listed by id, page by page", async () => {
    const token = api.foreign.administrator;
    for (const course of ["b", "a/ä", "c"]) {
      await api.send("PUT", `/v1/courses/${encodeURIComponent(course)}`, {
        token,
        body: { title: course, lessons: [] },
      });
    }
    const client = api.client(token);
    const first = await client.GET("/v1/courses", { params: { query: { limit: 2 } } });
    expect(first.data.items.map(({ id }) => id)).toEqual(["a/ä", "b"]);
    const next = first.data.next ?? "";
    expect(first.response.headers.get("link")).toBe(
      `</v1/courses?limit=2&after=${encodeURIComponent(next)}>; rel="next"`,
    );
    const second = await client.GET("/v1/courses", {
      params: { query: { limit: 2, after: next } },
    });
    expect(second.data).toMatchObject({ items: [{ id: "c" }], next: null });
    expect(second.response.headers.get("link")).toBeNull();
  });

  test("the edits of an outline are listed newest first", async () => {
    await put("history", ["h-1"]);
    await put("history", ["h-1", "h-2"]);
    const { data } = await api.client(api.administrator).GET("/v1/courses/{course}/changes", {
      params: { path: { course: "history" } },
    });
    expect(data.items.map(({ outlineVersion, change }) => [outlineVersion, change.added])).toEqual([
      [2, ["h-2"]],
      [1, ["h-1"]],
    ]);
    expect(data.items[0]).toMatchObject({ actor: "administrator key", totalLessons: 2 });
  });
});
