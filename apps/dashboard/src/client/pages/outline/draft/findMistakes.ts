import type { ApiProblem } from "@milepost/client";
import { type Draft, type DraftLesson, liveLessons } from "./Draft.ts";

export type LessonField = "id" | "title" | "section";

/** What keeps a draft from being published, at the fields where it does. */
export interface Mistakes {
  readonly title: string | null;
  /** By key of the lesson. */
  readonly lessons: ReadonlyMap<string, Partial<Record<LessonField, string>>>;
}

const longestText = 1_000;
const longestId = 255;

/** What the API would refuse, as far as the draft alone shows it. */
export function findMistakes(draft: Draft): Mistakes {
  const counts = new Map<string, number>();
  for (const { id } of draft.lessons) counts.set(id.trim(), (counts.get(id.trim()) ?? 0) + 1);
  const lessons = new Map<string, Partial<Record<LessonField, string>>>();
  for (const lesson of liveLessons(draft)) {
    const found = lessonMistakes(lesson, (counts.get(lesson.id.trim()) ?? 0) > 1);
    if (Object.keys(found).length > 0) lessons.set(lesson.key, found);
  }
  return { title: textMistake("The course", draft.title), lessons };
}

function lessonMistakes(
  lesson: DraftLesson,
  isTaken: boolean,
): Partial<Record<LessonField, string>> {
  const title = textMistake("A lesson", lesson.title);
  const id = lesson.isNew ? idMistake(lesson.id.trim(), isTaken) : null;
  const isLong = lengthOf(lesson.section?.trim() ?? "") > longestText;
  return {
    ...(title === null ? {} : { title }),
    ...(id === null ? {} : { id }),
    ...(isLong ? { section: "A section's name has 1,000 characters at most." } : {}),
  };
}

function textMistake(what: string, text: string): string | null {
  const length = lengthOf(text.trim());
  if (length === 0) return `${what} needs a title.`;
  return length > longestText ? "A title has 1,000 characters at most." : null;
}

function idMistake(id: string, isTaken: boolean): string | null {
  if (id === "") return "A lesson needs an id.";
  if (lengthOf(id) > longestId) return "An id has 255 characters at most.";
  return isTaken ? "Another lesson of this course has this id." : null;
}

/** As PostgreSQL counts: characters, not halves of them. */
function lengthOf(text: string): number {
  return [...text].length;
}

/** What the API refused, at the fields that it names; `rest` is what it said of no field. */
export function refusedFields(
  draft: Draft,
  problem: ApiProblem,
): Mistakes & { readonly rest: string } {
  const live = liveLessons(draft);
  const lessons = new Map<string, Partial<Record<LessonField, string>>>();
  let title: string | null = null;
  const rest: string[] = [];
  for (const { path, message } of problem.errors) {
    const [, at, field] = /^body\.lessons\[(\d+)\]\.(id|title|section)$/.exec(path) ?? [];
    const lesson = at === undefined ? undefined : live[Number(at)];
    if (path === "body.title") title = message;
    else if (lesson !== undefined) addTo(lessons, lesson.key, field as LessonField, message);
    else rest.push(`${path}: ${message}`);
  }
  const [added, ...others] = live.filter(({ isNew }) => isNew);
  if (problem.code === "lesson_of_another_course" && added !== undefined) {
    // It is not said which one: certain only where there is one.
    if (others.length === 0) {
      addTo(lessons, added.key, "id", "Another course has a lesson of this id.");
    } else rest.push("Another course has a lesson of the id of one that is new here.");
  }
  const isSaid = title !== null || lessons.size > 0 || rest.length > 0;
  return { title, lessons, rest: isSaid ? rest.join(" ") : problem.message };
}

function addTo(
  lessons: Map<string, Partial<Record<LessonField, string>>>,
  key: string,
  field: LessonField,
  message: string,
): void {
  lessons.set(key, { ...lessons.get(key), [field]: message });
}

/** Both of them, the first before the second. */
export function joinMistakes(own: Mistakes, refused: Mistakes | null): Mistakes {
  if (refused === null) return own;
  const lessons = new Map(refused.lessons);
  for (const [key, found] of own.lessons) lessons.set(key, { ...lessons.get(key), ...found });
  return { title: own.title ?? refused.title, lessons };
}

/** Whether there is any. */
export function isMistaken({ title, lessons }: Mistakes): boolean {
  return title !== null || lessons.size > 0;
}
