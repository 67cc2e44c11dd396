import { type Draft, type DraftLesson, liveLessons, mostLessons } from "./Draft.ts";
import { freeId, slugOf } from "./slug.ts";

/** What can be changed of a lesson by typing and choosing. */
export type LessonChange = Partial<Pick<DraftLesson, "title" | "section" | "required" | "id">>;

/** One thing that somebody does to a draft. */
export type Act =
  | { readonly type: "retitle"; readonly title: string }
  | { readonly type: "setEnrollment"; readonly enrollment: Draft["enrollment"] }
  | { readonly type: "change"; readonly key: string; readonly change: LessonChange }
  /** To a place among the lessons that are not retired, from 0. */
  | { readonly type: "move"; readonly key: string; readonly to: number }
  /** Below another lesson, or at the end. */
  | { readonly type: "add"; readonly key: string; readonly title: string; readonly after?: string }
  | { readonly type: "retire"; readonly key: string }
  | { readonly type: "takeBack"; readonly key: string }
  | { readonly type: "replace"; readonly key: string; readonly by: string | null };

/** The draft after an act; the same one where the act changes nothing. */
export function applyAct(draft: Draft, act: Act): Draft {
  switch (act.type) {
    case "retitle":
      return act.title === draft.title ? draft : { ...draft, title: act.title };
    case "setEnrollment":
      return act.enrollment === draft.enrollment ? draft : { ...draft, enrollment: act.enrollment };
    case "change":
      return change(draft, act.key, act.change);
    case "move":
      return move(draft, act.key, act.to);
    case "add":
      return add(draft, act);
    case "retire":
      return retire(draft, act.key);
    case "takeBack":
      return liveLessons(draft).length >= mostLessons
        ? draft
        : alter(draft, act.key, { isRetired: false, replacedBy: null });
    case "replace":
      return replace(draft, act.key, act.by);
  }
}

function alter(draft: Draft, key: string, change: Partial<DraftLesson>): Draft {
  const lesson = draft.lessons.find((one) => one.key === key);
  if (lesson === undefined) return draft;
  const isSame = Object.entries(change).every(
    ([name, value]) => lesson[name as keyof DraftLesson] === value,
  );
  if (isSame) return draft;
  return {
    ...draft,
    lessons: draft.lessons.map((one) => (one === lesson ? { ...one, ...change } : one)),
  };
}

function change(draft: Draft, key: string, { id, ...change }: LessonChange): Draft {
  const lesson = draft.lessons.find((one) => one.key === key);
  if (lesson === undefined) return draft;
  const section = change.section === "" ? { section: null } : {};
  if (!lesson.isNew) return alter(draft, key, { ...change, ...section });
  const taken = new Set(draft.lessons.filter((one) => one !== lesson).map((one) => one.id));
  // The id of a new lesson follows its title, until somebody writes another one.
  const isItsOwn = lesson.id === freeId(slugOf(lesson.title), taken);
  const follows =
    change.title !== undefined && isItsOwn ? { id: freeId(slugOf(change.title), taken) } : {};
  return alter(draft, key, {
    ...change,
    ...section,
    ...(id === undefined ? follows : { id }),
  });
}

function move(draft: Draft, key: string, to: number): Draft {
  const live = liveLessons(draft);
  const from = live.findIndex((one) => one.key === key);
  const lesson = live[from];
  const target = live[Math.min(live.length - 1, Math.max(0, to))];
  if (lesson === undefined || target === undefined || target === lesson) return draft;
  const rest = draft.lessons.filter((one) => one !== lesson);
  const at = rest.indexOf(target) + (live.indexOf(target) > from ? 1 : 0);
  return { ...draft, lessons: rest.toSpliced(at, 0, lesson) };
}

function add(draft: Draft, { key, title, after }: Extract<Act, { type: "add" }>): Draft {
  const isKnown = draft.lessons.some((one) => one.key === key);
  if (isKnown || liveLessons(draft).length >= mostLessons) return draft;
  const before = draft.lessons.findIndex((one) => one.key === after);
  const at = before === -1 ? draft.lessons.length : before + 1;
  const lesson: DraftLesson = {
    key,
    id: freeId(slugOf(title), new Set(draft.lessons.map(({ id }) => id))),
    title,
    section: draft.lessons[at - 1]?.section ?? null,
    required: true,
    dueAt: null,
    isNew: true,
    isRetired: false,
    replacedBy: null,
  };
  return { ...draft, lessons: draft.lessons.toSpliced(at, 0, lesson) };
}

/** A published lesson is marked; a new one, which nobody has seen, is gone. */
function retire(draft: Draft, key: string): Draft {
  const lesson = draft.lessons.find((one) => one.key === key);
  if (lesson === undefined || lesson.isRetired) return draft;
  const lessons = lesson.isNew
    ? draft.lessons.filter((one) => one !== lesson)
    : draft.lessons.map((one) => (one === lesson ? { ...one, isRetired: true } : one));
  return {
    ...draft,
    // Nothing is replaced by what is not there.
    lessons: lessons.map((one) => (one.replacedBy === key ? { ...one, replacedBy: null } : one)),
  };
}

/** Of a lesson that is retired, by one that is not. */
function replace(draft: Draft, key: string, by: string | null): Draft {
  const isRetired = draft.lessons.some((one) => one.key === key && one.isRetired);
  const isLive = by === null || draft.lessons.some((one) => one.key === by && !one.isRetired);
  return isRetired && isLive ? alter(draft, key, { replacedBy: by }) : draft;
}
