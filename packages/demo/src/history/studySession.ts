import { exponential } from "../random/exponential.ts";
import { integerBetween } from "../random/integerBetween.ts";
import { pick } from "../random/pick.ts";
import { DAY, MINUTE } from "../time/units.ts";
import { completionOf } from "./completionOf.ts";
import { nextLesson } from "./nextLesson.ts";
import type { Study } from "./Study.ts";
import { takeLesson } from "./takeLesson.ts";

/** Whether there will be another session, and if not by itself, why not. */
export type SessionOutcome = "goesOn" | "breaks" | "ends";

const LOOKS_BACK_FIRST = 0.14;

/** One sitting from `at` on: lesson after lesson until they have had enough. */
export function studySession(
  study: Study,
  at: number,
): { outcome: SessionOutcome; endedAt: number } {
  const { random } = study;
  let now = at;
  if (study.completed.size > 0 && random() < LOOKS_BACK_FIRST) {
    study.facts.push({ kind: "view", lesson: pick(random, [...study.completed.keys()]), at: now });
    now += Math.round(MINUTE + exponential(random, 2 * MINUTE));
  }
  for (let left = lessonsInSession(study, at); left > 0; left--) {
    if (study.completed.size >= study.breaksAfter) return { outcome: "breaks", endedAt: now };
    const lesson = nextLesson(study, now);
    if (lesson === null) {
      const through = completionOf(study.calendar, study.completed) !== null;
      return { outcome: through ? "ends" : "breaks", endedAt: now };
    }
    const { outcome, endedAt } = takeLesson(study, { lesson, at: now });
    if (outcome === "gaveUp") return { outcome: "breaks", endedAt };
    if (outcome === "interrupted") return { outcome: "goesOn", endedAt };
    now = endedAt + Math.round(exponential(random, 1.5 * MINUTE)) + 1;
  }
  return { outcome: "goesOn", endedAt: now };
}

function lessonsInSession({ random, archetype, dueAt }: Study, at: number): number {
  const lessons = integerBetween(random, ...archetype.sessionLessons);
  const hurried = dueAt !== null && at < dueAt && dueAt - at < 3 * DAY;
  return hurried ? lessons + 3 : lessons;
}
