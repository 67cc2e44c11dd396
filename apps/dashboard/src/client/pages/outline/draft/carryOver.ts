import type { Outline } from "@milepost/client";
import { type Draft, type DraftLesson, draftOf } from "./Draft.ts";

type ByKey = ReadonlyMap<string, DraftLesson>;

/**
 * The edits of a draft on another version of its outline: what was edited stays as it was edited,
 * the rest is as the other version has it.
 *
 * @param base - what the draft began with
 */
export function carryOver(base: Outline, theirs: Outline, draft: Draft): Draft {
  const was = draftOf(base);
  const now = draftOf(theirs);
  const mine = mergeLessons(byKey(was.lessons), byKey(now.lessons), draft);
  const isMoved = !isInOrder(draft.lessons, was.lessons);
  const order = isMoved ? insertNew(mine, now.lessons) : insertNew(now.lessons, mine);
  const merged = byKey(mine);
  const lessons = order.map((lesson) => merged.get(lesson.key) ?? lesson);
  const keys = byKey(lessons);
  return {
    title: draft.title === was.title ? now.title : draft.title,
    enrollment: draft.enrollment === was.enrollment ? now.enrollment : draft.enrollment,
    lessons: lessons.map((lesson) =>
      lesson.replacedBy === null || keys.has(lesson.replacedBy)
        ? lesson
        : { ...lesson, replacedBy: null },
    ),
  };
}

function byKey(lessons: readonly DraftLesson[]): ByKey {
  return new Map(lessons.map((lesson) => [lesson.key, lesson]));
}

/** Those of the draft that the other version still has, and the draft's own new ones. */
function mergeLessons(was: ByKey, now: ByKey, draft: Draft): DraftLesson[] {
  return draft.lessons.flatMap((lesson) => {
    // Whose id is published by now is the lesson itself.
    if (lesson.isNew) return now.has(lesson.id) ? [] : [lesson];
    const before = was.get(lesson.key);
    const theirs = now.get(lesson.key);
    if (before === undefined || theirs === undefined) return [];
    return [
      {
        ...lesson,
        title: lesson.title === before.title ? theirs.title : lesson.title,
        section: lesson.section === before.section ? theirs.section : lesson.section,
        required: lesson.required === before.required ? theirs.required : lesson.required,
        dueAt: theirs.dueAt,
      },
    ];
  });
}

/** Whether the published lessons stand as they stood. */
function isInOrder(lessons: readonly DraftLesson[], before: readonly DraftLesson[]): boolean {
  const published = lessons.filter(({ isNew }) => !isNew);
  return published.every(({ key }, at) => before[at]?.key === key);
}

/** A list, with what another has alone put below the lesson that it stands below there. */
function insertNew(
  list: readonly DraftLesson[],
  other: readonly DraftLesson[],
): readonly DraftLesson[] {
  const known = new Set(list.map(({ key }) => key));
  const merged = [...list];
  for (const [at, lesson] of other.entries()) {
    if (known.has(lesson.key)) continue;
    const above = other[at - 1]?.key;
    merged.splice(merged.findIndex(({ key }) => key === above) + 1, 0, lesson);
  }
  return merged;
}
