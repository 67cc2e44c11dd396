import type { CourseCalendar } from "./CourseCalendar.ts";

/**
 * When an attempt became complete: the first instant at which every required lesson of the outline
 * that stood then was completed. That is a lesson's completion, or an edit that retired the last
 * one missing.
 *
 * @param completions - lesson id → when this attempt completed it
 */
export function completionOf(
  { versions }: CourseCalendar,
  completions: ReadonlyMap<string, number>,
): number | null {
  for (const [index, version] of versions.entries()) {
    const until = versions[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    let last = version.at;
    for (const lesson of version.lessons) {
      if (!lesson.required) continue;
      last = Math.max(last, completions.get(lesson.id) ?? Number.POSITIVE_INFINITY);
    }
    if (last < until) return last;
  }
  return null;
}
