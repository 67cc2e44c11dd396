import type { LessonView } from "../view/readView.ts";

export interface OutlineSection {
  readonly title: string;
  readonly lessons: readonly LessonView[];
  /** Of its required lessons, by what the server has; null where there are none. */
  readonly counts: { readonly completed: number; readonly total: number } | null;
}

/** Lessons that follow each other under one label are a section; `unnamed` is for those without. */
export function groupBySection(lessons: readonly LessonView[], unnamed: string): OutlineSection[] {
  const groups: { title: string; lessons: LessonView[] }[] = [];
  for (const lesson of lessons) {
    const title = lesson.section ?? unnamed;
    const last = groups.at(-1);
    if (last?.title === title) last.lessons.push(lesson);
    else groups.push({ title, lessons: [lesson] });
  }
  return groups.map((group) => ({ ...group, counts: countsOf(group.lessons) }));
}

function countsOf(lessons: readonly LessonView[]): OutlineSection["counts"] {
  const required = lessons.filter((lesson) => lesson.required);
  if (required.length === 0) return null;
  const completed = required.filter(({ status }) => status === "complete").length;
  return { completed, total: required.length };
}
