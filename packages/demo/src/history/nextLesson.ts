import type { DemoLesson } from "../courses/DemoCourse.ts";
import { completionOf } from "./completionOf.ts";
import { outlineAt } from "./outlineAt.ts";
import type { Study } from "./Study.ts";

/** Share of those who passed over a required lesson and go back to it at the end. */
const GOES_BACK = 0.55;

/**
 * The lesson they take up next: in outline order, passing over optional ones that don't
 * interest them, and then once more those that they left.
 *
 * @returns null when they are through, or don't want to go back for what they left
 */
export function nextLesson(study: Study, at: number): DemoLesson | null {
  const { lessons } = outlineAt(study.calendar, at);
  for (const lesson of lessons) {
    if (study.completed.has(lesson.id) || study.passed.has(lesson.id)) continue;
    if (lesson.required || study.viewed.has(lesson.id)) return lesson;
    if (study.random() < study.archetype.curiosity) return lesson;
    study.passed.add(lesson.id);
  }
  if (completionOf(study.calendar, study.completed) !== null) return null;
  if (study.random() >= GOES_BACK) return null;
  const left = lessons.filter(({ id, required }) => required && study.passed.has(id));
  for (const { id } of left) study.passed.delete(id);
  return left[0] ?? null;
}
