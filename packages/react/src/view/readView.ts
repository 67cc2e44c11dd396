import type { CourseProgressPage, Resume } from "@milepost/client";
import {
  displayPercentage,
  type LessonStatusName,
  lessonStatus,
  mergePending,
  resume,
  type WaitingFor,
} from "@milepost/progress";
import type { CourseState, ShownLesson } from "../store/types.ts";

/** What the host alone knows of a lesson: Milepost records facts and gates no access. */
export interface Gate {
  /** Open from this instant on, as RFC 3339 text. */
  readonly opensAt?: string | undefined;
  /** Ids of lessons to complete first. */
  readonly blockedBy?: readonly string[] | undefined;
}

/** By lesson id; a lesson that is not named is open. */
export type Gates = Readonly<Record<string, Gate>>;

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

/**
 * @param now - decides which lessons are open, and whether the deadline has passed since the
 *   server's answer; the server's word alone where it is null, as while hydrating
 */
export function readView(state: CourseState, gates: Gates, now: Date | null): CourseView | null {
  const { page, facts } = state;
  if (page === null) return null;
  const merged = mergePending(page, facts);
  const { confirmed, pending, total } = merged;
  const isComplete = page.completedAt !== null;
  const lessons = merged.lessons.map((lesson) => viewOf(lesson, page, { gates, now }));
  const isLeft = page.withdrawnAt !== null || page.exemptedAt !== null;
  return {
    page,
    lessons,
    retired: page.retiredLessons
      .filter(({ completedAt }) => completedAt !== null)
      .map((lesson) => ({ ...lesson, pending: false, status: "retired", opensAt: null })),
    confirmed,
    pending,
    total,
    percentage: displayPercentage(confirmed, total, isComplete),
    isComplete,
    addedSince: isComplete
      ? lessons.filter(({ required, completedAt }) => required && completedAt === null).length
      : 0,
    isOverdue:
      page.due !== null &&
      !isComplete &&
      !isLeft &&
      (page.due.overdue || (now !== null && now.getTime() > Date.parse(page.due.at))),
    resume: resumeOf(page, { lessons, gates, now, newest: merged.lastViewedLesson }),
  };
}

function viewOf(
  lesson: ShownLesson,
  page: CourseProgressPage,
  { gates, now }: { gates: Gates; now: Date | null },
): LessonView {
  const { opensAt = null, blockedBy = [] } = gates[lesson.id] ?? {};
  const isMet = (id: string) =>
    page.lessons.some((other) => other.id === id && other.completedAt !== null);
  const locked = !blockedBy.every(isMet);
  const at = now ?? new Date(page.lastViewedAt ?? page.enrolledAt);
  return { ...lesson, opensAt, status: lessonStatus({ ...lesson, opensAt, locked }, at) };
}

/** By the rule itself, as the server applies it: with what is on its way, and the host's gates. */
function resumeOf(
  page: CourseProgressPage,
  {
    lessons,
    gates,
    now,
    newest,
  }: {
    lessons: readonly LessonView[];
    gates: Gates;
    now: Date | null;
    newest: string | null;
  },
): CourseView["resume"] {
  const find = (id: string | null) => lessons.find((lesson) => lesson.id === id) ?? null;
  const isServersWord =
    Object.keys(gates).length === 0 && lessons.every((lesson, at) => isSame(lesson, page, at));
  if (isServersWord) return { ...page.resume, lesson: find(page.resume.lesson), waitingFor: null };
  const gated = lessons.map((lesson) => ({ ...lesson, blockedBy: gates[lesson.id]?.blockedBy }));
  const { completedAt, retiredLessons } = page;
  const lastViewedLesson = newest ?? page.lastViewedLesson;
  const course = { completedAt, lastViewedLesson, lessons: [...gated, ...retiredLessons] };
  const decided = resume(course, { now: now ?? new Date(page.lastViewedAt ?? page.enrolledAt) });
  const { mode, reason, lesson } = decided;
  const waitingFor = decided.mode === "waiting" ? decided.waitingFor : null;
  return { mode, reason, lesson: find(lesson), waitingFor };
}

function isSame(lesson: LessonView, page: CourseProgressPage, at: number): boolean {
  const known = page.lessons[at];
  return known?.lastViewedAt === lesson.lastViewedAt && known.completedAt === lesson.completedAt;
}
