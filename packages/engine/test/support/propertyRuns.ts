import type { DatabaseKind } from "../../../../tests/support/useDatabase.ts";

/**
 * How many samples a property test takes: few, or more where MILEPOST_RUNS says so. A third of them
 * on the embedded database, which takes three times as long for each.
 */
export function propertyRuns(few: number, kind: DatabaseKind = "PostgreSQL"): number {
  const factor = Number(process.env.MILEPOST_RUNS ?? 1);
  if (!(factor > 0))
    throw new Error("MILEPOST_RUNS is a factor: 1 as it is, 20 for a long search.");
  return Math.ceil((few * factor) / (kind === "embedded" ? 3 : 1));
}
