import { resume } from "@milepost/progress";

/** What the host alone knows of a lesson: Milepost records facts and gates no access. */
export interface Gate {
  /** Open from this instant on, as RFC 3339 text. */
  readonly opensAt?: string | undefined;
  /** Ids of lessons to complete first. */
  readonly blockedBy?: readonly string[] | undefined;
}

/** Lessons that are not open, or not yet, and the rule that finds another one instead. */
export interface Gates {
  readonly lessons: Readonly<Record<string, Gate>>;
  readonly resume: typeof resume;
}

/**
 * Gates for a provider, by lesson id; a lesson that is not named is open. Who has none does not
 * load the resume rule with the page: the server applied it already.
 */
export function gated(lessons: Readonly<Record<string, Gate>>): Gates {
  return { lessons, resume };
}
