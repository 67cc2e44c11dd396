import { MilepostError } from "./MilepostError.ts";
import { percentage } from "./percentage.ts";
import type { RefusalCode } from "./refusals.ts";
import type { FactAnswer, FactInput, Outcome } from "./types.ts";

/** What `milepost.record_fact` and `record_facts` say of a fact. */
export interface FactRow {
  status: Outcome | "refused";
  code: RefusalCode | null;
  clamped: boolean;
  lesson_first_viewed_at: Date | null;
  lesson_last_viewed_at: Date | null;
  lesson_completed_at: Date | null;
  course: string;
  attempt: number | null;
  completed_lessons: number;
  total_lessons: number;
  progress_percentage: string | null;
  first_viewed_at: Date | null;
  last_viewed_at: Date | null;
  completed_at: Date | null;
}

/** A row as its answer, or as the refusal that it tells of. */
export function factOfRow(
  row: FactRow,
  { learner, lesson }: Pick<FactInput, "learner" | "lesson">,
): FactAnswer | MilepostError {
  if (row.code !== null) return new MilepostError(row.code, { learner, lesson });
  // Only an event id seen before leaves the learner out of the lesson's course.
  if (row.attempt === null) return new MilepostError("enrollment_not_found", { learner, lesson });
  return {
    status: row.status === "recorded" ? "recorded" : "unchanged",
    clamped: row.clamped,
    lesson: {
      id: lesson,
      viewed: row.lesson_first_viewed_at !== null,
      firstViewedAt: row.lesson_first_viewed_at,
      lastViewedAt: row.lesson_last_viewed_at,
      completedAt: row.lesson_completed_at,
    },
    progress: {
      learner,
      course: row.course,
      attempt: row.attempt,
      completedLessons: row.completed_lessons,
      totalLessons: row.total_lessons,
      progressPercentage: percentage(row.progress_percentage),
      firstViewedAt: row.first_viewed_at,
      lastViewedAt: row.last_viewed_at,
      completedAt: row.completed_at,
      eligibleForCertificate: row.completed_at !== null,
    },
  };
}
