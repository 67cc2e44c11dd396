import { type Choices, chooseLesson } from "./chooseLesson.ts";
import { type Facts, readFacts } from "./readFacts.ts";
import { timeOf } from "./timeOf.ts";
import type { Resume, ResumeAwaiting, ResumeCourse, ResumeCourseWithOutside } from "./types.ts";
import { waitFor } from "./waitFor.ts";

export interface ResumeOptions {
  /** Decides which lessons are open, and nothing else. The clock's present when omitted. */
  readonly now?: Date | undefined;
}

type WithoutAlternatives<R> = R extends unknown ? Omit<R, "alternatives"> : never;
type Decision = WithoutAlternatives<Resume | ResumeAwaiting>;

/**
 * Where an attempt goes on: the first of these rules that has an answer. *Eligible* is a lesson in
 * the outline that is open and whose prerequisites are met.
 *
 * 1. Completed: `review`, or `continue` (`new-content`) at the first eligible required lesson that
 *    was added since. One not open yet is not offered, and a completed attempt never waits.
 * 2. No counted view: `start` at the first eligible required lesson, else the first eligible one.
 * 3. The last viewed lesson, not completed and eligible: `continue` (`unfinished`), optional
 *    lessons too, unless something was completed later in time: then the learner moved on.
 *    Is it retired: `continue` (`retired`) at what `replacedBy` leads to, else at the first
 *    eligible lesson at or after its last place, else by rule 5.
 * 4. The next eligible required lesson after the last completed one by time: `next`.
 * 5. The first eligible required lesson: `skipped`.
 * 6. Required lessons are left, none open: `waiting` for the one that opens first; where all lack
 *    prerequisites, for the first. `reason` is the one it would have if it were open.
 * 7. Optional lessons are left: `optional`, the next after the last completed one, else the first.
 * 8. Something is required outside lessons: `awaiting`.
 *
 * Where the rules are silent: a lesson already completed is never a target, so a retired lesson
 * whose replacement is completed goes on at or after its last place. A last viewed lesson that has
 * closed again falls through to rule 4. Of equal instants, `lastViewedLesson` is the newer, then a
 * lesson in the outline before a retired one, then the one further on; a completion at the very
 * instant of a view is not later than it. Optional lessons that are all closed are waited for only
 * after rule 8. With nothing left at all it is `review`; with nothing in the outline, `waiting`.
 *
 * Whether the attempt was withdrawn or exempted is not looked at: a caller that offers no way into
 * such an attempt does not ask.
 *
 * @throws RangeError for text that is not an instant with its zone
 */
export function resume(
  course: ResumeCourseWithOutside,
  options?: ResumeOptions,
): Resume | ResumeAwaiting;
export function resume(course: ResumeCourse, options?: ResumeOptions): Resume;
export function resume(
  course: ResumeCourse & Partial<ResumeCourseWithOutside>,
  { now = new Date() }: ResumeOptions = {},
): Resume | ResumeAwaiting {
  const facts = readFacts(course, timeOf(now));
  const choices = chooseLesson(facts, facts.open);
  const decision = decide(facts, choices, course.outside ?? []);
  return { ...decision, alternatives: listAlternatives(choices, decision.lesson) };
}

function decide(facts: Facts, choices: Choices, outside: readonly string[]): Decision {
  const { completed, started, closed, outline } = facts;
  const { turn, skipped, optional } = choices;
  if (completed) {
    return skipped === null
      ? { mode: "review", lesson: null, reason: "completed" }
      : { mode: "continue", lesson: skipped.lesson.id, reason: "new-content" };
  }
  const first = skipped ?? optional;
  if (!started && first !== null) return { mode: "start", lesson: first.lesson.id, reason: "new" };
  if (turn !== null) return { mode: "continue", lesson: turn.lesson.id, reason: turn.reason };

  const required = closed.filter(({ lesson }) => lesson.required);
  if (required.length > 0) return waitFor(facts, required);
  if (optional !== null) {
    return { mode: "optional", lesson: optional.lesson.id, reason: optional.reason };
  }
  if (outside.length > 0) {
    return { mode: "awaiting", lesson: null, reason: "completed", awaiting: [...outside] };
  }
  if (closed.length > 0 || outline.length === 0) return waitFor(facts, closed);
  return { mode: "review", lesson: null, reason: "completed" };
}

function listAlternatives(choices: Choices, target: string | null): string[] {
  const { unfinished, next, skipped, optional } = choices;
  const given = [unfinished, next, skipped, optional].filter((choice) => choice !== null);
  const ids = new Set(given.map(({ lesson }) => lesson.id));
  return [...ids].filter((id) => id !== target);
}
