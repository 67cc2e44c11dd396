import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incidence } from "../src/reports/incidence.ts";
import { quantileDay } from "../src/reports/quantileDay.ts";
import { reached } from "../src/reports/reached.ts";
import { roundCurve } from "../src/reports/roundCurve.ts";
import { type AttemptEnd, attemptDays, attemptEnds } from "./support/attemptDays.ts";
import { propertyRuns } from "./support/propertyRuns.ts";

const curveOf = (text: string) => roundCurve(incidence(attemptDays(attemptEnds(text))));

describe("the incidence of completion", () => {
  test("is that of the golden fixture, where it is 1 − Kaplan–Meier", () => {
    expect(curveOf("3e 5e 5c 8e 12c 20c")).toEqual([
      { day: 3, completed: 0.1667, low: 0.0253, high: 0.7269, atRisk: 6, finished: 1 },
      { day: 5, completed: 0.3333, low: 0.0956, high: 0.8054, atRisk: 5, finished: 1 },
      { day: 8, completed: 0.5556, low: 0.2151, high: 0.9338, atRisk: 3, finished: 1 },
    ]);
  });

  test("is that of the golden fixture where one withdrew, who then competes", () => {
    expect(curveOf("3e 5e 5w 8e 12c 20c")).toEqual([
      { day: 3, completed: 0.1667, low: 0.0253, high: 0.7269, atRisk: 6, finished: 1 },
      { day: 5, completed: 0.3333, low: 0.0956, high: 0.8054, atRisk: 5, finished: 1 },
      { day: 8, completed: 0.5, low: 0.1963, high: 0.8891, atRisk: 3, finished: 1 },
    ]);
  });

  test("reaches its quantiles on the first day that has them, or never", () => {
    const points = incidence(attemptDays(attemptEnds("3e 5e 5c 8e 12c 20c")));
    expect(quantileDay(points, 0.5)).toBe(8);
    expect(quantileDay(points, 1 / 3)).toBe(5);
    expect(quantileDay(points, 0.75)).toBeNull();
    expect(reached(points)).toBeCloseTo(5 / 9, 12);
  });

  test("reaches one half with three of six, whatever sixths add up to", () => {
    const points = incidence(attemptDays(attemptEnds("1e 2e 3e 9c 9c 9c")));
    expect(quantileDay(points, 0.5)).toBe(3);
  });

  test("has an attempt censored on a day at risk on it, and one of an earlier day not", () => {
    expect(curveOf("4c 5c 5e 6c")).toMatchObject([{ day: 5, completed: 0.3333, atRisk: 3 }]);
  });

  test("has a step where somebody withdrew, without an interval while nobody has completed", () => {
    expect(curveOf("2w 3e 4c")).toMatchObject([
      { day: 2, completed: 0, low: null, high: null, atRisk: 3, finished: 0 },
      { day: 3, completed: 0.3333, atRisk: 2, finished: 1 },
    ]);
  });

  test("ends at 1 without an interval once everybody has completed", () => {
    expect(curveOf("1e 1e 2e").at(-1)).toEqual({
      day: 2,
      completed: 1,
      low: null,
      high: null,
      atRisk: 1,
      finished: 1,
    });
  });

  test("is empty where nobody was observed or nothing happened", () => {
    expect(incidence({ days: [], completed: [], withdrawn: [], censored: [] })).toEqual([]);
    expect(curveOf("3c 9c")).toEqual([]);
    expect(reached([])).toBe(0);
    expect(quantileDay([], 0.5)).toBeNull();
  });
});

const attempts = fc.array(
  fc.record<AttemptEnd>({
    day: fc.nat(40),
    end: fc.constantFrom("completed", "withdrawn", "censored"),
  }),
  { minLength: 1, maxLength: 80, size: "max" },
);

/** Share still going after each day of a completion, with its Greenwood variance, as textbooks do. */
function kaplanMeier(ends: readonly AttemptEnd[]) {
  const days = [...new Set(ends.filter(({ end }) => end === "completed").map(({ day }) => day))];
  let going = 1;
  let greenwood = 0;
  return days
    .toSorted((a, b) => a - b)
    .map((at) => {
      const n = ends.filter(({ day }) => day >= at).length;
      const d = ends.filter(({ day, end }) => day === at && end === "completed").length;
      going *= 1 - d / n;
      greenwood += d / (n * (n - d));
      return { day: at, going, variance: going ** 2 * greenwood };
    });
}

describe("any curve", () => {
  test("rises from 0 to at most 1, inside of its interval", () => {
    const property = fc.property(attempts, (ends) => {
      let before = 0;
      for (const { completed, low, high, atRisk } of incidence(attemptDays(ends))) {
        expect(completed).toBeGreaterThanOrEqual(before);
        expect(completed).toBeLessThanOrEqual(1);
        expect(atRisk).toBeGreaterThan(0);
        before = completed;
        if (low === null || high === null) {
          expect(completed === 0 || completed > 1 - 1e-9).toBe(true);
          continue;
        }
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(completed + 1e-12);
        expect(high).toBeGreaterThanOrEqual(completed - 1e-12);
        expect(high).toBeLessThanOrEqual(1);
      }
    });
    fc.assert(property, { numRuns: propertyRuns(500) });
  });

  test("without withdrawals is 1 − Kaplan–Meier, with Greenwood's interval", () => {
    const property = fc.property(attempts, (all) => {
      const ends = all.filter(({ end }) => end !== "withdrawn");
      const points = incidence(attemptDays(ends));
      const expected = kaplanMeier(ends);
      expect(points.map(({ day }) => day)).toEqual(expected.map(({ day }) => day));
      for (const [i, { going, variance }] of expected.entries()) {
        const point = points[i];
        expect(point?.completed).toBeCloseTo(1 - going, 10);
        if (going < 1e-9) continue;
        const reach = (1.959963984540054 * Math.sqrt(variance)) / (going * Math.log(going));
        expect(point?.low).toBeCloseTo(1 - going ** Math.exp(reach), 9);
        expect(point?.high).toBeCloseTo(1 - going ** Math.exp(-reach), 9);
      }
    });
    fc.assert(property, { numRuns: propertyRuns(500) });
  });

  test("without censoring is the share completed by each day, with a binomial variance", () => {
    const property = fc.property(attempts, (all) => {
      const ends = all.filter(({ end }) => end !== "censored");
      for (const { day, completed, low } of incidence(attemptDays(ends))) {
        const known = ends.filter((one) => one.end === "completed" && one.day <= day).length;
        const share = known / ends.length;
        expect(completed).toBeCloseTo(share, 10);
        if (low === null) continue;
        const rest = 1 - share;
        const deviation = Math.sqrt((share * rest) / ends.length);
        const reach = (1.959963984540054 * deviation) / (rest * Math.log(rest));
        expect(low).toBeCloseTo(1 - rest ** Math.exp(reach), 9);
      }
    });
    fc.assert(property, { numRuns: propertyRuns(500) });
  });
});
