import type { CourseProgressPage } from "@milepost/client";
import { progressPercentage, resume } from "@milepost/progress";
import { retiredId, type SampleCourse } from "./sampleCourses.ts";

/** The present of every state: a Tuesday, noon in Berlin. */
export const galleryNow = "2026-04-21T10:00:00.000Z";

const began = Date.parse("2026-04-02T08:00:00.000Z");
const addedAt = "2026-04-15T07:00:00.000Z";
const day = 86_400_000;

type Lesson = CourseProgressPage["lessons"][number];

/** What the learner did with a lesson, by its place in the outline; 0 is the retired one. */
export interface Deed {
  readonly did: "viewed" | "completed";
  readonly lesson: number;
}

export interface Past {
  /** In order, a day apart. */
  readonly deeds?: readonly Deed[];
  /** When all that was required was complete. */
  readonly completedAt?: string | null;
  /** Places of lessons that came into the outline after the learner began. */
  readonly added?: readonly number[];
  readonly due?: CourseProgressPage["due"];
  /** Whether the retired lesson was completed before it left. */
  readonly retired?: boolean;
  /** The server's word where no rule makes it of this page alone. */
  readonly resume?: CourseProgressPage["resume"];
}

/** Deeds with lessons, one after the other. */
export function viewed(...lessons: number[]): Deed[] {
  return lessons.map((lesson) => ({ did: "viewed", lesson }));
}

/** As {@link viewed}. */
export function completed(...lessons: number[]): Deed[] {
  return lessons.map((lesson) => ({ did: "completed", lesson }));
}

/** The answer of the API for a learner of the course with such a past. */
export function makePage(course: SampleCourse, past: Past = {}): CourseProgressPage {
  const { deeds = [], completedAt = null, added = [], due = null } = past;
  const times = deeds.map((deed, at) => ({
    ...deed,
    at: new Date(began + at * day).toISOString(),
  }));
  const lessons = course.lessons.map((lesson, at): Lesson => {
    const own = times.filter((deed) => deed.lesson === at + 1);
    const publishedAt = added.includes(at + 1) ? addedAt : "2026-03-02T09:00:00.000Z";
    return { ...lesson, ...stateOf(own), position: at + 1, publishedAt, dueAt: null };
  });
  const counted = lessons.filter(
    ({ required, publishedAt }) => required && (completedAt === null || publishedAt < completedAt),
  );
  const missing = lessons.filter((lesson) => lesson.required && lesson.completedAt === null);
  const retiredLessons = retiredOf(course, past, times);
  const last = times.at(-1);
  const page = {
    ...{ learner: "ada", course: course.id, title: course.title, attempt: 1 },
    ...{ outlineVersion: 1, completedOutlineVersion: completedAt === null ? null : 1 },
    ...{ enrolledAt: "2026-04-01T08:00:00.000Z", withdrawnAt: null, exemptedAt: null },
    ...{ lessons, retiredLessons, due, completedAt },
    firstViewedAt: times[0]?.at ?? null,
    lastViewedAt: last?.at ?? null,
    completedLessons: counted.filter((lesson) => lesson.completedAt !== null).length,
    totalLessons: counted.length,
    eligibleForCertificate: completedAt !== null,
    lastViewedLesson: last === undefined ? null : (lessons[last.lesson - 1]?.id ?? retiredId),
    missing: missing.map(({ id }) => id),
  };
  const { completedLessons, totalLessons } = page;
  const decided = resume({ ...page, lessons: [...lessons, ...retiredLessons] }, { now });
  return {
    ...page,
    progressPercentage: progressPercentage(completedLessons, totalLessons),
    resume: past.resume ?? pick(decided),
  };
}

const now = new Date(galleryNow);

function pick({ mode, lesson, reason }: CourseProgressPage["resume"]) {
  return { mode, lesson, reason };
}

interface Dated extends Deed {
  readonly at: string;
}

function stateOf(own: readonly Dated[]) {
  return {
    viewed: own.length > 0,
    firstViewedAt: own[0]?.at ?? null,
    lastViewedAt: own.at(-1)?.at ?? null,
    completedAt: own.find(({ did }) => did === "completed")?.at ?? null,
  };
}

function retiredOf(
  { retiredTitle, lessons }: SampleCourse,
  { retired, deeds = [] }: Past,
  times: readonly Dated[],
): CourseProgressPage["retiredLessons"] {
  const isTouched = retired === true || deeds.some(({ lesson }) => lesson === 0);
  if (!isTouched) return [];
  const own = times.filter(({ lesson }) => lesson === 0);
  const earlier = { did: "completed", lesson: 0, at: "2026-02-02T09:00:00.000Z" } as const;
  return [
    {
      ...{ id: retiredId, title: retiredTitle, section: lessons[3]?.section ?? null },
      ...{ position: 4, required: true, dueAt: null, replacedBy: lessons[3]?.id ?? null },
      ...stateOf(own.length > 0 ? own : [earlier]),
      publishedAt: "2026-01-02T09:00:00.000Z",
      retiredAt: "2026-04-14T09:00:00.000Z",
    },
  ];
}
