import { describe, expect, test } from "vitest";
import { demoCourses, generateCourseHistory } from "../src/index.ts";
import { learnerAt } from "../src/people/learnerAt.ts";
import { isWeekend } from "../src/time/isWeekend.ts";
import { localDay } from "../src/time/localDay.ts";
import { DAY, HOUR } from "../src/time/units.ts";
import { zoneOffset } from "../src/time/zoneOffset.ts";
import { type ReplayedAttempt, replay } from "./replay.ts";

const SEED = 1;
const end = new Date("2026-11-24T09:00:00Z");
const options = { seed: SEED, learners: 360, start: new Date(+end - 395 * DAY), end };

const histories = demoCourses.map((course) => {
  const acts = [...generateCourseHistory(course, options)];
  return { course, acts, id: course.id, ...replay(acts) };
});

function stateOf(attempt: ReplayedAttempt): string {
  if (attempt.exempted) return "exempt";
  if (attempt.withdrawnAt !== null) return "withdrawn";
  if (attempt.completedAt !== null) return "completed";
  if (attempt.dueAt !== null && attempt.dueAt < +end) return "overdue";
  return attempt.viewed.size === 0 ? "not started" : "in progress";
}

/** Share of the current attempts in each state. */
function mixOf(current: ReplayedAttempt[]): Record<string, number> {
  const mix: Record<string, number> = {};
  for (const attempt of current) {
    const state = stateOf(attempt);
    mix[state] = (mix[state] ?? 0) + 1 / current.length;
  }
  return mix;
}

describe.each(histories)("the learners of $id", ({ course, acts, attempts, current }) => {
  test("are in a believable mix of states", () => {
    const mix = mixOf(current);
    expect(mix.completed).toBeGreaterThan(0.35);
    expect(mix.completed).toBeLessThan(0.85);
    expect(mix["in progress"]).toBeGreaterThan(0.005);
    expect(mix.withdrawn).toBeGreaterThan(0.005);
    expect(mix.withdrawn).toBeLessThan(0.12);
    if (course.deadline) {
      expect(mix.overdue).toBeGreaterThan(0.01);
      expect(mix.overdue).toBeLessThan(0.3);
      expect(mix.exempt).toBeGreaterThan(0);
    }
  });

  test("leave some lessons uncompleted several times as often as others", () => {
    const rates = dropOffRates(attempts).sort((a, b) => a - b);
    const median = rates[Math.floor(rates.length / 2)] ?? 1;
    expect(rates.at(-1)).toBeGreaterThan(0.04);
    expect(rates.at(-1)).toBeGreaterThan(3 * median);
  });

  test("have been active in the last seven days, some of them", () => {
    const recent = acts.filter(({ kind, at }) => kind === "complete" && +end - +at < 7 * DAY);
    expect(recent.length).toBeGreaterThan(10);
  });

  test("come back to lessons, and skip optional ones", () => {
    const views = acts.filter(({ kind }) => kind === "view").length;
    const records = attempts.reduce((sum, { viewed }) => sum + viewed.size, 0);
    expect(views).toBeGreaterThan(1.03 * records);
    const optional = course.outlines[0].lessons.filter(({ required }) => !required);
    const finishers = attempts.filter(({ completedAt }) => completedAt !== null);
    const skipped = finishers.filter(({ viewed }) => optional.some(({ id }) => !viewed.has(id)));
    expect(skipped.length).toBeGreaterThan(finishers.length / 4);
    expect(skipped.length).toBeLessThan(finishers.length);
  });
});

