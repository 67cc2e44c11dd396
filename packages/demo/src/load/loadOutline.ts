import type { OutlineInput } from "@milepost/engine";
import { loadLessonIds } from "./loadLessonIds.ts";

/** The outline of the course that `generateEvents` speaks of; all of its lessons are required. */
export function loadOutline({
  course = "load",
  lessons = 40,
}: {
  course?: string | undefined;
  lessons?: number | undefined;
} = {}): OutlineInput {
  return {
    course,
    title: "A course to measure with",
    lessons: loadLessonIds(course, lessons).map((id, index) => ({
      id,
      title: `Lesson ${index + 1}`,
      section: `Week ${1 + Math.floor(index / 5)}`,
    })),
  };
}
