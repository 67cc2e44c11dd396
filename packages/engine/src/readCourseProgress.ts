import { callOne } from "./callOne.ts";
import type { OutlineCache } from "./OutlineCache.ts";
import {
  idOf,
  lessonStates,
  type OutlineAnswer,
  type RecordTuple,
  readOutline,
} from "./pageOutline.ts";
import { percentage } from "./percentage.ts";
import type { CourseProgressPage, Queryable, Scope } from "./types.ts";

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
  last_viewed_lesson_number: number | null;
  records: RecordTuple[] | null;
  missing: string[] | null;
  outline: OutlineAnswer | null;
}

/**
 * Everything a learner's course page shows: course progress, lesson states in outline order, what
 * is missing, the deadline. Of the current attempt, or of the one named.
 *
 * @param outlines - what earlier pages of the course read of its outline, which is half the work of
 *   one: for a host that reads many through a pool
 * @throws {@link MilepostError} `course_not_found`, `learner_not_found`, `enrollment_not_found`
 */
export async function readCourseProgress(
  db: Queryable,
  input: { learner: string; course: string; attempt?: number | undefined },
  { tenant = "default", now }: Scope = {},
  outlines?: OutlineCache,
): Promise<CourseProgressPage> {
  const { learner, course, attempt } = input;
  const known = outlines?.find(tenant, course);
  const row = await callOne<Row>(
    db,
    "course_page",
    [tenant, learner, course, attempt ?? null, now ?? null, known?.version ?? null],
    { learner, course },
  );
  const outline = row.outline === null ? known : readOutline(row.outline_version, row.outline);
  if (outline === undefined) throw new Error("milepost.course_page answered no outline");
  if (outline !== known) outlines?.keep(tenant, course, outline);
  const { states, missing } = lessonStates(outline, row.records ?? []);
  return {
    learner,
    course,
    title: outline.title,
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
    lastViewedLesson: idOf(outline, row.last_viewed_lesson_number),
    due: due(row),
    lessons: states,
    // Of a superseded attempt the database says it: its own outline version decides.
    missing: row.completed_at === null ? (row.missing ?? missing) : [],
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
