import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayPercentage, progressPercentage } from "../src/index.ts";

/** The database's integers, and beyond. */
const maxTotal = 2 ** 31;
const counts = fc
  .integer({ min: 1, max: maxTotal })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));
const smallCounts = fc
  .integer({ min: 1, max: 2000 })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));
const anyCounts = fc.oneof(counts, smallCounts);

describe("progressPercentage", () => {
  test.each([
    [0, 0, null],
    [0, 7, 0],
    [1, 3, 33.33],
    [2, 3, 66.66],
    [7, 12, 58.33],
    [29, 100, 29],
    [299, 300, 99.66],
    [19_999, 20_000, 99.99],
    [1, 2000, 0.05],
    [1, 20_000, 0],
    [maxTotal - 1, maxTotal, 99.99],
    [5, 5, 100],
  ])("%d of %d is %s", (completed, total, percentage) => {
    expect(progressPercentage(completed, total)).toBe(percentage);
  });

  test("is what the database computes: integers divided, then two decimals", () => {
    fc.assert(
      fc.property(anyCounts, ([completed, total]) => {
        const hundredths = (BigInt(completed) * 10_000n) / BigInt(total);
        const text = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
        expect(progressPercentage(completed, total)?.toFixed(2)).toBe(text);
        expect(progressPercentage(completed, total)).toBe(Number(text));
      }),
      { numRuns: 2000 },
    );
  });

  test("is 100 only for all of them, and never above", () => {
    fc.assert(
      fc.property(anyCounts, ([completed, total]) => {
        const percentage = progressPercentage(completed, total) ?? Number.NaN;
        expect(percentage).toBeGreaterThanOrEqual(0);
        expect(percentage).toBeLessThanOrEqual(100);
        expect(percentage === 100).toBe(completed === total);
      }),
    );
  });

  test("never falls while lessons are completed", () => {
    fc.assert(
      fc.property(anyCounts, ([completed, total]) => {
        fc.pre(completed < total);
        const before = progressPercentage(completed, total) ?? Number.NaN;
        expect(progressPercentage(completed + 1, total)).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe("displayPercentage", () => {
  test.each([
    [0, 0, false, null],
    [0, 0, true, null],
    [0, 7, false, 0],
    [1, 300, false, 1],
    [1, 101, false, 1],
    [7, 12, false, 58],
    [299, 300, false, 99],
    [1999, 2000, false, 99],
    [12, 12, false, 99],
    [12, 12, true, 100],
    [299, 300, true, 99],
    [11, 12, true, 91],
    [0, 3, true, 0],
  ])("%d of %d, complete: %s, is shown as %s", (completed, total, complete, percentage) => {
    expect(displayPercentage(completed, total, complete)).toBe(percentage);
  });

  test("is 100 only for all of them in a complete attempt, 0 only for none", () => {
    fc.assert(
      fc.property(anyCounts, fc.boolean(), ([completed, total], complete) => {
        const shown = displayPercentage(completed, total, complete) ?? Number.NaN;
        expect(Number.isInteger(shown)).toBe(true);
        expect(shown === 100).toBe(complete && completed === total);
        expect(shown === 0).toBe(completed === 0);
        expect(shown).toBeGreaterThanOrEqual(0);
        expect(shown).toBeLessThanOrEqual(100);
      }),
    );
  });

  test("never falls while lessons are completed, nor when the attempt becomes complete", () => {
    fc.assert(
      fc.property(anyCounts, fc.boolean(), ([completed, total], complete) => {
        const before = displayPercentage(completed, total, complete) ?? Number.NaN;
        expect(displayPercentage(completed, total, true)).toBeGreaterThanOrEqual(before);
        fc.pre(completed < total);
        expect(displayPercentage(completed + 1, total, complete)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test("is the stored percentage floored, but for its two ends", () => {
    fc.assert(
      fc.property(anyCounts, ([completed, total]) => {
        const floored = Math.floor(progressPercentage(completed, total) ?? Number.NaN);
        fc.pre(floored >= 1 && floored <= 99);
        expect(displayPercentage(completed, total, false)).toBe(floored);
      }),
    );
  });
});

test.each([
  [3, 2],
  [1, 0],
  [-1, 2],
  [0, -1],
  [0.5, 2],
  [1, 2.5],
  [Number.NaN, 2],
  [0, Number.NaN],
  [1, Number.POSITIVE_INFINITY],
  [1, Number.MAX_SAFE_INTEGER],
])("%d of %d lessons is a bug of the caller's, refused and not clamped", (completed, total) => {
  expect(() => progressPercentage(completed, total)).toThrow(RangeError);
  expect(() => displayPercentage(completed, total, true)).toThrow(RangeError);
});
