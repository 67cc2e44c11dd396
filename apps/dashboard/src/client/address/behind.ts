import type { ViewChange } from "./view.ts";

/** Where the days of a curve begin. */
export const origins = ["firstAccess", "enrolled"] as const;
export type Origin = (typeof origins)[number];

/** Of a course's page: those who completed it within so many days. */
export function finishersView(from: Origin, most: number | null, fewest = 0): ViewChange {
  return {
    tab: "learners",
    from: from === "firstAccess" ? undefined : from,
    minDays: fewest === 0 ? undefined : String(fewest),
    maxDays: most === null ? undefined : String(most),
  };
}
