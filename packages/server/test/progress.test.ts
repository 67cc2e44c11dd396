import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { seedCourse } from "./support/seedCourse.ts";
import { useApi } from "./support/useApi.ts";

/** A course page as the contract has it, in full. */
const adasPage = {
  learner: "ada",
  course: "fs",
  attempt: 1,
  completedLessons: 1,
  totalLessons: 2,
  progressPercentage: 50,
  firstViewedAt: "2026-02-01T09:00:00.000Z",
  lastViewedAt: "2026-02-02T09:00:00.000Z",
  completedAt: null,
  eligibleForCertificate: false,
  title: "Fire safety",
  enrolledAt: "2026-01-01T00:00:00.000Z",
  withdrawnAt: null,
  exemptedAt: null,
  outlineVersion: 1,
  completedOutlineVersion: null,
  due: {
    at: "2026-02-10T22:59:59.999Z",
    originalAt: "2026-02-10T22:59:59.999Z",
    timeZone: "Europe/Berlin",
    overdue: true,
  },
  lessons: [
    {
      id: "fs-1",
      title: "Why fires start",
      section: "Basics",
      position: 1,
      required: true,
      viewed: true,
      firstViewedAt: "2026-02-01T09:00:00.000Z",
      lastViewedAt: "2026-02-01T09:00:00.000Z",
      completedAt: "2026-02-01T09:00:00.000Z",
      publishedAt: "2026-03-01T12:00:00.000Z",
      dueAt: null,
    },
    {
      id: "fs-2",
      title: "Extinguishers",
      section: null,
      position: 2,
      required: true,
      viewed: true,
      firstViewedAt: "2026-02-02T09:00:00.000Z",
      lastViewedAt: "2026-02-02T09:00:00.000Z",
      completedAt: null,
      publishedAt: "2026-03-01T12:00:00.000Z",
      dueAt: null,
    },
    {
      id: "fs-x",
      title: "Further reading",
      section: null,
      position: 3,
      required: false,
      viewed: false,
      firstViewedAt: null,
      lastViewedAt: null,
      completedAt: null,
      publishedAt: "2026-03-01T12:00:00.000Z",
      dueAt: null,
    },
  ],
  retiredLessons: [],
  lastViewedLesson: "fs-2",
  resume: { mode: "continue", lesson: "fs-2", reason: "unfinished" },
  missing: ["fs-2"],
};

