import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { seedCourse } from "./support/seedCourse.ts";
import { useApi } from "./support/useApi.ts";

describe.each(databaseKinds)("enrollments on %s", (kind) => {
  const api = useApi(kind);
  beforeAll(() => seedCourse(api));
  const send = (
    method: string,
    learner: string,
    { act = "", body }: { act?: string; body?: unknown },
  ) =>
    api.send(method, `/v1/courses/fs/enrollments/${learner}${act}`, {
      token: api.administrator,
      ...(body === undefined ? {} : { body }),
    });
  const enroll = (learner: string, body?: unknown) => send("PUT", learner, { body });
  const now = "2026-03-01T12:00:00.000Z";

  test("enrolling opens the first attempt with 201 and everything the contract names", async () => {
    const response = await enroll("ada", {
      enrolledAt: "2026-02-01T00:00:00Z",
      due: { onDate: "2026-04-24", timeZone: "Europe/Berlin" },
      source: "hr",
    });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      learner: "ada",
      course: "fs",
      attempt: 1,
      enrolledAt: "2026-02-01T00:00:00.000Z",
      dueAt: "2026-04-24T21:59:59.999Z",
      originalDueAt: "2026-04-24T21:59:59.999Z",
      timeZone: "Europe/Berlin",
      withdrawnAt: null,
      exemptedAt: null,
    });
  });

  test("enrolling again moves the deadline, null removes it, nothing leaves it alone", async () => {
    await enroll("bea", { due: { at: "2026-05-01T00:00:00Z" } });
    const moved = await enroll("bea", { due: { afterDays: 10 } });
    expect(moved.status).toBe(200);
    const dueAt = "2026-03-11T23:59:59.999Z";
    const originalDueAt = "2026-05-01T00:00:00.000Z";
    expect(await moved.json()).toMatchObject({ dueAt, originalDueAt, enrolledAt: now });
    expect(await (await enroll("bea")).json()).toMatchObject({ dueAt });
    expect(await (await enroll("bea", { due: null })).json()).toMatchObject({ dueAt: null });
  });

  test.each([
    [{ onDate: "2026-04-24" }, 400, "request_invalid"],
    [{ onDate: "2026-02-30", timeZone: "UTC" }, 400, "request_invalid"],
    [{ at: now, afterDays: 3 }, 400, "request_invalid"],
    [{}, 400, "request_invalid"],
    ["2026-04-24", 400, "request_invalid"],
    [{ afterDays: 1.5 }, 400, "request_invalid"],
    [{ afterDays: -1 }, 422, "due_out_of_range"],
    [{ afterDays: 36_501 }, 422, "due_out_of_range"],
    [{ afterDays: 1e15 }, 422, "due_out_of_range"],
    [{ onDate: "2026-04-24", timeZone: "Mars/Olympus" }, 422, "time_zone_unknown"],
    [{ onDate: "2026-04-24", timeZone: "FOO+3" }, 422, "time_zone_unknown"],
  ])("a deadline that is none is refused: %j", async (due, status, code) => {
    expect(await (await enroll("cleo", { due })).json()).toMatchObject({ status, code });
  });

  test("an unknown course is 404, and the learner is not made up for it", async () => {
    const path = "/v1/courses/nowhere/enrollments/nobody";
    const response = await api.send("PUT", path, { token: api.administrator });
    expect(await response.json()).toMatchObject({ status: 404, code: "course_not_found" });
    const courses = await api.send("GET", "/v1/learners/nobody/courses", { token: api.service });
    expect(courses.status).toBe(404);
  });

  test("withdrawing needs no body and keeps the first time", async () => {
    await enroll("dora");
    const first = await send("POST", "dora", { act: "/withdraw" });
    expect(first.status).toBe(200);
    expect(await first.json()).toMatchObject({ attempt: 1, withdrawnAt: now, exemptedAt: null });
    api.clock.now = new Date("2026-03-02T00:00:00Z");
    const again = await send("POST", "dora", { act: "/withdraw", body: { reason: "Again." } });
    expect(await again.json()).toMatchObject({ withdrawnAt: now });
  });

  test("an exemption states its reason", async () => {
    await enroll("emma");
    const exempt = (body?: unknown) => send("POST", "emma", { act: "/exempt", body });
    expect(await (await exempt({ reason: "  " })).json()).toMatchObject({
      status: 422,
      code: "reason_required",
    });
    expect(await (await exempt({})).json()).toMatchObject({ status: 400, code: "request_invalid" });
    expect(await (await exempt()).json()).toMatchObject({ status: 400, code: "request_invalid" });
    expect(await (await exempt({ reason: "x".repeat(1001) })).json()).toMatchObject({
      status: 422,
      code: "text_out_of_range",
    });
    const at = "2026-02-20T00:00:00.000Z";
    const done = await exempt({ reason: "Holds the certificate.", at });
    expect(await done.json()).toMatchObject({ exemptedAt: at });
  });

  test("a retake opens when the attempt is over, or by force", async () => {
    await enroll("fay");
    const retake = (body?: unknown) => send("POST", "fay", { act: "/retake", body });
    expect(await (await retake()).json()).toMatchObject({ status: 409, code: "attempt_open" });
    const forced = await retake({ force: true, due: { afterDays: 0 }, source: "recertification" });
    expect(forced.status).toBe(201);
    expect(await forced.json()).toMatchObject({ attempt: 2, dueAt: "2026-03-01T23:59:59.999Z" });
    await send("POST", "fay", { act: "/withdraw" });
    expect(await (await retake()).json()).toMatchObject({ attempt: 3, withdrawnAt: null });
  });

  test("acts on an attempt that is not there say what is missing", async () => {
    await enroll("gina");
    const act = async (path: string) => {
      const sent = { token: api.administrator, body: { reason: "x" } };
      return (await api.send("POST", `/v1/courses/${path}/exempt`, sent)).json();
    };
    expect(await act("nowhere/enrollments/gina")).toMatchObject({ code: "course_not_found" });
    expect(await act("fs/enrollments/nobody")).toMatchObject({ code: "learner_not_found" });
    await seedCourse(api, "other");
    expect(await act("other/enrollments/gina")).toMatchObject({ code: "enrollment_not_found" });
  });

  test("learners are enrolled in bulk, and a refused one fails alone", async () => {
    const learners = ["ada", "new-1", "", 7, "x".repeat(256), "new-2", "new-1"];
    const response = await api.send("POST", "/v1/courses/fs/enrollments", {
      token: api.administrator,
      body: { learners, source: "hr" },
    });
    expect(await response.json()).toEqual({
      results: [
        { status: "unchanged", attempt: 1 },
        { status: "recorded", attempt: 1 },
        { status: "refused", code: "id_out_of_range", detail: expect.any(String) },
        { status: "refused", code: "request_invalid", detail: expect.any(String) },
        { status: "refused", code: "id_out_of_range", detail: expect.any(String) },
        { status: "recorded", attempt: 1 },
        { status: expect.stringMatching(/recorded|unchanged/), attempt: 1 },
      ],
    });
  });

  test("10,000 learners are enrolled at once and 10,001 refused whole", async () => {
    const learners = Array.from({ length: 10_001 }, (_, i) => `bulk-${i % 100}`);
    const post = (sent: string[]) =>
      api.client(api.administrator).POST("/v1/courses/{course}/enrollments", {
        params: { path: { course: "fs" } },
        body: { learners: sent },
      });
    await expect(post(learners)).rejects.toMatchObject({ status: 413, code: "batch_too_large" });
    const { data } = await post(learners.slice(1));
    expect(data.results).toHaveLength(10_000);
    expect(data.results.every(({ attempt }) => attempt === 1)).toBe(true);
  });
});