describe.each(histories.filter(({ course }) => course.deadline))(
  "before the deadlines of $id",
  ({ attempts, acts }) => {
    test("more lessons are completed a day in the last three than on the days before", () => {
      let burst = 0;
      let before = 0;
      let daysBefore = 0;
      for (const { dueAt, openedAt, completed } of attempts) {
        if (dueAt === null || dueAt > +end) continue;
        daysBefore += (dueAt - openedAt) / DAY - 3;
        for (const at of completed.values()) {
          if (at <= dueAt && at > dueAt - 3 * DAY) burst++;
          else if (at <= dueAt) before++;
        }
      }
      const attemptsDue = attempts.filter(({ dueAt }) => dueAt !== null && dueAt <= +end).length;
      expect(burst / (3 * attemptsDue)).toBeGreaterThan(2 * (before / daysBefore));
    });

    test("some deadlines are moved, and some who missed theirs complete the course late", () => {
      expect(acts.some(({ kind }) => kind === "deadline")).toBe(true);
      const late = attempts.filter(
        ({ completedAt, dueAt }) => completedAt !== null && dueAt !== null && completedAt > dueAt,
      );
      expect(late.length).toBeGreaterThan(0.02 * attempts.length);
      expect(late.length).toBeLessThan(0.4 * attempts.length);
    });
  },
);

test("people study in the working hours of their own zone, seldom at weekends", () => {
  let views = 0;
  let atDesk = 0;
  let weekends = 0;
  for (const { acts } of histories) {
    for (const act of acts) {
      if (act.kind !== "view") continue;
      const { zone } = learnerAt(SEED, Number(act.learner.slice(3)));
      const hour = ((act.at.getTime() + zoneOffset(zone, +act.at)) % DAY) / HOUR;
      views++;
      if (hour >= 8 && hour < 19) atDesk++;
      if (isWeekend(localDay(zone, +act.at))) weekends++;
    }
  }
  expect(atDesk / views).toBeGreaterThan(0.85);
  expect(weekends / views).toBeGreaterThan(0.001);
  expect(weekends / views).toBeLessThan(0.08);
});

test("the yearly course is taken again by most who completed it a year ago", () => {
  const yearly = histories.find(({ course }) => course.renewalDays !== null);
  const first = yearly?.attempts.filter(
    ({ attempt, completedAt }) =>
      attempt === 1 && completedAt !== null && +end - completedAt > 370 * DAY,
  );
  const again = new Map(
    yearly?.attempts.filter(({ attempt }) => attempt === 2).map((a) => [a.learner, a]),
  );
  expect(first?.length).toBeGreaterThan(20);
  const done = first?.filter(({ learner }) => again.get(learner)?.completedAt !== null) ?? [];
  expect(first?.every(({ learner }) => again.has(learner))).toBe(true);
  expect(done.length).toBeGreaterThan(0.4 * (first?.length ?? 0));
});

test("the outline edit meets attempts under way, some of which are completed after it", () => {
  const edited = histories.find(({ course }) => course.outlines.length > 1);
  const edit = edited?.acts.filter(({ kind }) => kind === "outline").at(-1);
  if (!edited || !edit) throw new Error("No course is edited.");
  const before = edited.attempts.filter(({ openedAt }) => openedAt < +edit.at);
  const open = before.filter(({ completedAt }) => completedAt === null || completedAt > +edit.at);
  expect(before.length - open.length).toBeGreaterThan(10);
  expect(open.filter(({ completedAt }) => completedAt !== null).length).toBeGreaterThan(0);
  const added = edited.attempts.filter(({ viewed }) => viewed.has("ln-suggested-replies"));
  expect(added.every(({ viewed }) => (viewed.get("ln-suggested-replies") ?? 0) > +edit.at)).toBe(
    true,
  );
});

/**
 * Per lesson that at least thirty attempts viewed: viewed and not completed, as a share of viewed.
 */
function dropOffRates(attempts: ReplayedAttempt[]): number[] {
  const viewed = new Map<string, number>();
  const completed = new Map<string, number>();
  for (const attempt of attempts) {
    for (const id of attempt.viewed.keys()) viewed.set(id, (viewed.get(id) ?? 0) + 1);
    for (const id of attempt.completed.keys()) completed.set(id, (completed.get(id) ?? 0) + 1);
  }
  return [...viewed]
    .filter(([, count]) => count >= 30)
    .map(([id, count]) => 1 - (completed.get(id) ?? 0) / count);
}
