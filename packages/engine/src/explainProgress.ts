import { callOne } from "./callOne.ts";
import { percentage } from "./percentage.ts";
import type { Explanation, Queryable, Scope } from "./types.ts";

interface Item {
  lesson: string;
  title: string;
  completedAt: string | null;
  counts: boolean;
  reason: "optional" | "retired" | "added-later";
}

interface Row {
  attempt: number;
  outline_version: number;
  progress_percentage: string | null;
  items: Item[];
}

/**
 * Why the percentage is what it is, lesson by lesson: what counts and is done, what counts, what is
 * missing, and what is done and counts for nothing.
 *
 * @throws {@link MilepostError} `course_not_found`, `learner_not_found`, `enrollment_not_found`
 */
export async function explainProgress(
  db: Queryable,
  input: { learner: string; course: string; attempt?: number | undefined },
  { tenant = "default" }: Scope = {},
): Promise<Explanation> {
  const { learner, course, attempt } = input;
  const values = [tenant, learner, course, attempt ?? null];
  const row = await callOne<Row>(db, "explain_progress", values, { learner, course });

  const named = ({ lesson, title }: Item) => ({ lesson, title });
  const done = row.items.flatMap((item) =>
    item.completedAt === null ? [] : [{ ...item, completedAt: new Date(item.completedAt) }],
  );
  const counting = row.items.filter((item) => item.counts);
  return {
    learner,
    course,
    attempt: row.attempt,
    outlineVersion: row.outline_version,
    progressPercentage: percentage(row.progress_percentage),
    numerator: done
      .filter((item) => item.counts)
      .map(({ lesson, title, completedAt }) => ({ lesson, title, completedAt })),
    denominator: counting.map(named),
    missing: counting.filter((item) => item.completedAt === null).map(named),
    notCounted: done
      .filter((item) => !item.counts)
      .map(({ lesson, title, completedAt, reason }) => ({ lesson, title, completedAt, reason })),
  };
}
