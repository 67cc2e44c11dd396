import { callOne } from "./callOne.ts";
import { dueParameter } from "./dueParameter.ts";
import { type EnrollmentRow, enrollment } from "./enrollment.ts";
import type { Due, Enrollment, Queryable, Scope } from "./types.ts";

/** Which course to take again, and on what terms. */
export interface RetakeInput {
  readonly course: string;
  readonly learner: string;
  /** When the new attempt begins; now when omitted. */
  readonly at?: Date | undefined;
  readonly due?: Due | null | undefined;
  readonly source?: string | undefined;
  /** Also while the current attempt is open: it is left incomplete. */
  readonly force?: boolean | undefined;
}

/**
 * Opens the learner's next attempt and makes it current; nothing of the one before is touched.
 *
 * @throws {@link MilepostError} `attempt_open`, `course_not_found`, `learner_not_found`,
 * `enrollment_not_found`, `time_zone_unknown`, `due_out_of_range`
 */
export async function retake(
  db: Queryable,
  { course, learner, at, due, source, force = false }: RetakeInput,
  { tenant = "default", now, actor }: Scope = {},
): Promise<Enrollment> {
  const row = await callOne<EnrollmentRow>(
    db,
    "retake_course",
    [
      tenant,
      course,
      learner,
      force,
      at ?? null,
      dueParameter(due),
      source ?? null,
      actor ?? null,
      now ?? null,
    ],
    { course, learner },
  );
  return enrollment(row);
}
