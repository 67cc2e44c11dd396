import type { Outline, OutlineLesson } from "./types.ts";

interface StoredLesson extends Omit<OutlineLesson, "publishedAt" | "dueAt"> {
  readonly publishedAt: string;
  readonly dueAt: string | null;
}

/** An outline as SQL answers it, in JSON: instants are text there. */
export interface StoredOutline extends Omit<Outline, "lessons"> {
  readonly lessons: StoredLesson[];
}

/** The stored outline with its instants as dates. */
export function outline<T extends StoredOutline>(
  stored: T,
): Omit<T, "lessons"> & Pick<Outline, "lessons"> {
  const lessons = stored.lessons.map((lesson) => ({
    ...lesson,
    publishedAt: new Date(lesson.publishedAt),
    dueAt: lesson.dueAt === null ? null : new Date(lesson.dueAt),
  }));
  return { ...stored, lessons };
}
