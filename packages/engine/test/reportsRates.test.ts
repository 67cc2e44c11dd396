import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { finishers } from "../src/reports/finishers.ts";
import { rateInterval } from "../src/reports/rateInterval.ts";
import { rateOf } from "../src/reports/rateOf.ts";
import { roundRate } from "../src/reports/roundRate.ts";
import { wilsonInterval } from "../src/reports/wilsonInterval.ts";
import { attemptDays, attemptEnds } from "./support/attemptDays.ts";
import { propertyRuns } from "./support/propertyRuns.ts";

describe("Wilson's interval", () => {
  test.each([
    [1, 1, 0.2065, 1],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [50, 200, 0.1951, 0.3143],
    [20, 200, 0.0657, 0.1494],
    [81, 263, 0.2553, 0.3662], // Newcombe 1998, table 1: 0.2553–0.3662
  ])("of %i in %i is %d to %d", (successes, n, low, high) => {
    expect(rateInterval(successes, n)).toEqual({ low, high });
  });

  test("of 0 in 0 is none", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(rateInterval(0, 0)).toEqual({ low: null, high: null });
  });

  test("holds the share and stays inside of 0 and 1, whatever the counts", () => {
    const counts = fc
      .integer({ min: 1, max: 1_000_000 })
      .chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
    const property = fc.property(counts, ([successes, n]) => {
      const { low, high } = wilsonInterval(successes, n) ?? { low: 2, high: -1 };
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(successes / n);
      expect(high).toBeGreaterThanOrEqual(successes / n);
      expect(high).toBeLessThanOrEqual(1);
    });
    fc.assert(property, { numRuns: propertyRuns(500) });
  });
});

describe("a rate", () => {
  test("of the golden drop-off fixture is 0.25, settled 0.2021, stopped here 0.1", () => {
    expect(rateOf(50, 200)).toBe(0.25);
    expect(rateOf(50 - 12, 200 - 12)).toBe(0.2021);
    expect(rateOf(20, 200)).toBe(0.1);
  });

  test("of nothing is null, not 0 and not 1", () => {
    expect(rateOf(0, 0)).toBeNull();
    expect(rateOf(0, 5)).toBe(0);
  });

  test("has four decimals", () => {
    expect(roundRate(2 / 3)).toBe(0.6667);
    expect(roundRate(1)).toBe(1);
    expect(rateOf(9_999_999, 10_000_000)).toBe(1);
  });
});

describe("those who finished", () => {
  const daysOf = (text: string) => finishers(attemptDays(attemptEnds(text)));

  test("have a median and a mean of their own, shorter than everyone's", () => {
    expect(daysOf("3e 5e 5c 8e 12c 20c")).toEqual({ n: 3, p50Days: 5, p90Days: 8, meanDays: 5.3 });
  });

  test("have quantiles by nearest rank", () => {
    const ten = Array.from({ length: 10 }, (_, n) => `${n + 1}e`).join(" ");
    expect(daysOf(ten)).toEqual({ n: 10, p50Days: 5, p90Days: 9, meanDays: 5.5 });
    expect(daysOf(`${ten} 11e`)).toEqual({ n: 11, p50Days: 6, p90Days: 10, meanDays: 6 });
    expect(daysOf("0e")).toEqual({ n: 1, p50Days: 0, p90Days: 0, meanDays: 0 });
  });

  test("are counted where several finished on one day", () => {
    expect(daysOf("2e 2e 2e 30e")).toEqual({ n: 4, p50Days: 2, p90Days: 30, meanDays: 9 });
  });

  test("have no days where there are none", () => {
    expect(daysOf("4w 7c")).toEqual({ n: 0, p50Days: null, p90Days: null, meanDays: null });
  });
});
