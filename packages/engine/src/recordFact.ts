import { callOne } from "./callOne.ts";
import { MilepostError } from "./MilepostError.ts";
import { percentage } from "./percentage.ts";
import type { RefusalCode } from "./refusals.ts";
import { storableText } from "./storableText.ts";
import type { EventInput, FactAnswer, FactInput, Outcome, Queryable, Scope } from "./types.ts";

interface Row {
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

/** What recordView and completeLesson share: they differ in the type of event alone. */
export async function recordFact(
  db: Queryable,
  type: EventInput["type"],
  { learner, lesson, at, eventId }: FactInput,
  { source, ...scope }: Scope & { source?: string | undefined },
): Promise<FactAnswer> {
  const { tenant = "default", now, actor } = scope;
  const ids = [learner, lesson, eventId].map(storableText);
  const fact = [tenant, ids[0], ids[1], type, at ?? null, ids[2]];
  const values = [...fact, source ?? null, actor ?? null, now ?? null];
  const row = await callOne<Row>(db, "record_fact", values, { learner, lesson });
  if (row.code !== null) throw new MilepostError(row.code, { learner, lesson });
  // Only an event id seen before leaves the learner out of the lesson's course.
  if (row.attempt === null) throw new MilepostError("enrollment_not_found", { learner, lesson });
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
