import { callOne } from "./callOne.ts";
import { type EnrollmentRow, enrollment } from "./enrollment.ts";
import type { Enrollment, Outcome, Queryable, Scope } from "./types.ts";

/**
 * Withdraws the learner's current attempt. It leaves to-do lists and stays in history; facts that
 * arrive afterwards are still recorded on it. A second call changes nothing.
 *
 * @param at - when it happened; now when omitted
 * @throws {@link MilepostError} `course_not_found`, `learner_not_found`, `enrollment_not_found`
 */
export async function withdraw(
  db: Queryable,
  input: { course: string; learner: string; reason?: string | undefined; at?: Date | undefined },
  { tenant = "default", now, actor }: Scope = {},
): Promise<Enrollment & { outcome: Outcome }> {
  const { course, learner, reason, at } = input;
  const row = await callOne<EnrollmentRow & { status: Outcome }>(
    db,
    "leave_course",
    [tenant, course, learner, "withdrawn", reason ?? null, at ?? null, actor ?? null, now ?? null],
    { course, learner },
  );
  return { ...enrollment(row), outcome: row.status };
}
