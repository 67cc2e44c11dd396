import { callOne } from "./callOne.ts";
import { dueParameter } from "./dueParameter.ts";
import { type EnrollmentRow, enrollment } from "./enrollment.ts";
import { MilepostError } from "./MilepostError.ts";
import type { RefusalCode } from "./refusals.ts";
import type { EnrollInput, EnrollmentSaved, Outcome, Queryable, Scope } from "./types.ts";

interface Row extends EnrollmentRow {
  status: Outcome | "refused";
  code: RefusalCode | null;
  created: boolean;
}

/**
 * Opens the learner's first attempt at a course, or moves the deadline of the current one. An
 * unknown learner is created bare.
 *
 * @throws {@link MilepostError} `course_not_found`, `id_out_of_range`, `time_zone_unknown`,
 * `due_out_of_range`, `time_out_of_range`, `text_out_of_range`
 */
export async function enroll(
  db: Queryable,
  { course, learner, enrolledAt, due, source }: EnrollInput,
  { tenant = "default", now, actor }: Scope = {},
): Promise<EnrollmentSaved> {
  const row = await callOne<Row>(
    db,
    "enroll_learners",
    [
      tenant,
      course,
      [learner],
      enrolledAt ?? null,
      dueParameter(due),
      source ?? null,
      actor ?? null,
      now ?? null,
    ],
    { course, learner },
  );
  if (row.code !== null) throw new MilepostError(row.code, { learner });
  const outcome = row.status === "recorded" ? "recorded" : "unchanged";
  return { ...enrollment(row), created: row.created, outcome };
}
