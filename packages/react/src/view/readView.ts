import type { CourseProgressPage, Resume } from "@milepost/client";
import {
  displayPercentage,
  type LessonStatusName,
  lessonStatus,
  type MergedCourse,
  type WaitingFor,
} from "@milepost/progress";
import type { CourseState, ShownLesson } from "../store/types.ts";
import type { Gates } from "./gated.ts";

export interface LessonView extends ShownLesson {
  readonly status: LessonStatusName;
  readonly opensAt: string | null;
  /** Of a retired lesson alone. */
  readonly retiredAt?: string | undefined;
}

/** All that components show of a course, from the server's page and what is on its way. */
export interface CourseView {
  readonly page: CourseProgressPage;
  readonly lessons: readonly LessonView[];
  /** Retired lessons that were completed. */
  readonly retired: readonly LessonView[];
  /** Required lessons whose completion the server has. */
  readonly confirmed: number;
  /** Required lessons whose completion is on its way. */
  readonly pending: number;
  readonly total: number;
  /** Of what is confirmed: whole, 99 at most until the attempt is complete; null for 0 of 0. */
  readonly percentage: number | null;
  readonly isComplete: boolean;
  /** Required lessons that came after the attempt was completed, and are not. */
  readonly addedSince: number;
  readonly isOverdue: boolean;
  readonly resume: Omit<Resume, "lesson"> & {
    readonly lesson: LessonView | null;
    readonly waitingFor: WaitingFor | null;
  };
}

type PageLesson = CourseProgressPage["lessons"][number];
type Merged = MergedCourse<PageLesson & { readonly retiredAt?: string | undefined }>;

interface ViewOptions {
  readonly gates: Gates | undefined;
  /**
   * Decides which lessons are open, and whether the deadline has passed since the server's answer;
   * the server's word alone where it is null, as while hydrating.
   */
  readonly now: Date | null;
}

/** What components show; null where there is no page yet. */
export function readView(state: CourseState, options: ViewOptions): CourseView | null {
  const { page, facts, rules } = state;
  if (page === null) return null;
  // Facts come over a connection, and the rules with it.
  const lessonsOf = [...page.lessons, ...page.retiredLessons];
  const merged: Merged =
    rules === null ? asItStands(page) : rules.mergePending({ ...page, lessons: lessonsOf }, facts);
  const { confirmed, pending, total } = merged;
  const isComplete = page.completedAt !== null;
  const lessons = merged.lessons
    .slice(0, page.lessons.length)
    .map((lesson) => viewOf(lesson, page, options));
  const retired = merged.lessons.slice(page.lessons.length);
  return {
    page,
    lessons,
    retired: retired
      .filter(({ completedAt }) => completedAt !== null)
      .map((lesson) => ({ ...lesson, status: "retired", opensAt: null })),
    confirmed,
    pending,
    total,
    percentage: displayPercentage(confirmed, total, isComplete),
    isComplete,
    addedSince: isComplete
      ? lessons.filter(({ required, completedAt }) => required && completedAt === null).length
      : 0,
    isOverdue: isOverdue(page, options.now),
    resume: resumeOf(state, page, { ...options, merged, lessons }),
  };
}

function asItStands(page: CourseProgressPage): Merged {
  return {
    lessons: [...page.lessons, ...page.retiredLessons].map((lesson) => ({
      ...lesson,
      pending: false,
    })),
    confirmed: page.completedLessons,
    pending: 0,
    total: page.totalLessons,
    lastViewedLesson: null,
  };
}

function isOverdue(page: CourseProgressPage, now: Date | null): boolean {
  const { due, completedAt, withdrawnAt, exemptedAt } = page;
  if (due === null || completedAt !== null || withdrawnAt !== null || exemptedAt !== null) {
    return false;
  }
  return due.overdue || (now !== null && now.getTime() > Date.parse(due.at));
}

function viewOf(
  lesson: ShownLesson,
  page: CourseProgressPage,
  { gates, now }: ViewOptions,
): LessonView {
  const { opensAt = null, blockedBy = [] } = gates?.lessons[lesson.id] ?? {};
  const isMet = (id: string) =>
    page.lessons.some((other) => other.id === id && other.completedAt !== null);
  const marked = { ...lesson, opensAt, locked: !blockedBy.every(isMet) };
  return { ...lesson, opensAt, status: lessonStatus(marked, now ?? newestOf(page)) };
}

/** Where nothing says what time it is, the last that is known to have been. */
function newestOf(page: CourseProgressPage): Date {
  return new Date(page.lastViewedAt ?? page.enrolledAt);
}

/**
 * The server's word where it has every fact; else by the same rule, with what is on its way and
 * what the host keeps closed.
 */
function resumeOf(
  { facts, rules }: CourseState,
  page: CourseProgressPage,
  { gates, now, merged, lessons }: ViewOptions & { merged: Merged; lessons: readonly LessonView[] },
): CourseView["resume"] {
  const find = (id: string | null) => lessons.find((lesson) => lesson.id === id) ?? null;
  const resume = gates?.resume ?? rules?.resume;
  if (resume === undefined || (facts.length === 0 && gates === undefined)) {
    return { ...page.resume, lesson: find(page.resume.lesson), waitingFor: null };
  }
  const gatesOf = (id: string) => gates?.lessons[id]?.blockedBy;
  const gated = lessons.map((lesson) => ({ ...lesson, blockedBy: gatesOf(lesson.id) }));
  const lastViewedLesson = merged.lastViewedLesson ?? page.lastViewedLesson;
  const retired = merged.lessons.slice(page.lessons.length);
  const { completedAt } = page;
  const course = { completedAt, lastViewedLesson, lessons: [...gated, ...retired] };
  const decided = resume(course, { now: now ?? newestOf(page) });
  const waitingFor = decided.mode === "waiting" ? decided.waitingFor : null;
  return {
    mode: decided.mode,
    reason: decided.reason,
    lesson: find(decided.lesson),
    waitingFor,
  };
}
