/** Ids of the lessons of a course to measure with, in outline order: `load-01`, `load-02`, … */
export function loadLessonIds(course: string, lessons: number): string[] {
  return Array.from({ length: lessons }, (_, i) => `${course}-${String(i + 1).padStart(2, "0")}`);
}
