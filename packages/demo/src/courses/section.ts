import type { DemoLesson } from "./DemoCourse.ts";

/** Id, title, median minutes, difficulty, and whether the lesson is optional. */
export type LessonRow = readonly [string, string, number, number, "optional"?];

/** The lessons of one section, written as a table. */
export function section(name: string, rows: readonly LessonRow[]): DemoLesson[] {
  return rows.map(([id, title, minutes, difficulty, optional]) => ({
    id,
    title,
    section: name,
    required: optional === undefined,
    minutes,
    difficulty,
  }));
}
