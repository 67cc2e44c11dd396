import type { DemoLesson } from "../courses/DemoCourse.ts";
import { lognormal } from "../random/lognormal.ts";
import { MINUTE } from "../time/units.ts";
import type { Study } from "./Study.ts";

/** What came of a lesson: through with it, let it lie, called it a day, or left the course. */
export type LessonOutcome = "completed" | "passed" | "interrupted" | "gaveUp";

/** A second look is easier: what was hard at first sight has been slept on. */
const SECOND_LOOK = 0.35;
const SHORTEST = 0.6 * MINUTE;

/**
 * They open a lesson and get through it, or not. `endedAt` is when they turn to something else, in
 * milliseconds.
 */
export function takeLesson(
  study: Study,
  { lesson, at }: { lesson: DemoLesson; at: number },
): { outcome: LessonOutcome; endedAt: number } {
  const { random, archetype } = study;
  const familiar = study.viewed.has(lesson.id) ? SECOND_LOOK : 1;
  const trouble = lesson.difficulty * archetype.trouble * familiar;
  const taken = Math.max(
    SHORTEST,
    lognormal(random, lesson.minutes * archetype.pace, 0.5) * MINUTE,
  );
  study.facts.push({ kind: "view", lesson: lesson.id, at });
  study.viewed.add(lesson.id);

  if (random() < trouble) {
    const outcome = troubled(random());
    if (outcome === "passed") study.passed.add(lesson.id);
    return { outcome, endedAt: Math.round(at + taken / 2) };
  }
  const endedAt = Math.round(at + taken);
  study.facts.push({ kind: "complete", lesson: lesson.id, at: endedAt });
  study.completed.set(lesson.id, endedAt);
  return { outcome: "completed", endedAt };
}

function troubled(position: number): LessonOutcome {
  if (position < 0.46) return "gaveUp";
  return position < 0.66 ? "passed" : "interrupted";
}
