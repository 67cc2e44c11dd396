import { describe, expect, test } from "vitest";
import { encodeCursor } from "../src/cursor.ts";
import { decodeDueCursor } from "../src/reports/dueCursor.ts";
import {
  decodeLearnersCursor,
  encodeLearnersCursor,
  type LearnerOrder,
} from "../src/reports/learnersCursor.ts";
import { period } from "../src/reports/period.ts";

const key = (value: string | null) => ({ value, bucket: "1023", id: "17" });

describe("a cursor of the learners of a course", () => {
  test.each([
    ["progress", "33.33"],
    ["progress", "100"],
    ["due", "2026-03-01T09:00:00.000Z"],
    ["lastActivity", "2026-03-01T09:00:00.000Z"],
    ["name", "Ada Lovelace"],
    ["name", ""],
    ["name", "v\nv"],
  ] as const)("by %s leads back to %j", (sort, value) => {
    const order: LearnerOrder = { sort, descending: true };
    expect(decodeLearnersCursor(encodeLearnersCursor(order, key(value)), order)).toEqual(
      key(value),
    );
    expect(decodeLearnersCursor(encodeLearnersCursor(order, key(null)), order)).toEqual(key(null));
  });

  test("is refused in another order", () => {
    const cursor = encodeLearnersCursor({ sort: "name", descending: false }, key(null));
    for (const order of [
      { sort: "name", descending: true },
      { sort: "due", descending: false },
    ] as const) {
      expect(() => decodeLearnersCursor(cursor, order)).toThrow("not one that a page answered");
    }
  });

  test.each([
    ["progress", "0", "v1e3", "1", "1"],
    ["due", "0", "v2026-02-30T09:00:00.000Z", "1", "1"],
    ["lastActivity", "0", "v1999-01-01T09:00:00.000Z", "1", "1"],
    ["name", "0", "v\u0000", "1", "1"],
    ["name", "0", "without its mark", "1", "1"],
    ["name", "0", "v", "x", "1"],
    ["name", "0", "v", "1"],
  ])("is refused where PostgreSQL would stumble: %j", (...parts) => {
    const order = { sort: parts[0] as LearnerOrder["sort"], descending: false };
    const decode = () => decodeLearnersCursor(encodeCursor(parts), order);
    expect(decode).toThrow("not one that a page answered");
  });
});

test("a list by deadline begins without a cursor and refuses one that is none", () => {
  expect(decodeDueCursor(undefined)).toEqual([null, null, null]);
  expect(() => decodeDueCursor(encodeCursor(["2026-03-01", "1", "1"]))).toThrow("not one that");
});

describe("a period", () => {
  test.each([
    ["2026-02-23", "2026-W09"],
    ["2025-12-29", "2026-W01"], // its Thursday is New Year's Day
    ["2020-12-28", "2020-W53"],
    ["2021-01-04", "2021-W01"],
  ])("that begins on Monday %s is the ISO week %s", (from, name) => {
    expect(period(from, "week")).toEqual({ from, name });
    const [year = 0, month = 0, day = 0] = from.split("-").map(Number);
    expect(period(new Date(year, month - 1, day), "week")).toEqual({ from, name });
  });

  test("of a month is the month", () => {
    expect(period("2026-03-01", "month")).toEqual({ from: "2026-03-01", name: "2026-03" });
  });
});