describe.each(databaseKinds)("progress on %s", (kind) => {
  const api = useApi(kind);
  beforeAll(() => seedCourse(api));
  const fact = (what: "view" | "completion", learner: string, lesson: string, at: string) =>
    api.client(api.service).PUT(`/v1/learners/{learner}/lessons/{lesson}/${what}`, {
      params: { path: { learner, lesson } },
      body: { at },
    });
  const read = async (learner: string, rest = "") =>
    (
      await api.send("GET", `/v1/learners/${learner}/courses/fs${rest}`, { token: api.service })
    ).json();

  test("the course page has everything the contract names and nothing else", async () => {
    await api.client(api.service).PUT("/v1/courses/{course}/enrollments/{learner}", {
      params: { path: { course: "fs", learner: "ada" } },
      body: {
        enrolledAt: "2026-01-01T00:00:00Z",
        due: { onDate: "2026-02-10", timeZone: "Europe/Berlin" },
      },
    });
    await fact("completion", "ada", "fs-1", "2026-02-01T09:00:00Z");
    await fact("view", "ada", "fs-2", "2026-02-02T09:00:00Z");
    expect(await read("ada")).toEqual(adasPage);
  });

  test("resume follows the learner from start to review", async () => {
    await api.client(api.service).PUT("/v1/courses/{course}/enrollments/{learner}", {
      params: { path: { course: "fs", learner: "bea" } },
    });
    const resume = async () => {
      const params = { path: { learner: "bea", course: "fs" } };
      const page = await api
        .client(api.service)
        .GET("/v1/learners/{learner}/courses/{course}", { params });
      return page.data.resume;
    };
    expect(await resume()).toEqual({ mode: "start", lesson: "fs-1", reason: "new" });
    await fact("completion", "bea", "fs-1", "2026-02-01T09:00:00Z");
    expect(await resume()).toEqual({ mode: "continue", lesson: "fs-2", reason: "next" });
    await fact("completion", "bea", "fs-2", "2026-02-01T10:00:00Z");
    expect(await resume()).toEqual({ mode: "review", lesson: null, reason: "completed" });
  });

  test("a retired lesson leaves the page and leads on to its replacement", async () => {
    const outline = (lessons: string[], replacedBy = {}) =>
      api.client(api.administrator).PUT("/v1/courses/{course}", {
        params: { path: { course: "moving" } },
        body: { title: "M", lessons: lessons.map((id) => ({ id, title: id })), replacedBy },
      });
    await outline(["m-1", "m-2"]);
    await fact("view", "cleo", "m-1", "2026-02-01T09:00:00Z");
    await outline(["m-2", "m-3"], { "m-1": "m-3" });
    const { data } = await api.client(api.service).GET("/v1/learners/{learner}/courses/{course}", {
      params: { path: { learner: "cleo", course: "moving" } },
    });
    expect(data.lessons.map(({ id }) => id)).toEqual(["m-2", "m-3"]);
    expect(data.resume).toEqual({ mode: "continue", lesson: "m-3", reason: "retired" });
  });

  test("an earlier attempt can be read, and one that was never made is 404", async () => {
    await fact("view", "dora", "fs-1", "2026-02-01T09:00:00Z");
    await api.client(api.service).POST("/v1/courses/{course}/enrollments/{learner}/retake", {
      params: { path: { course: "fs", learner: "dora" } },
      body: { force: true },
    });
    expect(await read("dora")).toMatchObject({ attempt: 2, firstViewedAt: null });
    expect(await read("dora", "?attempt=1")).toMatchObject({
      attempt: 1,
      firstViewedAt: "2026-02-01T09:00:00.000Z",
    });
    expect(await read("dora", "?attempt=3")).toMatchObject({
      status: 404,
      code: "enrollment_not_found",
    });
    for (const bad of ["0", "-1", "1.0", "x", "", "10000000000", "1&attempt=2"]) {
      expect(await read("dora", `?attempt=${bad}`), bad).toMatchObject({
        status: 400,
        code: "request_invalid",
      });
    }
  });

  test("a percentage is explained lesson by lesson", async () => {
    await fact("completion", "emma", "fs-1", "2026-02-01T09:00:00Z");
    await fact("completion", "emma", "fs-x", "2026-02-01T10:00:00Z");
    const completedAt = "2026-02-01T09:00:00.000Z";
    expect(await read("emma", "/explain")).toEqual({
      learner: "emma",
      course: "fs",
      attempt: 1,
      outlineVersion: 1,
      progressPercentage: 50,
      numerator: [{ lesson: "fs-1", title: "Why fires start", completedAt }],
      denominator: [
        { lesson: "fs-1", title: "Why fires start" },
        { lesson: "fs-2", title: "Extinguishers" },
      ],
      missing: [{ lesson: "fs-2", title: "Extinguishers" }],
      notCounted: [
        {
          lesson: "fs-x",
          title: "Further reading",
          completedAt: "2026-02-01T10:00:00.000Z",
          reason: "optional",
        },
      ],
    });
  });

  test("the timeline is the ledger, oldest first, page by page", async () => {
    await fact("completion", "fay", "fs-1", "2026-02-01T09:00:00Z");
    await fact("completion", "fay", "fs-2", "2026-02-01T10:00:00Z");
    const page = async (after?: string | null) => {
      const { data } = await api
        .client(api.service)
        .GET("/v1/learners/{learner}/courses/{course}/timeline", {
          params: {
            path: { learner: "fay", course: "fs" },
            query: { limit: 2, ...(after ? { after } : {}) },
          },
        });
      return { types: data.items.map(({ type }) => type), next: data.next };
    };
    const first = await page();
    expect(first.types).toEqual(["enrollment.created", "lesson.completed"]);
    const second = await page(first.next);
    expect(second.types).toEqual(["lesson.completed", "course.completed"]);
    expect(await page(second.next)).toEqual({ types: [], next: null });
  });

  test("a learner's courses are listed by newest activity, page by page", async () => {
    await seedCourse(api, "later");
    await fact("view", "gina", "later-1", "2026-02-05T09:00:00Z");
    await fact("view", "gina", "fs-1", "2026-02-01T09:00:00Z");
    const list = async (query: { limit: number; after?: string }) => {
      const params = { path: { learner: "gina" }, query };
      return (await api.client(api.service).GET("/v1/learners/{learner}/courses", { params })).data;
    };
    const first = await list({ limit: 1 });
    expect(first.items).toEqual([
      {
        learner: "gina",
        course: "later",
        title: "Fire safety",
        attempt: 1,
        completedLessons: 0,
        totalLessons: 2,
        progressPercentage: 0,
        firstViewedAt: "2026-02-05T09:00:00.000Z",
        lastViewedAt: "2026-02-05T09:00:00.000Z",
        completedAt: null,
        eligibleForCertificate: false,
        enrolledAt: "2026-02-05T09:00:00.000Z",
        withdrawnAt: null,
        exemptedAt: null,
        due: null,
      },
    ]);
    const second = await list({ limit: 1, after: first.next ?? "" });
    expect(second.items).toMatchObject([{ course: "fs" }]);
  });

  test.each(["0", "1001", "x", "", "1.5", "-1", "10&limit=20"])(
    "a page has 1 to 1,000 rows, not %s",
    async (limit) => {
      const code = limit.includes("&") ? "request_invalid" : "limit_out_of_range";
      for (const path of ["/v1/courses", "/v1/learners/ada/courses"]) {
        const response = await api.send("GET", `${path}?limit=${limit}`, { token: api.service });
        expect(await response.json(), path).toMatchObject({ status: 400, code });
      }
    },
  );

  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");

  test.each([
    "x",
    "%00",
    cursor(),
    cursor(1),
    cursor("a", "b", "c"),
    cursor("\0"),
    cursor("2026-13-99T99:99:99.999Z", "1"),
    cursor("2026-02-30T00:00:00.000Z", "1"),
    cursor("2026-02-05T09:00:00.000Z", "9".repeat(19)),
  ])("a cursor that no page answered is refused: %s", async (after) => {
    for (const path of ["/v1/courses", "/v1/learners/ada/courses", "/v1/courses/fs/changes"]) {
      const response = await api.send("GET", `${path}?after=${after}`, { token: api.service });
      expect(response.status, path).toBe(400);
    }
  });
});
