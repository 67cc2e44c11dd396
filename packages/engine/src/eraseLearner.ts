import { callOne } from "./callOne.ts";
import type { Queryable, Scope } from "./types.ts";

/** When a learner was erased, and how many completions stay on record without them. */
export interface LearnerErased {
  readonly erasedAt: Date;
  readonly keptCompletions: number;
}

/**
 * Erases the person and keeps the pseudonymous record. The id is unknown afterwards; a later fact
 * with the same id makes a new learner.
 *
 * @throws {@link MilepostError} `learner_not_found`
 */
export async function eraseLearner(
  db: Queryable,
  { learner }: { learner: string },
  { tenant = "default", now, actor }: Scope = {},
): Promise<LearnerErased> {
  const values = [tenant, learner, actor ?? null, now ?? null];
  const row = await callOne<{ erased_at: Date; kept_completions: string }>(
    db,
    "erase_learner",
    values,
    { learner },
  );
  return { erasedAt: row.erased_at, keptCompletions: Number(row.kept_completions) };
}
