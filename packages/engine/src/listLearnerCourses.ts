import { call } from "./call.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { pageLimit } from "./pageLimit.ts";
import { percentage } from "./percentage.ts";
import type {
  CourseProgress,
  CourseProgressPage,
  Page,
  PageRequest,
  Queryable,
  Scope,
} from "./types.ts";

interface Row {
  course: string;
  title: string;
  attempt: number;
  completed_lessons: number;
  total_lessons: number;
  progress_percentage: string | null;
  first_viewed_at: Date | null;
  last_viewed_at: Date | null;
  completed_at: Date | null;
  enrolled_at: Date;
  withdrawn_at: Date | null;
  exempted_at: Date | null;
  due_at: Date | null;
  original_due_at: Date | null;
  time_zone: string | null;
  overdue: boolean | null;
  active_at: Date;
  cursor_id: string;
}

/** The current attempt of a learner at one of their courses. */
export interface LearnerCourse extends CourseProgress {
  readonly title: string;
  readonly enrolledAt: Date;
  readonly withdrawnAt: Date | null;
  readonly exemptedAt: Date | null;
  readonly due: CourseProgressPage["due"];
}

/**
 * All current attempts of a learner, newest activity first: their last view, or their enrollment
 * while there is none.
 *
 * @throws {@link MilepostError} `learner_not_found`, `cursor_invalid`, `limit_out_of_range`
 */
export async function listLearnerCourses(
  db: Queryable,
  { learner, ...page }: { learner: string } & PageRequest,
  { tenant = "default", now }: Scope = {},
): Promise<Page<LearnerCourse>> {
  const limit = pageLimit(page);
  const [before = null, id = null] = decodeCursor(page.after, ["instant", /^\d{1,18}$/]) ?? [];
  const values = [tenant, learner, before, id, limit, now ?? null];
  const rows = await call<Row>(db, "learner_courses", values, { learner });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    items: rows.map((row) => learnerCourse(learner, row)),
    next: last ? encodeCursor([last.active_at.toISOString(), last.cursor_id]) : null,
  };
}

/** As `toISOString()` wrote it: `Date` also reads 30 February, on which PostgreSQL fails. */
function learnerCourse(learner: string, row: Row): LearnerCourse {
  const { due_at: at, original_due_at: originalAt } = row;
  return {
    learner,
    course: row.course,
    title: row.title,
    attempt: row.attempt,
    completedLessons: row.completed_lessons,
    totalLessons: row.total_lessons,
    progressPercentage: percentage(row.progress_percentage),
    firstViewedAt: row.first_viewed_at,
    lastViewedAt: row.last_viewed_at,
    completedAt: row.completed_at,
    eligibleForCertificate: row.completed_at !== null,
    enrolledAt: row.enrolled_at,
    withdrawnAt: row.withdrawn_at,
    exemptedAt: row.exempted_at,
    due:
      at === null || originalAt === null
        ? null
        : { at, originalAt, timeZone: row.time_zone, overdue: row.overdue === true },
  };
}
