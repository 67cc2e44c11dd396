import { recordFact } from "./recordFact.ts";
import type { FactAnswer, FactInput, Queryable, Scope } from "./types.ts";

/**
 * Records that a learner completed a lesson, and so viewed it. The first completion wins, so
 * retries and second tabs are harmless: they answer `unchanged` with the first time.
 *
 * @throws {@link MilepostError} `lesson_not_found`, `enrollment_required`, `time_out_of_range`,
 * `id_out_of_range`
 */
export function completeLesson(
  db: Queryable,
  fact: FactInput,
  scope: Scope & { source?: string | undefined } = {},
): Promise<FactAnswer> {
  return recordFact(db, "lesson.completed", fact, scope);
}
