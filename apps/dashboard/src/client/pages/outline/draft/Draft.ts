import type { Outline, OutlineInput } from "@milepost/client";

/** How many lessons the API takes in an outline. */
export const mostLessons = 2_000;

/** A lesson as it is edited. A published one keeps its id; that of a new one can still change. */
export interface DraftLesson {
  /** Tells lessons apart while ids are typed. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly section: string | null;
  readonly required: boolean;
  readonly dueAt: string | null;
  readonly isNew: boolean;
  /** To be retired; it keeps its place until then, so that it can be taken back there. */
  readonly isRetired: boolean;
  /** Key of the lesson in its place, where it is retired and one was chosen. */
  readonly replacedBy: string | null;
}

/** An outline while it is edited, before anybody else sees it. */
export interface Draft {
  readonly title: string;
  readonly enrollment: Outline["enrollment"];
  /** In order, with those to be retired. */
  readonly lessons: readonly DraftLesson[];
}

/** The draft that an edit begins with: the outline as it is published. */
export function draftOf({ title, enrollment, lessons }: Outline): Draft {
  return {
    title,
    enrollment,
    lessons: lessons.map(({ id, title, section, required, dueAt }) => ({
      key: id,
      id,
      title,
      section,
      required,
      dueAt,
      isNew: false,
      isRetired: false,
      replacedBy: null,
    })),
  };
}

/** The lessons that the outline would have. */
export function liveLessons({ lessons }: Draft): DraftLesson[] {
  return lessons.filter(({ isRetired }) => !isRetired);
}

/** The outline to send: whole and in order. */
export function bodyOf(draft: Draft): OutlineInput {
  const live = liveLessons(draft);
  const ids = new Map(live.map(({ key, id }) => [key, id]));
  const replaced = draft.lessons.flatMap(({ id, isRetired, replacedBy }) => {
    const by = replacedBy === null ? undefined : ids.get(replacedBy);
    return isRetired && by !== undefined ? [[id, by]] : [];
  });
  return {
    title: draft.title.trim(),
    enrollment: draft.enrollment,
    lessons: live.map(({ id, title, section, required, dueAt }) => ({
      id: id.trim(),
      title: title.trim(),
      section: section?.trim() || null,
      required,
      dueAt,
    })),
    ...(replaced.length === 0 ? {} : { replacedBy: Object.fromEntries(replaced) }),
  };
}
