import { callOne } from "./callOne.ts";
import { type EnrollmentRow, enrollment } from "./enrollment.ts";
import type { Enrollment, Outcome, Queryable, Scope } from "./types.ts";

/**
 * Takes the exemption of the learner's current attempt back, with the reason on record: the attempt
 * is then in the state that its facts say. One that is not exempt stays as it is.
 *
 * @throws {@link MilepostError} `reason_required`, `course_not_found`, `learner_not_found`,
 * `enrollment_not_found`
 */
export async function reinstate(
  db: Queryable,
  { course, learner, reason }: { course: string; learner: string; reason: string },
  { tenant = "default", now, actor }: Scope = {},
): Promise<Enrollment & { outcome: Outcome }> {
  const row = await callOne<EnrollmentRow & { status: Outcome }>(
    db,
    "leave_course",
    [tenant, course, learner, "reinstated", reason ?? null, null, actor ?? null, now ?? null],
    { course, learner },
  );
  return { ...enrollment(row), outcome: row.status };
}
