import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { seedCourse } from "./support/seedCourse.ts";
import { useApi } from "./support/useApi.ts";

type Kind = "view" | "completion";

describe.each(databaseKinds)("facts on %s", (kind) => {
  const api = useApi(kind);
  beforeAll(() => seedCourse(api));
  const send = (what: Kind, learner: string, lesson: string, body?: unknown) =>
    api.send("PUT", `/v1/learners/${learner}/lessons/${lesson}/${what}`, {
      token: api.service,
      ...(body === undefined ? {} : { body }),
    });
  const at = "2026-02-01T09:00:00.000Z";

  test("a view without a body is recorded as of now, with all that the contract names", async () => {
    const response = await send("view", "ada", "fs-1");
    expect(response.status).toBe(200);
    const now = api.clock.now.toISOString();
    expect(await response.json()).toEqual({
      status: "recorded",
      lesson: {
        id: "fs-1",
        viewed: true,
        firstViewedAt: now,
        lastViewedAt: now,
        completedAt: null,
      },
      progress: {
        learner: "ada",
        course: "fs",
        attempt: 1,
        completedLessons: 0,
        totalLessons: 2,
        progressPercentage: 0,
        firstViewedAt: now,
        lastViewedAt: now,
        completedAt: null,
        eligibleForCertificate: false,
      },
    });
  });

  test("a completion implies a view and moves the percentage", async () => {
    const response = await send("completion", "bea", "fs-1", { at });
    expect(await response.json()).toMatchObject({
      status: "recorded",
      lesson: { viewed: true, firstViewedAt: at, completedAt: at },
      progress: { completedLessons: 1, progressPercentage: 50, completedAt: null },
    });
  });

  test("a second completion answers the first time, unchanged", async () => {
    await send("completion", "cleo", "fs-1", { at });
    const response = await send("completion", "cleo", "fs-1");
    expect(await response.json()).toMatchObject({
      status: "unchanged",
      lesson: { completedAt: at },
      progress: { completedLessons: 1 },
    });
  });

  test("the last required lesson completes the course", async () => {
    await send("completion", "dora", "fs-1", { at });
    const response = await send("completion", "dora", "fs-2", { at });
    expect(await response.json()).toMatchObject({
      progress: { progressPercentage: 100, completedAt: at, eligibleForCertificate: true },
    });
  });

  test("an optional lesson is recorded and counts for no percentage", async () => {
    const response = await send("completion", "emma", "fs-x", { at });
    expect(await response.json()).toMatchObject({
      lesson: { completedAt: at },
      progress: { completedLessons: 0, totalLessons: 2, progressPercentage: 0 },
    });
  });

  test("a time ahead of our clock is taken as now, and the answer says so", async () => {
    const response = await send("view", "fay", "fs-1", { at: "2030-01-01T00:00:00Z" });
    expect(await response.json()).toMatchObject({
      clamped: true,
      lesson: { firstViewedAt: api.clock.now.toISOString() },
    });
    const plain = await (await send("view", "fay", "fs-2", { at })).json();
    expect(plain).not.toHaveProperty("clamped");
  });

  test("a time is an instant with its zone, whatever zone that is", async () => {
    const response = await send("view", "gina", "fs-1", { at: "2026-02-01T10:00:00.0009+01:00" });
    expect(await response.json()).toMatchObject({ lesson: { firstViewedAt: at } });
    const first = await send("view", "gail", "fs-1", { at: "2000-01-01T00:00:00Z" });
    const firstViewedAt = "2000-01-01T00:00:00.000Z";
    expect(await first.json()).toMatchObject({ lesson: { firstViewedAt } });
  });

  test.each([
    "yesterday",
    "2026-02-01",
    "2026-02-01T09:00:00",
    "2026-02-30T09:00:00Z",
    "2026-02-01T24:00:00Z",
    "2026-02-01T09:00:60Z",
    "2026-02-01T09:00:00+25:00",
    "1999-12-31T23:59:59.999Z",
    "0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59-01:00",
  ])("a time that is none of ours is refused: %s", async (text) => {
    const response = await send("completion", "hana", "fs-1", { at: text });
    expect(await response.json()).toMatchObject({
      status: 422,
      code: "time_out_of_range",
      errors: [{ path: "body.at" }],
    });
  });

  test("an event id seen before changes nothing, whatever it says this time", async () => {
    const id = "event-1";
    const first = await send("view", "ines", "fs-1", { id, at });
    expect(await first.json()).toMatchObject({ status: "recorded" });
    const again = await send("view", "ines", "fs-1", { id });
    expect(await again.json()).toMatchObject({ status: "unchanged", lesson: { lastViewedAt: at } });
  });

  test("an event id seen before enrolls nobody in another course: there is no progress", async () => {
    await seedCourse(api, "other");
    const body = { id: "event-2", at };
    expect((await send("view", "ines", "fs-1", body)).status).toBe(200);
    for (const what of ["view", "completion"] as const) {
      const again = await send(what, "ines", "other-1", body);
      expect(await again.json()).toMatchObject({ status: 404, code: "enrollment_not_found" });
    }
  });

  test("an unknown lesson is 404 by its name", async () => {
    const response = await send("view", "ada", "nowhere");
    expect(await response.json()).toMatchObject({
      type: "https://milepost.dev/errors#lesson_not_found",
      status: 404,
      code: "lesson_not_found",
      detail: expect.stringContaining('lesson "nowhere"'),
    });
  });

  test("a course that requires enrollment takes no facts of others", async () => {
    await api.client(api.administrator).PUT("/v1/courses/{course}", {
      params: { path: { course: "closed" } },
      body: {
        title: "Closed",
        enrollment: "required",
        lessons: [{ id: "closed-1", title: "One" }],
      },
    });
    const refused = await send("completion", "ada", "closed-1");
    expect(await refused.json()).toMatchObject({ status: 409, code: "enrollment_required" });
    await api.client(api.service).PUT("/v1/courses/{course}/enrollments/{learner}", {
      params: { path: { course: "closed", learner: "ada" } },
    });
    expect((await send("completion", "ada", "closed-1")).status).toBe(200);
  });

  test.each([
    [{ at, note: "x" }, "body.note"],
    [{ at: 5 }, "body.at"],
    [{ id: 5 }, "body.id"],
    [null, "body"],
    [[], "body"],
  ])("a body of another form is refused whole: %j", async (body, path) => {
    const response = await send("view", "ada", "fs-1", body);
    expect(await response.json()).toMatchObject({
      status: 400,
      code: "request_invalid",
      errors: [{ path }],
    });
  });
});
