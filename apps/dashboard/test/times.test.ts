import { describe, expect, test } from "vitest";
import { instantOf, localText } from "../src/client/text/times.ts";

const berlin = { id: "Europe/Berlin", label: "Europe/Berlin" };

describe("local times of a zone", () => {
  test.each([
    ["2026-01-15T09:00:30", "2026-01-15T08:00:30.000Z"],
    ["2026-07-15T09:00:00", "2026-07-15T07:00:00.000Z"],
    ["2026-03-29T03:00:00", "2026-03-29T01:00:00.000Z"],
    ["2026-03-29T01:59:59", "2026-03-29T00:59:59.000Z"],
    ["2026-10-25T04:00:00", "2026-10-25T03:00:00.000Z"],
  ])("%s is %s in Berlin, and back", (local, instant) => {
    expect(instantOf(local, berlin)?.toISOString()).toBe(instant);
    expect(localText(new Date(instant), berlin)).toBe(local);
  });

  test("an hour that the clocks left out is one later", () => {
    expect(instantOf("2026-03-29T02:30:00", berlin)?.toISOString()).toBe(
      "2026-03-29T01:30:00.000Z",
    );
  });

  test("what is no time is none", () => {
    expect(instantOf("", berlin)).toBeNull();
  });
});
