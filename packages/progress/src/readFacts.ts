import { findGate, type Gate } from "./findGate.ts";
import { isRetired } from "./isRetired.ts";
import { timeOf } from "./timeOf.ts";
import type { Instant, ResumeCourse, ResumeLesson } from "./types.ts";

/** What the resume rules ask of an attempt. Lists are in outline order, without retired lessons. */
export interface Facts {
  readonly completed: boolean;
  /** Whether there was any counted view, on a retired lesson too. */
  readonly started: boolean;
  readonly outline: readonly ResumeLesson[];
  /** Not completed and eligible. */
  readonly open: readonly ResumeLesson[];
  /** Not completed and not eligible, with what keeps each closed. */
  readonly closed: readonly Gate[];
  readonly lessons: ReadonlyMap<string, ResumeLesson>;
  /** By time, retired lessons included, and so is the next. */
  readonly lastViewed: ResumeLesson | null;
  readonly lastCompleted: ResumeLesson | null;
  /** Something was completed later in time than the last view of a lesson left unfinished. */
  readonly movedOn: boolean;
}

/** @param now - milliseconds since 1970; decides only what is open */
export function readFacts(course: ResumeCourse, now: number): Facts {
  const lessons = new Map(course.lessons.map((lesson) => [lesson.id, lesson]));
  const outline = course.lessons.filter((lesson) => !isRetired(lesson)).sort(byPosition);
  const left = outline.filter((lesson) => lesson.completedAt === null);
  const gates = left.map((lesson) => findGate(lesson, lessons, now));

  const ranked = rankForTies(course);
  const viewed = findNewest(ranked, (lesson) => lesson.lastViewedAt);
  const completed = findNewest(ranked, (lesson) => lesson.completedAt);
  return {
    completed: course.completedAt !== null,
    started: course.lessons.some((lesson) => lesson.viewed || lesson.completedAt !== null),
    outline,
    open: left.filter((_, index) => gates[index] === null),
    closed: gates.filter((gate) => gate !== null),
    lessons,
    lastViewed: viewed?.lesson ?? null,
    lastCompleted: completed?.lesson ?? null,
    movedOn: viewed !== null && completed !== null && completed.time > viewed.time,
  };
}

/** Ids only where positions are equal, as those of two retired lessons can be. */
function byPosition(a: ResumeLesson, b: ResumeLesson): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1);
}

/** Of lessons with equal instants, the one that stands later in this list counts as the newer. */
function rankForTies({ lessons, lastViewedLesson }: ResumeCourse): ResumeLesson[] {
  const rank = (lesson: ResumeLesson) =>
    lesson.id === lastViewedLesson ? 2 : isRetired(lesson) ? 0 : 1;
  return [...lessons].sort((a, b) => rank(a) - rank(b) || byPosition(a, b));
}

function findNewest(
  ranked: readonly ResumeLesson[],
  instantOf: (lesson: ResumeLesson) => Instant | null,
): { lesson: ResumeLesson; time: number } | null {
  let newest: { lesson: ResumeLesson; time: number } | null = null;
  for (const lesson of ranked) {
    const instant = instantOf(lesson);
    if (instant === null) continue;
    const time = timeOf(instant);
    if (newest === null || time >= newest.time) newest = { lesson, time };
  }
  return newest;
}
