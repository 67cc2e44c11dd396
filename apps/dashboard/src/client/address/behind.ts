import type { ViewChange } from "./view.ts";

/** Where the days of a curve begin. */
export const origins = ["firstAccess", "enrolled"] as const;
export type Origin = (typeof origins)[number];

/** What a link to a list has where the number it leads from is of now: the list has to be, too. */
export const ofNow = { asOf: undefined };

/** Of the page of learners: attempts of all courses. */
export function attemptsView(which: ViewChange): ViewChange {
  return { ...ofNow, tab: "attempts", ...which };
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
