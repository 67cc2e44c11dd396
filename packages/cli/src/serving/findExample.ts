import {
  exportEnrollments,
  listCourses,
  type Queryable,
  readCourseProgress,
} from "@milepost/engine";

/** Somebody in the middle of a course, for the lines to try. */
export interface Example {
  readonly learner: string;
  readonly course: string;
  /** Required, and not yet complete. */
  readonly lesson: string;
}

/** Looks through a few attempts of a few courses; null where nobody there is under way. */
export async function findExample(db: Queryable): Promise<Example | null> {
  const { items: courses } = await listCourses(db, { limit: 3 });
  for (const { id: course, outlineVersion: newest } of courses) {
    for (let outlineVersion = newest; outlineVersion > 0; outlineVersion--) {
      const { items } = await exportEnrollments(db, { course, outlineVersion, limit: 20 });
      for (const { learner, isCurrent, lastViewedLesson, withdrawnAt } of items) {
        if (!isCurrent || lastViewedLesson === null || withdrawnAt !== null) continue;
        const { missing } = await readCourseProgress(db, { learner, course });
        if (missing[0] !== undefined) return { learner, course, lesson: missing[0] };
      }
    }
  }
  return null;
}
