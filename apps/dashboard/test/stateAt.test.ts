import type { LedgerEntry } from "@milepost/client";
import { describe, expect, test } from "vitest";
import { type History, stateAt } from "../src/client/pages/learner/stateAt.ts";

const day = (n: number) => `2026-03-${`${n}`.padStart(2, "0")}T12:00:00.000Z`;

function entry(
  type: LedgerEntry["type"],
  on: number,
  more: Partial<LedgerEntry> = {},
): LedgerEntry {
  return {
    id: `${type} ${on} ${more.lesson ?? ""}`,
    type,
    attempt: 1,
    lesson: null,
    occurredAt: day(on),
    receivedAt: day(on),
    source: "api",
    actor: "service",
    eventId: null,
    outlineVersion: 1,
    reason: null,
    data: null,
    ...more,
  };
}

const lesson = (id: string, viewed: readonly number[] = [], from = 1, until?: number) => ({
  id,
  countsFrom: day(from),
  countsUntil: until === undefined ? null : day(until),
  views: viewed.map(day),
});

const version = (outlineVersion: number, on: number, totalLessons: number) => ({
  outlineVersion,
  changedAt: day(on),
  totalLessons,
});

/** Two of four lessons are complete, one of them told three days late. */
const history: History = {
  entries: [
    entry("enrollment.created", 2),
    entry("lesson.completed", 4, { lesson: "a" }),
    entry("deadline.moved", 6, { data: { from: day(9), to: day(20) } }),
    entry("lesson.completed", 5, { lesson: "b", receivedAt: day(8) }),
  ],
  lessons: [lesson("a", [3, 4]), lesson("b", [5, 5]), lesson("c"), lesson("d", [], 7)],
  versions: [version(1, 1, 3), version(2, 7, 4)],
  countedVersion: 2,
  enrolledAt: day(2),
  dueAt: day(20),
};
const at = (on: number) => new Date(day(on));

describe("the state of an attempt at an instant", () => {
  test("there is none before it began", () => {
    expect(stateAt(history, at(1), "receivedAt")).toBeNull();
    expect(stateAt(history, at(2), "receivedAt")).toMatchObject({
      state: { state: "not-started" },
      completedLessons: 0,
      totalLessons: 3,
    });
  });

  test("what was told late counts from when it was known, or from when it happened", () => {
    const known = stateAt(history, at(6), "receivedAt");
    const happened = stateAt(history, at(6), "occurredAt");
    expect(known).toMatchObject({ completedLessons: 1, progressPercentage: 33.33 });
    expect(happened).toMatchObject({ completedLessons: 2, progressPercentage: 66.66 });
  });

  test("a lesson that was published later counts from then on", () => {
    expect(stateAt(history, at(8), "receivedAt")).toMatchObject({
      completedLessons: 2,
      totalLessons: 4,
      progressPercentage: 50,
    });
  });

  test("a deadline is what the move after it says it was", () => {
    expect(stateAt(history, at(5), "receivedAt")?.dueAt).toBe(day(9));
    expect(stateAt(history, at(6), "receivedAt")?.dueAt).toBe(day(20));
    const unmoved = { ...history, entries: history.entries.slice(0, 2) };
    expect(stateAt(unmoved, at(3), "receivedAt")?.dueAt).toBe(day(20));
  });

  test("it is overdue after the deadline of that instant, not of today", () => {
    const moved = entry("deadline.moved", 15, { data: { from: day(9), to: day(20) } });
    const entries = [...history.entries.slice(0, 2), moved];
    const states = [9, 10, 15].map((on) => stateAt({ ...history, entries }, at(on), "receivedAt"));
    expect(states.map((one) => one?.state.state)).toEqual([
      "in-progress",
      "overdue",
      "in-progress",
    ]);
  });
});

describe("the end of an attempt at an instant", () => {
  test("an exemption counts until it is taken back", () => {
    const entries = [
      ...history.entries,
      entry("enrollment.exempted", 10),
      entry("enrollment.reinstated", 12),
      entry("enrollment.withdrawn", 14),
    ];
    const states = [9, 11, 13, 15].map((on) =>
      stateAt({ ...history, entries }, at(on), "receivedAt"),
    );
    const names = states.map((one) => one?.state.state);
    expect(names).toEqual(["in-progress", "exempt", "in-progress", "withdrawn"]);
  });

  test("a completion stays that of its version", () => {
    const entries = [
      entry("enrollment.created", 2),
      ...["a", "b", "c"].map((id) => entry("lesson.completed", 5, { lesson: id })),
      entry("course.completed", 5, { outlineVersion: 1 }),
    ];
    const lessons = [lesson("a", [5]), lesson("b", [5]), lesson("c", [5])];
    const pinned = { ...history, entries, lessons, countedVersion: 1 };
    expect(stateAt(pinned, at(30), "receivedAt")).toMatchObject({
      state: { state: "completed", timing: "on-time" },
      progressPercentage: 100,
      completedAt: day(5),
    });
  });

  test("a retired lesson counts until it was retired", () => {
    const entries = [entry("enrollment.created", 2), entry("lesson.completed", 3, { lesson: "r" })];
    const lessons = [lesson("r", [3], 1, 7), lesson("a"), lesson("b")];
    const versions = [version(1, 1, 3), version(2, 7, 2)];
    const retired = { ...history, entries, lessons, versions };
    const counts = [6, 8].map((on) => stateAt(retired, at(on), "receivedAt"));
    expect(counts.map((one) => one?.progressPercentage)).toEqual([33.33, 0]);
  });

  test("between two views nobody knows how silent it was", () => {
    const lessons = [lesson("a", [3, 25]), lesson("b")];
    const silent = { ...history, lessons, entries: [entry("enrollment.created", 2)] };
    const known = [3, 15, 26].map((on) => stateAt(silent, at(on), "receivedAt")?.activityKnown);
    expect(known).toEqual([false, false, true]);
  });
});
