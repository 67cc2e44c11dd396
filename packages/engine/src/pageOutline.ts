import type { LessonState } from "./types.ts";

/** A lesson as `course_page` answers it. Instants are milliseconds since 1970. */
export type OutlineTuple = [
  number: number,
  id: string,
  title: string,
  section: string | null,
  position: number,
  required: boolean,
  publishedAt: number,
  dueAt: number | null,
  retiredAt: number | null,
  replacedBy: string | null,
  counts: boolean,
];

/** A lesson record as `course_page` answers it. Instants are milliseconds since 1970. */
export type RecordTuple = [
  number: number,
  firstViewedAt: number,
  lastViewedAt: number,
  completedAt: number | null,
];

/** A course's title and its lessons. */
export type OutlineAnswer = [title: string, lessons: OutlineTuple[]];

interface OutlineLesson {
  readonly number: number;
  readonly counts: boolean;
  /** The lesson in the eyes of somebody who never viewed it. */
  readonly untouched: LessonState;
}

/** The lessons of one version of a course: those of the outline in order, then retired ones. */
export interface CachedOutline {
  readonly version: number;
  readonly title: string;
  readonly lessons: readonly OutlineLesson[];
}

/** The lessons of a version as the database answered them. */
export function readOutline(version: number, [title, tuples]: OutlineAnswer): CachedOutline {
  return { version, title, lessons: tuples.map(lessonOf) };
}

function lessonOf(tuple: OutlineTuple): OutlineLesson {
  const [number, id, title, section, position, required, publishedAt, ...rest] = tuple;
  const [dueAt, retiredAt, replacedBy, counts] = rest;
  return {
    number,
    counts,
    untouched: {
      id,
      title,
      section,
      position,
      required,
      viewed: false,
      firstViewedAt: null,
      lastViewedAt: null,
      completedAt: null,
      publishedAt: new Date(publishedAt),
      dueAt: instant(dueAt),
      retiredAt: instant(retiredAt),
      replacedBy,
    },
  };
}

/** What an attempt's records make of an outline. */
export function lessonStates({ lessons }: CachedOutline, records: readonly RecordTuple[]) {
  const byNumber = new Map(records.map((record) => [record[0], record]));
  const states: LessonState[] = [];
  const missing: string[] = [];
  for (const { number, counts, untouched } of lessons) {
    const record = byNumber.get(number);
    if (counts && (record === undefined || record[3] === null)) missing.push(untouched.id);
    // Resuming follows a chain of replacements, through retired lessons nobody touched.
    const isGone = untouched.retiredAt !== null && untouched.replacedBy === null;
    if (!isGone || record !== undefined) states.push(stateOf(untouched, record));
  }
  return { states, missing };
}

/** The id of the lesson with this number; null for none. */
export function idOf({ lessons }: CachedOutline, number: number | null): string | null {
  if (number === null) return null;
  return lessons.find((lesson) => lesson.number === number)?.untouched.id ?? null;
}

function stateOf(untouched: LessonState, record: RecordTuple | undefined): LessonState {
  // Every page has objects of its own: a caller may change what it was given.
  if (record === undefined) return { ...untouched };
  const [, first, last, completed] = record;
  return {
    ...untouched,
    viewed: true,
    firstViewedAt: new Date(first),
    lastViewedAt: new Date(last),
    completedAt: instant(completed),
  };
}

function instant(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}
