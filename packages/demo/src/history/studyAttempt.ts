import { archetypes } from "../people/archetypes.ts";
import { lognormal } from "../random/lognormal.ts";
import { nextStudyTime } from "../time/nextStudyTime.ts";
import { completionOf } from "./completionOf.ts";
import { firstSessionAt } from "./firstSessionAt.ts";
import { lookBack } from "./lookBack.ts";
import { nextSessionAt } from "./nextSessionAt.ts";
import type { Study } from "./Study.ts";
import { studySession } from "./studySession.ts";

/**
 * Median days until somebody who stopped is back: called by the office after a deadline, or by
 * themselves.
 */
const CALLED_BACK_DAYS = 13;
const BY_THEMSELVES_DAYS = 80;

/**
 * Lives one attempt through to the calendar's end and leaves its facts in `study.facts`, in order
 * of time, perhaps a little past that end (a session that was under way).
 *
 * @returns when the attempt became complete, if it did
 */
export function studyAttempt(study: Study): number | null {
  let at = firstSessionAt(study);
  let comebacks = study.random() < study.calendar.course.comebackShare ? 1 : 0;
  let stoppedAt = study.openedAt;
  for (;;) {
    if (at === null) {
      // Who only pauses comes back in any case, and that is not the comeback of those who gave up.
      if (!study.archetype.pausesAfter && comebacks-- <= 0) break;
      at = comebackAt(study, stoppedAt);
    }
    if (at > study.calendar.end) break;
    const session = studySession(study, at);
    stoppedAt = session.endedAt;
    if (session.outcome === "ends") break;
    at = session.outcome === "breaks" ? null : nextSessionAt(study, stoppedAt);
  }
  const completedAt = completionOf(study.calendar, study.completed);
  if (completedAt !== null) lookBack(study, Math.max(completedAt, stoppedAt));
  return completedAt;
}

/** After a break they do it in earnest: nothing stops them a second time but a hard lesson. */
function comebackAt(study: Study, stoppedAt: number): number {
  const { random, rhythm, dueAt } = study;
  const pausing = study.archetype.pausesAfter !== undefined;
  const called = dueAt !== null && !pausing;
  study.breaksAfter = Number.POSITIVE_INFINITY;
  study.passed.clear();
  study.archetype = called ? calledBack : archetypes.steady;
  const median = called ? CALLED_BACK_DAYS : BY_THEMSELVES_DAYS;
  return nextStudyTime(random, rhythm, {
    from: called ? Math.max(dueAt, stoppedAt) : stoppedAt,
    gapDays: lognormal(random, median, 0.6),
  });
}

const calledBack = { ...archetypes.steady, gapDays: 1.5, trouble: 0.4, curiosity: 0.05 };
