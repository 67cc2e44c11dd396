import { describe, expect, test } from "vitest";
import { pickCourseToResume } from "../src/index.ts";

const now = new Date("2026-03-15T12:00:00.000Z");

/** The instant this many days from now, in JSON's form; null for no such instant. */
function day(days: number | undefined): string | null {
  return days === undefined ? null : new Date(now.getTime() + days * 86_400_000).toISOString();
}

interface Days {
  viewed?: number;
  due?: number;
  enrolled?: number;
  completed?: number;
  withdrawn?: number;
  exempted?: number;
}

function attempt([course, days]: [string, Days]) {
  return {
    course,
    enrolledAt: day(days.enrolled ?? -60) ?? now,
    lastViewedAt: day(days.viewed),
    dueAt: day(days.due),
    completedAt: day(days.completed),
    withdrawnAt: day(days.withdrawn),
    exemptedAt: day(days.exempted),
  };
}

/** [the rule, attempts with days from now, the course on the card] */
type Row = readonly [rule: string, attempts: Record<string, Days>, course: string | undefined];

const rows: readonly Row[] = [
  ["no attempt has no card", {}, undefined],
  [
    "the nearest deadline of those active in 14 days",
    { a: { viewed: -1, due: 9 }, b: { viewed: -13, due: 3 }, c: { viewed: -2, due: 5 } },
    "b",
  ],
  [
    "active is 14 days to the instant",
    { a: { viewed: -1, due: 9 }, b: { viewed: -14, due: 3 } },
    "b",
  ],
  [
    "silent longer is not active",
    { a: { viewed: -1, due: 9 }, b: { viewed: -14.001, due: 3 } },
    "a",
  ],
  ["never started is not active", { a: { viewed: -1, due: 9 }, b: { due: 3 } }, "a"],
  [
    "a deadline goes before more recent work",
    { a: { viewed: -1 }, b: { viewed: -9, due: 30 } },
    "b",
  ],
  [
    "yesterday's deadline is nearer than next week's",
    { a: { viewed: -1, due: 7 }, b: { viewed: -2, due: -1 } },
    "b",
  ],
  [
    "tomorrow's deadline is nearer than last month's",
    { a: { viewed: -1, due: -30 }, b: { viewed: -2, due: 1 } },
    "b",
  ],
  [
    "equally near: the more recently viewed",
    { a: { viewed: -2, due: 3 }, b: { viewed: -1, due: 3 } },
    "b",
  ],
  ["no deadline: the most recently viewed", { a: { viewed: -3 }, b: { viewed: -1 } }, "b"],
  [
    "no active one: the most recently viewed, whatever is due",
    { a: { viewed: -40, due: 1 }, b: { viewed: -20, due: 9 } },
    "b",
  ],
  ["a viewed one goes before a newer enrollment", { a: { enrolled: 0 }, b: { viewed: -90 } }, "b"],
  ["… wherever it stands", { b: { viewed: -90 }, a: { enrolled: 0 } }, "b"],
  ["none viewed: the newest enrollment", { a: { enrolled: -3 }, b: { enrolled: -1 } }, "b"],
  ["all equal: the first", { b: { viewed: -1 }, a: { viewed: -1 } }, "b"],
  ["completed only where no other is left", { a: { viewed: 0, due: 1, completed: 0 }, b: {} }, "b"],
  [
    "all completed: the most recent, whatever was due",
    { a: { viewed: -2, due: 1, completed: -2 }, b: { viewed: -1, completed: -1 } },
    "b",
  ],
  ["withdrawn: no card", { a: { viewed: -1, due: 1, withdrawn: -1 } }, undefined],
  ["exempted: no card", { a: { viewed: -1, due: 1, exempted: -1 } }, undefined],
];

describe("pickCourseToResume", () => {
  test.each(rows)("%s", (_rule, attempts, course) => {
    const list = Object.entries(attempts).map(attempt);
    const order = list.map((a) => a.course);
    expect(pickCourseToResume(list, now)?.course).toBe(course);
    expect(list.map((a) => a.course)).toEqual(order);
  });
});
