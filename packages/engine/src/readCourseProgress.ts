import { callOne } from "./callOne.ts";
import { percentage } from "./percentage.ts";
import type { CourseProgressPage, LessonState, Queryable, Scope } from "./types.ts";

/** A lesson as the statement answers it: an array, in the order of {@link lessonState}. */
type LessonTuple = [
  id: string,
  title: string,
  section: string | null,
  position: number,
  required: boolean,
  firstViewedAt: string | null,
  lastViewedAt: string | null,
  completedAt: string | null,
  dueAt: string | null,
  retiredAt: string | null,
  replacedBy: string | null,
];

interface Row {
  attempt: number;
  completed_lessons: number;
  total_lessons: number;
  progress_percentage: string | null;
  first_viewed_at: Date | null;
  last_viewed_at: Date | null;
  completed_at: Date | null;
  outline_version: number;
  completed_outline_version: number | null;
  enrolled_at: Date;
  withdrawn_at: Date | null;
  exempted_at: Date | null;
  due_at: Date | null;
  original_due_at: Date | null;
  time_zone: string | null;
  overdue: boolean | null;
  last_viewed_lesson: string | null;
  lessons: LessonTuple[];
  missing: string[];
}

/**
 * Everything a learner's course page shows: course progress, lesson states in outline order, what
 * is missing, the deadline. Of the current attempt, or of the one named.
 *
 * @throws {@link MilepostError} `course_not_found`, `learner_not_found`, `enrollment_not_found`
 */
export async function readCourseProgress(
  db: Queryable,
  input: { learner: string; course: string; attempt?: number | undefined },
  { tenant = "default", now }: Scope = {},
): Promise<CourseProgressPage> {
  const { learner, course, attempt } = input;
  const row = await callOne<Row>(
    db,
    "course_page",
    [tenant, learner, course, attempt ?? null, now ?? null],
    { learner, course },
  );
  return {
    learner,
    course,
    attempt: row.attempt,
    completedLessons: row.completed_lessons,
    totalLessons: row.total_lessons,
    progressPercentage: percentage(row.progress_percentage),
    firstViewedAt: row.first_viewed_at,
    lastViewedAt: row.last_viewed_at,
    completedAt: row.completed_at,
    eligibleForCertificate: row.completed_at !== null,
    outlineVersion: row.outline_version,
    completedOutlineVersion: row.completed_outline_version,
    enrolledAt: row.enrolled_at,
    withdrawnAt: row.withdrawn_at,
    exemptedAt: row.exempted_at,
    lastViewedLesson: row.last_viewed_lesson,
    due: due(row),
    lessons: row.lessons.map(lessonState),
    missing: row.missing,
  };
}

function due(row: Row): CourseProgressPage["due"] {
  if (row.due_at === null || row.original_due_at === null) return null;
  return {
    at: row.due_at,
    originalAt: row.original_due_at,
    timeZone: row.time_zone,
    overdue: row.overdue === true,
  };
}

function lessonState(tuple: LessonTuple): LessonState {
  const [id, title, section, position, required, first, last, completed, dueAt, retired, instead] =
    tuple;
  return {
    id,
    title,
    section,
    position,
    required,
    viewed: first !== null,
    firstViewedAt: instant(first),
    lastViewedAt: instant(last),
    completedAt: instant(completed),
    dueAt: instant(dueAt),
    retiredAt: instant(retired),
    replacedBy: instead,
  };
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
