import { describe, expect, test } from "vitest";
import { lessonStatus, type MarkedLesson } from "../src/index.ts";

const now = new Date("2026-03-01T12:00:00Z");
const before = "2026-03-01T11:00:00Z";
const after = "2026-03-01T13:00:00Z";
const untouched: MarkedLesson = { viewed: false, completedAt: null };

describe("the mark beside a lesson", () => {
  const rows: readonly [name: string, lesson: MarkedLesson, status: string][] = [
    ["never viewed", untouched, "not-started"],
    ["viewed", { ...untouched, viewed: true }, "in-progress"],
    ["completed", { viewed: true, completedAt: before }, "complete"],
    [
      "completed on this device alone",
      { viewed: true, completedAt: before, pending: true },
      "pending",
    ],
    ["open from now on", { ...untouched, opensAt: now }, "not-started"],
    ["open later", { ...untouched, opensAt: after }, "not-open"],
    ["closed by the host", { ...untouched, locked: true }, "locked"],
    ["viewed, then closed", { ...untouched, viewed: true, locked: true }, "locked"],
    ["open later and closed", { ...untouched, opensAt: after, locked: true }, "not-open"],
    ["completed, then closed", { viewed: true, completedAt: before, locked: true }, "complete"],
    [
      "completed, then retired",
      { viewed: true, completedAt: before, retiredAt: before },
      "retired",
    ],
  ];
  test.each(rows)("%s", (_, lesson, status) => {
    expect(lessonStatus(lesson, now)).toBe(status);
  });
});
