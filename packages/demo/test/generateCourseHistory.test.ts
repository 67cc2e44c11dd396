import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstAid } from "../src/courses/firstAid.ts";
import { type DemoCourse, demoCourses, generateCourseHistory } from "../src/index.ts";
import { replay } from "./replay.ts";

const period = { start: new Date("2025-10-25T09:00:00Z"), end: new Date("2026-11-24T09:00:00Z") };

function digest(seed: number): string {
  const hash = createHash("sha256");
  for (const course of demoCourses) {
    for (const act of generateCourseHistory(course, { ...period, seed, learners: 60 })) {
      hash.update(JSON.stringify(act));
    }
  }
  return hash.digest("hex");
}

test("the same seed gives the same history, another seed another", () => {
  const digests = [1, 1, 2].map(digest);
  expect(digests[1]).toBe(digests[0]);
  expect(digests[2]).not.toBe(digests[0]);
});

describe.each(demoCourses)("the history of $id", (course) => {
  test("is one that can have happened, whatever the seed, size and period", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 1200 }),
        (seed, learners, days) => {
          const start = new Date(+period.end - days * 86_400_000);
          const acts = [
            ...generateCourseHistory(course, { seed, learners, start, end: period.end }),
          ];
          // replay throws at the first act that contradicts the ones before it.
          const { current } = replay(acts);
          expect(current.length).toBeLessThanOrEqual(
            Math.max(1, Math.round(learners * course.audience)),
          );
          expect(acts.every(({ at }) => at >= start && at <= period.end)).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });
});

test("what somebody does once the next attempt is open is done in that one", () => {
  // All of them come back again and again, so that some still look things up in the attempt before.
  const course: DemoCourse = { ...firstAid, refresherShare: 1, mix: [["keen", 1]] };
  const start = new Date(+period.end - 1500 * 86_400_000);
  const history = generateCourseHistory(course, { ...period, seed: 1, learners: 600, start });
  const { attempts } = replay(history);
  expect(Math.max(...attempts.map(({ attempt }) => attempt))).toBeGreaterThan(5);
});

test("a course of half a million learners begins at once, as it is streamed", () => {
  const acts = generateCourseHistory(firstAid, { ...period, seed: 1, learners: 2 ** 20 });
  const first = Array.from({ length: 1000 }, () => acts.next().value);
  acts.return();
  expect(new Set(first.map((act) => act && "learner" in act && act.learner)).size).toBeGreaterThan(
    50,
  );
});

test("an academy without learners, or a period that ends before it starts, is refused", () => {
  const [course] = demoCourses;
  if (!course) throw new Error("No courses.");
  const { start, end } = period;
  const begin = (options: { learners: number; start: Date; end: Date }) => () =>
    generateCourseHistory(course, { seed: 1, ...options }).next();
  expect(begin({ learners: 0, start, end })).toThrow(RangeError);
  expect(begin({ learners: 5, start: end, end: start })).toThrow(RangeError);
});
