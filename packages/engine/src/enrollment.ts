import type { Enrollment } from "./types.ts";

/** An enrollment as the SQL functions answer it. */
export interface EnrollmentRow {
  learner: string;
  course: string;
  attempt: number;
  enrolled_at: Date;
  source: string;
  due_at: Date | null;
  original_due_at: Date | null;
  time_zone: string | null;
  withdrawn_at: Date | null;
  exempted_at: Date | null;
}

/** The row as callers see it. */
export function enrollment(row: EnrollmentRow): Enrollment {
  return {
    learner: row.learner,
    course: row.course,
    attempt: row.attempt,
    enrolledAt: row.enrolled_at,
    source: row.source,
    dueAt: row.due_at,
    originalDueAt: row.original_due_at,
    timeZone: row.time_zone,
    withdrawnAt: row.withdrawn_at,
    exemptedAt: row.exempted_at,
  };
}
