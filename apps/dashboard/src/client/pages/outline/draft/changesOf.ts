import type { Outline } from "@milepost/client";
import { type Draft, type DraftLesson, liveLessons } from "./Draft.ts";

export const lessonChanges = [
  "added",
  "retired",
  "moved",
  "renamed",
  "requirementChanged",
] as const;

/** What an edit does to a lesson, by the names that the API has for it. */
export type LessonChangeKind = (typeof lessonChanges)[number];

/** How a draft differs from what is published. */
export interface Changes {
  /** By key; lessons that stay as they are stand in none. */
  readonly lessons: ReadonlyMap<string, readonly LessonChangeKind[]>;
  readonly title: boolean;
  readonly enrollment: boolean;
  readonly any: boolean;
}

/** What publishing a draft would change, counted as the API counts it. */
export function changesOf(base: Outline, draft: Draft): Changes {
  const before = new Map(base.lessons.map((lesson) => [lesson.id, lesson]));
  const live = liveLessons(draft);
  const published = live.filter(({ key }) => before.has(key));
  const moved = outOfOrder(published.map(({ key }) => before.get(key)?.position ?? 0));
  const movedKeys = new Set(moved.map((at) => published[at]?.key));
  const lessons = new Map<string, LessonChangeKind[]>();
  for (const lesson of draft.lessons) {
    const was = before.get(lesson.key);
    const kinds = lessonKinds(lesson, was, movedKeys.has(lesson.key));
    if (kinds.length > 0) lessons.set(lesson.key, kinds);
  }
  const title = draft.title.trim() !== base.title;
  const enrollment = draft.enrollment !== base.enrollment;
  return {
    lessons,
    title,
    enrollment,
    any: lessons.size > 0 || title || enrollment,
  };
}

function lessonKinds(
  lesson: DraftLesson,
  was: Outline["lessons"][number] | undefined,
  isMoved: boolean,
): LessonChangeKind[] {
  if (was === undefined) return ["added"];
  if (lesson.isRetired) return ["retired"];
  const isRenamed =
    lesson.title.trim() !== was.title || (lesson.section?.trim() || null) !== was.section;
  return [
    ...(isMoved ? ["moved" as const] : []),
    ...(isRenamed ? ["renamed" as const] : []),
    ...(lesson.required === was.required ? [] : ["requirementChanged" as const]),
  ];
}

/**
 * Places whose values have to move for the rest to ascend, as few as can be: those outside a
 * longest increasing run. Of several such runs the one that `out_of_order` of the engine takes.
 */
export function outOfOrder(values: readonly number[]): number[] {
  /** Of the best run of each length, the place where it ends. */
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [at, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = tails[low - 1];
    tails[low] = at;
  }
  const stays = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) stays.add(at);
  return [...values.keys()].filter((at) => !stays.has(at));
}
