import { timeOf } from "./timeOf.ts";
import type { Instant } from "./types.ts";

/** A fact that was recorded on a device, and that the server's page does not show yet. */
export interface PendingFact {
  readonly type: "lesson.viewed" | "lesson.completed";
  readonly lesson: string;
  readonly at: string;
  /** Whether the server said that it has it: then only the page is behind. */
  readonly confirmed: boolean;
}

/** A lesson of the server's page, as far as facts bear on it. */
export interface PendableLesson {
  readonly id: string;
  readonly required: boolean;
  readonly viewed: boolean;
  readonly firstViewedAt: string | null;
  readonly lastViewedAt: string | null;
  readonly completedAt: string | null;
  /** Set on a lesson that is no longer in the outline: it is shown, and counts for nothing. */
  readonly retiredAt?: string | undefined;
}

/** What is read of the server's page of one attempt. */
export interface PendableCourse<L extends PendableLesson> {
  readonly completedAt: string | null;
  readonly completedLessons: number;
  readonly totalLessons: number;
  readonly lessons: readonly L[];
}

export interface MergedCourse<L extends PendableLesson> {
  /** In the order given, as they will be once the server has every fact. */
  readonly lessons: readonly (L & { readonly pending: boolean })[];
  /** Required lessons whose completion the server has. */
  readonly confirmed: number;
  /** Required lessons whose completion waits to be sent or to be answered. */
  readonly pending: number;
  readonly total: number;
  /** The newest lesson viewed by a pending fact; null where the server's word still stands. */
  readonly lastViewedLesson: string | null;
}

/**
 * The server's page and what this device knows beside it, in one, as the database merges them: the
 * completion that arrives first wins, the first view is the earliest and the last the latest. What
 * is confirmed and what is pending is counted apart, so that nobody is shown a
 * lesson as saved before the server said so.
 *
 * A complete attempt's counts are those it was completed with: facts add nothing to them. Facts of
 * lessons that the page does not have are left out.
 *
 * @throws RangeError for text that is not an instant with its zone
 */
export function mergePending<L extends PendableLesson>(
  course: PendableCourse<L>,
  facts: readonly PendingFact[],
): MergedCourse<L> {
  const lessons = course.lessons.map((lesson) => {
    const own = facts.filter((fact) => fact.lesson === lesson.id);
    return own.length === 0 ? { ...lesson, pending: false } : mergeLesson(lesson, own);
  });
  const isOpen = course.completedAt === null;
  const gained = lessons.filter(
    ({ required, completedAt, retiredAt }, at) =>
      isOpen &&
      required &&
      retiredAt === undefined &&
      completedAt !== null &&
      course.lessons[at]?.completedAt === null,
  );
  const pending = gained.filter((lesson) => lesson.pending).length;
  return {
    lessons,
    confirmed: course.completedLessons + gained.length - pending,
    pending,
    total: course.totalLessons,
    lastViewedLesson: newest(lessons, facts),
  };
}

/** One fact after the other, as the database takes them. */
function mergeLesson<L extends PendableLesson>(lesson: L, facts: readonly PendingFact[]) {
  let { firstViewedAt, lastViewedAt, completedAt } = lesson;
  let pending = false;
  for (const { type, at, confirmed } of facts) {
    if (type === "lesson.completed") {
      // A second completion changes nothing, and is no view either.
      if (completedAt !== null) continue;
      completedAt = at;
      pending = !confirmed;
    }
    if (firstViewedAt === null || timeOf(at) < timeOf(firstViewedAt)) firstViewedAt = at;
    if (lastViewedAt === null || timeOf(at) > timeOf(lastViewedAt)) lastViewedAt = at;
  }
  return { ...lesson, viewed: true, firstViewedAt, lastViewedAt, completedAt, pending };
}

function newest(lessons: readonly PendableLesson[], facts: readonly PendingFact[]): string | null {
  let found: { lesson: string; at: Instant } | null = null;
  for (const { lesson, at } of facts) {
    const merged = lessons.find(({ id }) => id === lesson);
    if (merged?.lastViewedAt !== at) continue;
    if (found === null || timeOf(at) >= timeOf(found.at)) found = { lesson, at };
  }
  if (found === null) return null;
  const { at } = found;
  const isBeaten = lessons.some(
    ({ lastViewedAt }) => lastViewedAt !== null && timeOf(lastViewedAt) > timeOf(at),
  );
  return isBeaten ? null : found.lesson;
}
