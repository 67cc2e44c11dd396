import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { seedCourse } from "./support/seedCourse.ts";
import { useApi } from "./support/useApi.ts";

const reports = [
  "courses",
  "courses/fs",
  "courses/fs/lessons",
  "courses/fs/time-to-complete",
  "courses/fs/cohorts",
  "courses/fs/activity",
  "courses/fs/learners",
  "overdue",
  "due-next",
  "overview",
  "deadlines",
  "activity",
  "attempts",
];

describe.each(databaseKinds)("who may read reports, and how much, on %s", (kind) => {
  const api = useApi(kind);
  beforeAll(async () => {
    await seedCourse(api);
    const crew = { token: api.service, body: { name: "The crew" } };
    await api.send("PUT", "/v1/groups/crew", crew);
  });

  const problem = async (path: string, token: string | undefined, accept = "*/*") => {
    const headers = { accept };
    const response = await api.send("GET", `/v1/reports/${path}`, { token, headers });
    const body: unknown = response.ok ? {} : await response.json();
    return { status: response.status, ...(body as object) };
  };

  test.each(reports)("%s is for administrators and services, as JSON and as CSV", async (path) => {
    const learner = await api.token({ sub: "ada" });
    for (const accept of ["application/json", "text/csv"]) {
      expect(await problem(path, undefined, accept)).toMatchObject({ status: 401 });
      expect(await problem(path, learner, accept)).toMatchObject({
        status: 403,
        code: "forbidden",
      });
      for (const token of [api.service, api.administrator]) {
        expect(await problem(path, token, accept)).toMatchObject({ status: 200 });
      }
    }
  });

  test.each(reports)(
    "%s refuses a group that is not there, and names that of one",
    async (path) => {
      const none = await problem(`${path}?group=none`, api.service);
      expect(none).toMatchObject({ status: 404, code: "group_not_found" });
      const foreign = await problem(`${path}?group=crew`, api.foreign.service);
      expect(foreign).toMatchObject({ status: 404 });
      const response = await api.send("GET", `/v1/reports/${path}?group=crew`, {
        token: api.administrator,
      });
      const isOfStart = /time-to-complete|cohorts|activity/.test(path);
      const membership = isOfStart ? "atStart" : "current";
      expect(await response.json()).toMatchObject({ group: "crew", membership });
    },
  );

  test.each(["courses", "courses/fs", "courses/fs/time-to-complete", "overdue"])(
    "%s of a group as of an instant is of its members at the start",
    async (path) => {
      const query = `group=crew&asOf=${api.clock.now.toISOString()}`;
      const response = await api.send("GET", `/v1/reports/${path}?${query}`, {
        token: api.administrator,
      });
      expect(await response.json()).toMatchObject({ group: "crew", membership: "atStart" });
    },
  );

  test.each(reports)("%s takes an enrollment window, or has none", async (path) => {
    const [from, before] = ["2026-01-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z"];
    const windowed = `${path}?enrolledFrom=${from}&enrolledBefore=${before}`;
    if (path.endsWith("cohorts")) {
      expect(await problem(windowed, api.service)).toMatchObject({ code: "request_invalid" });
      return;
    }
    const response = await api.send("GET", `/v1/reports/${windowed}`, { token: api.service });
    expect(await response.json()).toMatchObject({ enrolledFrom: from, enrolledBefore: before });
    for (const accept of ["application/json", "text/csv"]) {
      const empty = `${path}?enrolledFrom=${before}&enrolledBefore=${before}`;
      expect(await problem(empty, api.service, accept)).toMatchObject({
        status: 422,
        code: "time_out_of_range",
        errors: [{ path: "query.enrolledBefore", message: "Has to be after enrolledFrom." }],
      });
    }
    const unread = await problem(`${path}?enrolledFrom=yesterday`, api.service);
    expect(unread).toMatchObject({ status: 422, errors: [{ path: "query.enrolledFrom" }] });
  });

  test.each(["courses/fs/learners", "due-next"])(
    "%s takes deadlines within some time",
    async (path) => {
      const instant = "2026-02-01T00:00:00Z";
      const empty = `${path}?dueFrom=${instant}&dueBefore=${instant}`;
      expect(await problem(empty, api.service)).toMatchObject({
        status: 422,
        code: "time_out_of_range",
        errors: [{ path: "query.dueBefore", message: "Has to be after dueFrom." }],
      });
      const unread = await problem(`${path}?dueFrom=yesterday`, api.service);
      expect(unread).toMatchObject({ status: 422, errors: [{ path: "query.dueFrom" }] });
    },
  );

  test.each([
    ["courses?limit=0", 400, "limit_out_of_range"],
    ["courses?limit=1001", 400, "limit_out_of_range"],
    ["courses/fs/learners?limit=1001", 400, "limit_out_of_range"],
    ["overdue?limit=1001", 400, "limit_out_of_range"],
    ["due-next?limit=1001", 400, "limit_out_of_range"],
    ["due-next?days=0", 400, "request_invalid"],
    ["due-next?days=91", 400, "request_invalid"],
    ["activity?periods=0", 400, "request_invalid"],
    ["activity?periods=61", 400, "request_invalid"],
    ["activity?limit=1001", 400, "limit_out_of_range"],
    ["activity?after=nonsense", 400, "cursor_invalid"],
    ["deadlines?course=none", 404, "course_not_found"],
    ["overview?asOf=2026-02-01T00:00:00Z", 400, "request_invalid"],
    ["courses/fs?maturedDays=0", 400, "request_invalid"],
    ["courses/fs?maturedDays=366", 400, "request_invalid"],
    ["courses?maturedDays=0", 400, "request_invalid"],
    ["courses?maturedDays=366", 400, "request_invalid"],
    ["overdue?after=nonsense", 400, "cursor_invalid"],
    ["courses?asOf=1999-12-31T23:59:59Z", 422, "time_out_of_range"],
  ])("%s is refused with %d %s", async (path, status, code) => {
    expect(await problem(path, api.service)).toMatchObject({ status, code });
  });

  test.each([
    "courses?limit=1000",
    "due-next?days=1",
    "due-next?days=90",
    "activity?periods=1",
    "activity?periods=60&limit=1000&by=month",
    "courses?maturedDays=1",
    "courses?maturedDays=365",
    "courses/fs?maturedDays=1",
    "courses/fs?maturedDays=365",
  ])("%s is as far as it goes", async (path) => {
    expect(await problem(path, api.service)).toMatchObject({ status: 200 });
  });
});
