import { followReplacement } from "./followReplacement.ts";
import { isRetired } from "./isRetired.ts";
import type { Facts } from "./readFacts.ts";
import type { ResumeLesson } from "./types.ts";

export interface Choice {
  readonly lesson: ResumeLesson;
  readonly reason: "unfinished" | "next" | "skipped" | "retired";
}

/** What each rule would answer for itself among `open`, null where it has no answer. */
export interface Choices {
  /** Rule 3 without its exception: the last viewed lesson, or a retired one's stand-in. */
  readonly unfinished: Choice | null;
  /** Rule 4. */
  readonly next: Choice | null;
  /** Rule 5. */
  readonly skipped: Choice | null;
  /** Rules 3 to 5 in their order, with the exception: not after the learner moved on. */
  readonly turn: Choice | null;
  /** Rule 7, by rules 4 and 5 applied to the optional lessons. */
  readonly optional: (Choice & { readonly reason: "next" | "skipped" }) | null;
}

/**
 * Asks rules 3, 4, 5 and 7 about a started attempt.
 *
 * @param open - the lessons that count as eligible and not completed, in outline order
 */
export function chooseLesson(facts: Facts, open: readonly ResumeLesson[]): Choices {
  const required = open.filter((lesson) => lesson.required);
  const optional = open.filter((lesson) => !lesson.required);
  const unfinished = chooseUnfinished(facts, open);
  const next = chooseNext(facts, required);
  const skipped = chooseFirst(required);
  return {
    unfinished,
    next,
    skipped,
    turn: (facts.movedOn ? null : unfinished) ?? next ?? skipped,
    optional: chooseNext(facts, optional) ?? chooseFirst(optional),
  };
}

function chooseUnfinished({ lastViewed, lessons }: Facts, open: readonly ResumeLesson[]) {
  if (lastViewed === null || lastViewed.completedAt !== null) return null;
  if (!isRetired(lastViewed)) {
    return open.includes(lastViewed) ? choice(lastViewed, "unfinished") : null;
  }
  const successor = followReplacement(lastViewed, lessons);
  const target =
    open.find((lesson) => lesson === successor) ??
    open.find((lesson) => standsAfter(lesson, lastViewed)) ??
    open.find((lesson) => lesson.required);
  return target === undefined ? null : choice(target, "retired");
}

function chooseNext({ lastCompleted }: Facts, open: readonly ResumeLesson[]) {
  if (lastCompleted === null) return null;
  const lesson = open.find((candidate) => standsAfter(candidate, lastCompleted));
  return lesson === undefined ? null : choice(lesson, "next");
}

function chooseFirst([lesson]: readonly ResumeLesson[]) {
  return lesson === undefined ? null : choice(lesson, "skipped");
}

/** What followed a retired lesson has moved up into its place, so that place comes after it. */
function standsAfter(lesson: ResumeLesson, anchor: ResumeLesson): boolean {
  return isRetired(anchor) ? lesson.position >= anchor.position : lesson.position > anchor.position;
}

function choice<R extends Choice["reason"]>(lesson: ResumeLesson, reason: R) {
  return { lesson, reason };
}
