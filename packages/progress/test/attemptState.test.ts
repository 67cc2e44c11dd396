import { describe, expect, test } from "vitest";
import { type AttemptState, type AttemptTimes, attemptState } from "../src/index.ts";

const now = new Date("2026-03-15T12:00:00.000Z");
const day = 86_400_000;
const fromNow = (millis: number) => new Date(now.getTime() + millis);

function inWords(state: AttemptState): string {
  if (state.state === "completed") return `completed, ${state.timing}`;
  if (state.state === "in-progress") return `in progress, ${state.activity}`;
  return state.state;
}

const untouched: AttemptTimes = {
  exemptedAt: null,
  withdrawnAt: null,
  completedAt: null,
  dueAt: null,
  lastViewedAt: null,
};

const exemptedAt = fromNow(-5);
const withdrawnAt = fromNow(-6);
const completedAt = fromNow(-7);
const past = { dueAt: fromNow(-1), lastViewedAt: fromNow(-9) };

type Row = readonly [rule: string, attempt: Partial<AttemptTimes>, state: string];
const rows: readonly Row[] = [
  ["exempt goes before all", { ...past, exemptedAt, withdrawnAt, completedAt }, "exempt"],
  ["withdrawn goes before completed", { ...past, withdrawnAt, completedAt }, "withdrawn"],
  ["withdrawn goes before overdue", { ...past, withdrawnAt }, "withdrawn"],
  ["completed goes before overdue", { ...past, completedAt }, "completed, on-time"],
  [
    "completed at the deadline is on time",
    { completedAt, dueAt: completedAt },
    "completed, on-time",
  ],
  [
    "a millisecond after the deadline is late",
    { completedAt, dueAt: fromNow(-8) },
    "completed, late",
  ],
  ["completed without a deadline is on time", { completedAt }, "completed, on-time"],
  ["completed stays so on a clock behind", { completedAt: fromNow(day) }, "completed, on-time"],
  ["overdue goes before in progress", past, "overdue"],
  ["overdue goes before not started", { dueAt: fromNow(-1) }, "overdue"],
  ["the deadline itself is not overdue", { dueAt: now }, "not-started"],
  ["viewed lately is active", { lastViewedAt: fromNow(-day) }, "in progress, active"],
  ["silent for 7 days is active", { lastViewedAt: fromNow(-7 * day) }, "in progress, active"],
  ["silent longer is stalled", { lastViewedAt: fromNow(-7 * day - 1) }, "in progress, stalled"],
  ["viewed on a clock ahead is active", { lastViewedAt: fromNow(1) }, "in progress, active"],
  ["never viewed is not started", {}, "not-started"],
];

describe("attemptState", () => {
  test.each(rows)("%s", (_rule, times, state) => {
    const attempt = { ...untouched, ...times };
    expect(inWords(attemptState(attempt, now))).toBe(state);
    expect(inWords(attemptState(JSON.parse(JSON.stringify(attempt)), now))).toBe(state);
  });

  test("the days of silence are the caller's to set", () => {
    const attempt = { ...untouched, lastViewedAt: fromNow(-9 * day) };
    expect(inWords(attemptState(attempt, now, { activeDays: 9 }))).toBe("in progress, active");
    expect(inWords(attemptState(attempt, now, { activeDays: 8 }))).toBe("in progress, stalled");
  });
});
