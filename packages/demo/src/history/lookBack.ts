import { integerBetween } from "../random/integerBetween.ts";
import { lognormal } from "../random/lognormal.ts";
import { pick } from "../random/pick.ts";
import { nextStudyTime } from "../time/nextStudyTime.ts";
import { MINUTE } from "../time/units.ts";
import { outlineAt } from "./outlineAt.ts";
import type { Study } from "./Study.ts";

const LOOKS_BACK = 0.14;

/**
 * Some who completed the course look something up weeks later; a lesson that is new to them they
 * complete.
 */
export function lookBack(study: Study, from: number): void {
  const { random, rhythm, calendar } = study;
  if (random() >= LOOKS_BACK) return;
  let at = nextStudyTime(random, rhythm, { from, gapDays: lognormal(random, 40, 0.7) });
  for (let left = integerBetween(random, 1, 3); left > 0; left--) {
    const lesson = pick(random, outlineAt(calendar, at).lessons);
    study.facts.push({ kind: "view", lesson: lesson.id, at });
    at += Math.round(lognormal(random, lesson.minutes / 2, 0.5) * MINUTE) + 1;
    if (study.completed.has(lesson.id)) continue;
    study.facts.push({ kind: "complete", lesson: lesson.id, at });
    study.completed.set(lesson.id, at);
    at += 1;
  }
}
