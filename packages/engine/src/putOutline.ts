import { callOne } from "./callOne.ts";
import { outline, type StoredOutline } from "./outline.ts";
import type { OutlineChange, OutlineInput, OutlineSaved, Queryable, Scope } from "./types.ts";

/**
 * Makes the given outline the course's, whole and in order. Lessons are told apart by id: new ones
 * are added, missing ones retired, the rest moved or renamed. From the commit on every reader sees
 * every attempt counted by it. A course of `recountAtOnce` attempts at most is stored so in the
 * same transaction; the attempts of a larger one follow by {@link recountAttempts}, so that no
 * learner's write waits for them. An identical outline changes nothing.
 *
 * @throws {@link MilepostError} `lesson_of_another_course`, `lesson_repeated`,
 * `outline_version_mismatch`, `outline_too_large`, `replacement_not_found`, `id_out_of_range`,
 * `text_out_of_range`, `time_out_of_range`, `tenant_not_found`
 */
export async function putOutline(
  db: Queryable,
  { course, title, enrollment, lessons, ifVersion, replacedBy, recountAtOnce }: OutlineInput,
  { tenant = "default", now, actor }: Scope = {},
): Promise<OutlineSaved> {
  type Answer = StoredOutline & { created: boolean; change: OutlineChange };
  const row = await callOne<{ put_outline: Answer }>(
    db,
    "put_outline",
    [
      tenant,
      course,
      title,
      enrollment ?? null,
      JSON.stringify(lessons),
      replacedBy === undefined ? null : JSON.stringify(replacedBy),
      ifVersion ?? null,
      actor ?? null,
      now ?? null,
      recountAtOnce ?? 1000,
    ],
    { course },
  );
  return outline(row.put_outline);
}
