import { describe, expect, test } from "vitest";
import type { DayCounts } from "../src/reports/DayCounts.ts";
import { type IncidencePoint, incidence } from "../src/reports/incidence.ts";
import { type AttemptEnd, attemptDays } from "./support/attemptDays.ts";

/** Events a day while an attempt goes on. */
const completing = 1 / 40;
const withdrawing = 1 / 120;
/** Days over which attempts begin, at the end of which all are looked at. */
const window = 120;

/** Uniform in 0–1, the same at every run: a multiplicative generator of Park and Miller. */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Attempts that begin at any time, complete or withdraw at constant rates, and are cut off at the end. */
function population(size: number, seed: number): DayCounts {
  const random = uniform(seed);
  const wait = (rate: number) => -Math.log(1 - random()) / rate;
  const ends = Array.from({ length: size }, (): AttemptEnd => {
    const observed = window * (1 - random());
    const completes = wait(completing);
    const withdraws = wait(withdrawing);
    const last = Math.min(observed, completes, withdraws);
    const end = last === completes ? "completed" : last === withdraws ? "withdrawn" : "censored";
    return { day: Math.ceil(last), end };
  });
  return attemptDays(ends);
}

/** The share that has completed by a day in truth: what the rates come to. */
function truth(day: number): number {
  const both = completing + withdrawing;
  return (completing / both) * (1 - Math.exp(-both * day));
}

function onDay(points: readonly IncidencePoint[], day: number): IncidencePoint | undefined {
  return points.findLast((point) => point.day <= day);
}

describe("a simulated population", () => {
  const points = incidence(population(5_000, 20_260_301));

  test.each([14, 30, 45])("is within 1.5 points of the truth on day %i", (day) => {
    const completed = onDay(points, day)?.completed ?? Number.NaN;
    expect(Math.abs(completed - truth(day))).toBeLessThan(0.015);
  });

  test("has the truth inside of its interval in about 95 of 100 samples", () => {
    const samples = Array.from({ length: 400 }, (_, n) =>
      incidence(population(200, 1_000 + 77 * n)),
    );
    for (const day of [14, 30, 45]) {
      const inside = samples.filter((sample) => {
        const { low, high } = onDay(sample, day) ?? {};
        return (low ?? 1) <= truth(day) && truth(day) <= (high ?? 0);
      });
      // 380 expected; four standard deviations of a binomial count are 17.
      expect(inside.length).toBeGreaterThan(360);
      expect(inside.length).toBeLessThan(398);
    }
  });

  test("would be told too high where withdrawal is taken for a pause", () => {
    const { withdrawn, censored, ...counts } = population(5_000, 20_260_301);
    const naive = incidence({
      ...counts,
      withdrawn: withdrawn.map(() => 0),
      censored: censored.map((count, i) => count + (withdrawn[i] ?? 0)),
    });
    expect(onDay(naive, 45)?.completed).toBeGreaterThan(truth(45) + 0.05);
  });
});
