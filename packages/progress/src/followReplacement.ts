import { isRetired } from "./isRetired.ts";
import type { ResumeLesson } from "./types.ts";

/** A limit rather than a memory of ids: it ends a cycle and bounds a chain that nobody meant. */
const maxHops = 16;

/**
 * The first lesson still in the outline that `replacedBy` leads to, at most 16 hops away; null
 * where the chain ends, runs in a circle, or names a lesson that is not among `lessons`.
 */
export function followReplacement(
  retired: ResumeLesson,
  lessons: ReadonlyMap<string, ResumeLesson>,
): ResumeLesson | null {
  let lesson = retired;
  for (let hop = 0; hop < maxHops; hop += 1) {
    const successor = lesson.replacedBy ? lessons.get(lesson.replacedBy) : undefined;
    if (successor === undefined) return null;
    if (!isRetired(successor)) return successor;
    lesson = successor;
  }
  return null;
}
