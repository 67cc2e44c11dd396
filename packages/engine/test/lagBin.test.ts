import { describe, expect, test } from "vitest";
import { lagBin, lagWithin } from "../src/health/lagBin.ts";

describe("how late facts come", () => {
  test.each([
    [0, 0],
    [999, 0],
    [1_000, 1],
    [1_999, 1],
    [2_000, 2],
    [3_600_000, 12],
    [86_400_000, 17],
    [2 ** 45, 31],
  ])("%s ms is bin %s", (lagMs, bin) => {
    expect(lagBin(lagMs)).toBe(bin);
    // Within the bin's end, but for the last one, which is as long as it has to be.
    if (bin < 31) expect(lagMs).toBeLessThan(1_000 * 2 ** bin);
  });

  test("half and 95 of 100 are within the end of the bin that they are in", () => {
    const counted = [
      [0, 50],
      [3, 45],
      [17, 5],
    ] as const;
    expect([0.5, 0.51, 0.95, 0.96].map((share) => lagWithin(counted, share))).toEqual([
      1, 8, 8, 131_072,
    ]);
    expect(lagWithin([], 0.5)).toBeNull();
  });
});
