import type { DeadlinesReport, OverduePage, TimeToComplete } from "@milepost/engine";
import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { histories, seedReports } from "./support/seedReports.ts";
import { useApi } from "./support/useApi.ts";

/** What a report answers, as far as a test has to know before it compares. */
interface Report {
  readonly items: readonly { readonly [name: string]: unknown; readonly learner: string }[];
  readonly next: string | null;
}

describe.each(databaseKinds)("reports on %s", (kind) => {
  const api = useApi(kind);
  beforeAll(() => seedReports(api));

  const read = async <Body = Report>(path: string): Promise<Body> => {
    const response = await api.send("GET", `/v1/reports/${path}`, { token: api.administrator });
    expect(response.status, path).toBe(200);
    return (await response.json()) as Body;
  };

  test("a course has each of its learners in one state", async () => {
    const report = await read("courses/fs");
    expect(report).toMatchObject({
      asOf: api.clock.now.toISOString(),
      definition: 1,
      course: "fs",
      title: "Fire safety",
      enrolled: 8,
      states: {
        exempt: 1,
        withdrawn: 1,
        completedOnTime: 1,
        completedLate: 1,
        overdue: 1,
        active: 1,
        stalled: 1,
        notStarted: 1,
      },
      completed: 2,
      completionRate: 0.2857,
      medianDays: 5,
      totalLessons: 2,
      onTime: { due: 3, onTime: 1, rate: 0.3333 },
      onTimeOriginal: { due: 3, onTime: 1 },
    });
    expect(await read("courses/fs?maturedDays=3")).toMatchObject({ matured: { days: 3 } });
  });

  test("the list of courses has the same row", async () => {
    const { items, next } = await read("courses");
    expect(next).toBeNull();
    expect(items).toHaveLength(1);
    expect(await read("courses/fs")).toMatchObject({ ...items[0] });
  });

  test("the lessons tell what became of everyone who viewed them", async () => {
    const { items } = await read("courses/fs/lessons");
    expect(items.map(({ lesson }) => lesson)).toEqual(["fs-1", "fs-2", "fs-x"]);
    expect(items[0]).toMatchObject({
      viewed: 5,
      completed: 2,
      viewedNotCompleted: 3,
      dropOffRate: 0.6,
    });
    const parts = ["stillActive", "movedOn", "stoppedHere"];
    expect(parts.reduce((sum, part) => sum + Number(items[0]?.[part]), 0)).toBe(3);
  });

  test("the time to complete counts those still at it", async () => {
    expect(await read("courses/fs/time-to-complete")).toMatchObject({
      from: "firstAccess",
      n: 5,
      completed: 2,
      censored: 3,
      withdrawn: 0,
      curve: [
        { day: 3, completed: 0.25, atRisk: 4 },
        { day: 5, completed: 0.5, atRisk: 3 },
      ],
      p50Days: 5,
      p75Days: null,
      reached: 0.5,
      finishers: { n: 2, p50Days: 3, p90Days: 5, meanDays: 4 },
    });
    const fromEnrollment = await read("courses/fs/time-to-complete?from=enrolled");
    expect(fromEnrollment).toMatchObject({ from: "enrolled", n: 7, withdrawn: 1 });
  });

  test("the cohorts are the weeks that learners enrolled in", async () => {
    const { items } = await read("courses/fs/cohorts");
    expect(items).toMatchObject([
      { cohort: "2026-W06", from: "2026-02-02", enrolled: 7, completed: 2, exempt: 1 },
      { cohort: "2026-W09", from: "2026-02-23", enrolled: 1, inProgress: 1 },
    ]);
    const { items: months } = await read("courses/fs/cohorts?by=month");
    expect(months).toMatchObject([{ cohort: "2026-02", from: "2026-02-01", enrolled: 8 }]);
  });

  test("the activity of the running period is marked as unfinished", async () => {
    const { items: months } = await read("courses/fs/activity?by=month");
    expect(months[0]).toMatchObject({
      period: "2026-02",
      from: "2026-02-01",
      starts: 5,
      completions: 2,
      complete: true,
    });
    const { items: weeks } = await read("courses/fs/activity");
    expect(weeks.at(-1)).toMatchObject({ period: "2026-W09", complete: false });
  });

  test("behind each state are its learners", async () => {
    const learnersOf = async (query: string) => {
      const { items } = await read(`courses/fs/learners?${query}`);
      return items.map(({ learner }) => learner);
    };
    expect(await learnersOf("state=overdue")).toEqual(["cy"]);
    expect(await learnersOf("state=completed")).toEqual(["ada", "ben"]);
    expect(await learnersOf("state=notStarted")).toEqual(["eve"]);
    expect(await learnersOf("lesson=fs-1&segment=viewedNotCompleted")).toEqual([
      "cy",
      "dee",
      "hal",
    ]);
    expect(await learnersOf("lesson=fs-1")).toHaveLength(5);
  });

  test("behind each point of a chart are its learners", async () => {
    const { curve, finishers } = await read<TimeToComplete>(
      "courses/fs/time-to-complete?from=enrolled",
    );
    expect(finishers.n).toBe(2);
    let completed = 0;
    for (const { day, finished } of curve) {
      completed += finished;
      const { items } = await read(`courses/fs/learners?from=enrolled&maxDays=${day}`);
      expect(items).toHaveLength(completed);
      const on = await read(`courses/fs/learners?from=enrolled&minDays=${day}&maxDays=${day}`);
      expect(on.items).toHaveLength(finished);
    }
    expect((await read("courses/fs/learners?from=firstAccess")).items).toHaveLength(2);
    const { ageing } = await read<DeadlinesReport>("deadlines");
    const { total, items: late } = await read<OverduePage>("overdue?maxDays=7");
    expect([total, late.length]).toEqual([ageing.days1To7, ageing.days1To7]);
    expect((await read<OverduePage>("overdue?minDays=8")).total).toBe(1 - ageing.days1To7);
    const { items: due } = await read("courses/fs/learners?dueBefore=2026-03-01T12:00:00Z");
    expect(due.map(({ learner }) => learner)).toContain("cy");
    expect(due.every(({ dueAt }) => `${dueAt}` < "2026-03-01T12")).toBe(true);
  });

  test.each(["progress", "due", "lastActivity", "name"])(
    "pages by %s have every learner once, in both directions",
    async (sort) => {
      for (const order of ["asc", "desc"]) {
        const seen: string[] = [];
        let after = "";
        do {
          const query = `sort=${sort}&order=${order}&limit=3${after}`;
          const { items, next } = await read(`courses/fs/learners?${query}`);
          seen.push(...items.map(({ learner }) => learner));
          after = next === null ? "" : `&after=${next}`;
        } while (after !== "");
        expect(seen.toSorted()).toEqual(Object.keys(histories));
      }
    },
  );

  test("a report can't be as of an instant that is still to come", async () => {
    for (const report of ["courses", "courses/fs", "courses/fs/time-to-complete", "overdue"]) {
      const path = `/v1/reports/${report}?asOf=2026-03-01T12:00:00.001Z`;
      const response = await api.send("GET", path, { token: api.service });
      expect(await response.json(), path).toMatchObject({ status: 422, code: "time_out_of_range" });
      await read(`${report}?asOf=2026-03-01T12:00:00Z`);
    }
  });

  test("a cursor of another order is refused", async () => {
    const { next } = await read("courses/fs/learners?sort=name&limit=3");
    const path = `/v1/reports/courses/fs/learners?sort=due&limit=3&after=${next}`;
    const response = await api.send("GET", path, { token: api.service });
    expect(await response.json()).toMatchObject({ status: 400, code: "cursor_invalid" });
  });

  test("the overdue and those due next have their totals", async () => {
    expect(await read("overdue")).toMatchObject({
      total: 1,
      items: [{ learner: "cy", course: "fs", courseTitle: "Fire safety", attempt: 1 }],
      next: null,
    });
    expect(await read("due-next")).toMatchObject({
      days: 14,
      total: 1,
      items: [{ learner: "dee", lessonsLeft: 2, started: true }],
    });
    expect(await read("due-next?days=1")).toMatchObject({ days: 1, total: 0, items: [] });
  });

  test("a course that is not there is refused by every report of one", async () => {
    for (const report of [
      "",
      "/lessons",
      "/time-to-complete",
      "/cohorts",
      "/activity",
      "/learners",
    ]) {
      const path = `/v1/reports/courses/none${report}`;
      const response = await api.send("GET", path, { token: api.service });
      expect(await response.json(), path).toMatchObject({ status: 404, code: "course_not_found" });
    }
    for (const list of ["overdue", "due-next"]) {
      const path = `/v1/reports/${list}?course=none`;
      const response = await api.send("GET", path, { token: api.service });
      expect(await response.json(), path).toMatchObject({ status: 404, code: "course_not_found" });
    }
  });

  test.each([
    ["courses", 1],
    ["courses/fs", 1],
    ["courses/fs/lessons", 3],
    ["courses/fs/time-to-complete", 2],
    ["courses/fs/learners", 8],
    ["overdue", 1],
    ["due-next", 1],
  ])("%s has the same numbers as CSV", async (path, rows) => {
    const answer = await read(path);
    const response = await api.send("GET", `/v1/reports/${path}`, {
      token: api.administrator,
      headers: { accept: "text/csv" },
    });
    const [header = "", ...lines] = (await response.text()).trimEnd().split("\r\n");
    expect(lines).toHaveLength(rows);
    const cells = new Map(header.split(",").map((name, i) => [name, lines[0]?.split(",")[i]]));
    for (const [name, value] of Object.entries(answer.items?.[0] ?? answer)) {
      if (typeof value === "number") expect(cells.get(name), name).toBe(String(value));
      if (value === null) expect(cells.get(name), name).toBe("");
    }
    if (cells.has("name")) expect(cells.get("name")).toMatch(/^'=\w+$/);
  });
});
