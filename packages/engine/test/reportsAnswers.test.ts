import { describe, expect, test } from "vitest";
import * as engine from "../src/index.ts";
import { at } from "./support/at.ts";

/** A database that answers these rows to whatever it is asked: what is tested is made of them. */
function answering(rows: readonly object[]): engine.Queryable & { values: unknown[] } {
  const asked: unknown[] = [];
  const query = async ({ values }: { values: unknown[] }) => {
    asked.push(...values);
    return { rows };
  };
  return { query, values: asked } as unknown as engine.Queryable & { values: unknown[] };
}

const none = { time_days: null, time_completed: null, time_withdrawn: null, time_censored: null };
const course = {
  as_of: at(5),
  course: "fs",
  title: "Fire safety",
  outline_version: 3,
  total_lessons: 2,
  exempt: "2",
  withdrawn: "1",
  completed_on_time: "4",
  completed_late: "2",
  overdue: "3",
  active: "5",
  stalled: "1",
  not_started: "2",
  due: "8",
  due_on_time: "4",
  original_due: "0",
  original_on_time: "0",
  matured: "12",
  matured_completed: "3",
  time_days: [3, 5, 8, 12, 20],
  time_completed: ["1", "1", "1", "0", "0"],
  time_withdrawn: ["0", "0", "0", "0", "0"],
  time_censored: ["0", "1", "0", "1", "1"],
  worst_lesson: "fs-2",
  worst_lesson_low: 0.2,
};

describe("the report of a course", () => {
  test("adds its states up, and leaves the exempt out of its rates", async () => {
    const report = await engine.reportCourse(answering([course]), { course: "fs" });
    expect(report).toMatchObject({
      asOf: at(5),
      definition: 1,
      enrolled: 20,
      completed: 6,
      completedLate: 2,
      inProgress: 5,
      completionRate: 0.3333,
      completionRateLow: 0.1628,
      completionRateHigh: 0.5625,
      medianDays: 8,
      matured: { days: 30, n: 12, immature: 6, completed: 3, rate: 0.25 },
      onTime: { due: 8, onTime: 4, rate: 0.5 },
      onTimeOriginal: { due: 0, onTime: 0, rate: null, low: null, high: null },
    });
    expect(report).not.toHaveProperty("group");
  });

  test("is a row of the list without what is particular to it", async () => {
    const one = await engine.reportCourse(answering([course]), { course: "fs", group: "g" });
    const { items, next, ...head } = await engine.reportCourses(answering([course]), { limit: 1 });
    expect(one).toMatchObject({ ...items[0], ...head, group: "g" });
    expect(next).toEqual(expect.any(String));
  });

  test("has no median where half have not completed, and no rate of nobody", async () => {
    const counts = Object.entries(course).map(([name, value]) =>
      typeof value === "string" && /^\d+$/.test(value) ? [name, "0"] : [name, value],
    );
    const nobody = { ...Object.fromEntries(counts), ...none };
    const report = await engine.reportCourse(answering([nobody]), { course: "fs" });
    expect(report).toMatchObject({ enrolled: 0, completionRate: null, medianDays: null });
  });

  test("without a row is as of the instant asked for, or else of now", async () => {
    const asked = await engine.reportCourses(answering([]), { asOf: at(4) }, { now: at(5) });
    expect(asked).toEqual({ asOf: at(4), definition: 1, items: [], next: null });
    const live = await engine.reportCourses(answering([]), {}, { now: at(5) });
    expect(live.asOf).toEqual(at(5));
  });
});

test("the report of lessons has the rates of the golden fixture", async () => {
  const row = { as_of: at(5), lesson: "a", title: "A", section: null, position: 1, required: true };
  const counts = { available: "250", viewed: "200", completed: "150", still_active: "12" };
  const rest = { moved_on: "18", stopped_here: "20", median_seconds: "90" };
  const db = answering([{ ...row, ...counts, ...rest }]);
  const { items } = await engine.reportLessons(db, { course: "fs" });
  expect(items).toMatchObject([
    {
      viewedNotCompleted: 50,
      dropOffRate: 0.25,
      dropOffRateLow: 0.1951,
      dropOffRateHigh: 0.3143,
      stoppedHereRate: 0.1,
      settledDropOffRate: 0.2021,
      reachRate: 0.8,
      medianSeconds: 90,
    },
  ]);
});

describe("the report of time to complete", () => {
  const columns = {
    as_of: at(5),
    days: course.time_days,
    completed: course.time_completed,
    withdrawn: course.time_withdrawn,
    censored: course.time_censored,
  };

  test("says how far the curve got where a quantile was not reached", async () => {
    const report = await engine.reportTimeToComplete(answering([columns]), { course: "fs" });
    expect(report).toMatchObject({
      from: "firstAccess",
      n: 6,
      completed: 3,
      censored: 3,
      withdrawn: 0,
      shownThroughDay: null,
      p50Days: 8,
      p75Days: null,
      p90Days: null,
      reached: 0.5556,
      finishers: { n: 3, p50Days: 5, p90Days: 8, meanDays: 5.3 },
    });
    expect(report.curve).toHaveLength(3);
  });

  test("has got nowhere to say where nobody began", async () => {
    const nobody = { as_of: at(5), days: null, completed: null, withdrawn: null, censored: null };
    const report = await engine.reportTimeToComplete(answering([nobody]), { course: "fs" });
    expect(report).toMatchObject({ n: 0, curve: [], reached: null, p50Days: null });
  });
});

test("a list by deadline that is empty still says of when, and its total", async () => {
  const empty = { attempt: null, learner: null, as_of: at(5), total: "0" };
  expect(await engine.reportOverdue(answering([empty]))).toEqual({
    asOf: at(5),
    definition: 1,
    total: 0,
    items: [],
    next: null,
  });
  expect(await engine.reportDueNext(answering([empty]))).toMatchObject({ days: 14, total: 0 });
});

test("the learners of a lesson are those who viewed it where no segment is named", async () => {
  const db = answering([]);
  await engine.reportCourseLearners(db, { course: "fs", lesson: "fs-1" });
  expect(db.values.slice(0, 8)).toEqual([
    "default",
    "fs",
    null,
    "fs-1",
    "viewed",
    null,
    "name",
    false,
  ]);
});
