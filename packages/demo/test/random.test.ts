import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exponential } from "../src/random/exponential.ts";
import { lognormal } from "../src/random/lognormal.ts";
import { normal } from "../src/random/normal.ts";
import { type Random, random } from "../src/random/random.ts";
import { shuffledIndex } from "../src/random/shuffledIndex.ts";
import { subseed } from "../src/random/subseed.ts";
import { weightedChoice } from "../src/random/weightedChoice.ts";

const DRAWS = 20_000;

function draws(draw: (random: Random) => number): number[] {
  const source = random(7);
  return Array.from({ length: DRAWS }, () => draw(source)).sort((a, b) => a - b);
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const quantile = (sorted: number[], share: number) =>
  sorted[Math.floor(share * sorted.length)] ?? Number.NaN;

describe("random", () => {
  test("the same seed draws the same numbers, its neighbor others", () => {
    const first = (seed: number) => {
      const draw = random(seed);
      return [draw(), draw(), draw()];
    };
    expect(first(1)).toEqual(first(1));
    expect(first(1)).not.toEqual(first(2));
  });

  test("draws are spread evenly from 0 up to, not including, 1", () => {
    const values = draws((draw) => draw());
    for (let tenth = 1; tenth < 10; tenth++) {
      expect(quantile(values, tenth / 10)).toBeCloseTo(tenth / 10, 1);
    }
    expect(values[0]).toBeGreaterThanOrEqual(0);
    expect(values.at(-1)).toBeLessThan(1);
  });

  test("300,000 parts of one seed have 300,000 seeds", () => {
    // Of a hash that is not one-to-one, so many draws of 32 bits would repeat about ten times.
    const seeds = new Set(Array.from({ length: 300_000 }, (_, part) => subseed(42, part)));
    expect(seeds.size).toBe(300_000);
  });
});

describe("distributions", () => {
  test("normal has mean 0 and deviation 1", () => {
    const values = draws(normal);
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(Math.sqrt(mean(values.map((value) => value ** 2)))).toBeCloseTo(1, 1);
    expect(values.every(Number.isFinite)).toBe(true);
  });

  test("lognormal is positive and has the median asked for", () => {
    const values = draws((draw) => lognormal(draw, 12, 0.5));
    expect(quantile(values, 0.5)).toBeGreaterThan(11.5);
    expect(quantile(values, 0.5)).toBeLessThan(12.5);
    expect(quantile(values, 0.9) / 12).toBeCloseTo(1.9, 1);
    expect(values[0]).toBeGreaterThan(0);
  });

  test("exponential is positive and has the mean asked for", () => {
    const values = draws((draw) => exponential(draw, 5));
    expect(mean(values) / 5).toBeCloseTo(1, 1);
    expect(values[0]).toBeGreaterThanOrEqual(0);
  });

  test("a choice falls on each item as often as its weight says", () => {
    const source = random(3);
    const counts = new Map<string, number>();
    for (let i = 0; i < DRAWS; i++) {
      const item = weightedChoice([["a", 1] as const, ["b", 3] as const], source());
      counts.set(item, (counts.get(item) ?? 0) + 1);
    }
    expect((counts.get("b") ?? 0) / DRAWS).toBeCloseTo(0.75, 1);
    expect(counts.size).toBe(2);
  });
});

test("a shuffle sends every position of any size to another, each once", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 3000 }), (seed, size) => {
      const places = new Set(Array.from({ length: size }, (_, i) => shuffledIndex(seed, size, i)));
      expect(places.size).toBe(size);
      expect(Math.max(...places)).toBe(size - 1);
      expect(Math.min(...places)).toBe(0);
    }),
  );
});
