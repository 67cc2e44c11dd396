import { callOne } from "./callOne.ts";
import { type EnrollmentRow, enrollment } from "./enrollment.ts";
import type { Enrollment, Outcome, Queryable, Scope } from "./types.ts";

/**
 * Exempts the learner's current attempt, with the reason on record. A second call changes nothing.
 *
 * @param at - when it happened; now when omitted
 * @throws {@link MilepostError} `reason_required`, `course_not_found`, `learner_not_found`,
 * `enrollment_not_found`
 */
export async function exempt(
  db: Queryable,
  input: { course: string; learner: string; reason: string; at?: Date | undefined },
  { tenant = "default", now, actor }: Scope = {},
): Promise<Enrollment & { outcome: Outcome }> {
  const { course, learner, reason, at } = input;
  const row = await callOne<EnrollmentRow & { status: Outcome }>(
    db,
    "leave_course",
    [tenant, course, learner, "exempted", reason ?? null, at ?? null, actor ?? null, now ?? null],
    { course, learner },
  );
  return { ...enrollment(row), outcome: row.status };
}
