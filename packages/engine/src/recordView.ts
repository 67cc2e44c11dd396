import { recordFact } from "./recordFact.ts";
import type { FactAnswer, FactInput, Queryable, Scope } from "./types.ts";

/**
 * Records that a learner viewed a lesson: the earliest view stays the first, the latest the last,
 * whatever order they arrive in. A learner who is not enrolled is enrolled by it, unless the course
 * requires enrollment.
 *
 * @throws {@link MilepostError} `lesson_not_found`, `enrollment_required`, `time_out_of_range`,
 * `id_out_of_range`
 */
export function recordView(
  db: Queryable,
  fact: FactInput,
  scope: Scope & { source?: string | undefined } = {},
): Promise<FactAnswer> {
  return recordFact(db, "lesson.viewed", fact, scope);
}
