import type { ViewChange } from "./view.ts";

/** Where the days of a curve begin. */
export const origins = ["firstAccess", "enrolled"] as const;
export type Origin = (typeof origins)[number];

/**
 * What a link to a list has where the number it leads from is of every enrollment, as it stands
 * now: the list would count fewer.
 */
export const ofAllNow = { enrolledFrom: undefined, enrolledBefore: undefined, asOf: undefined };

/** Of the page of learners: attempts of all courses. Days are those of the organisation. */
export function attemptsView(which: ViewChange): ViewChange {
  return { ...ofAllNow, zone: undefined, tab: "attempts", ...which };
}

/** Of a course's page: those who completed it within so many days. */
export function finishersView(from: Origin, most: number | null, fewest = 0): ViewChange {
  return {
    tab: "learners",
    from: from === "firstAccess" ? undefined : from,
    minDays: fewest === 0 ? undefined : String(fewest),
    maxDays: most === null ? undefined : String(most),
  };
}
