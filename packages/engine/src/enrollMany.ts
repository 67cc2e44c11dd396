import { call } from "./call.ts";
import { dueParameter } from "./dueParameter.ts";
import type { RefusalCode } from "./refusals.ts";
import type { EnrollInput, EnrollManyResult, Outcome, Queryable, Scope } from "./types.ts";

interface Row {
  status: Outcome | "refused";
  code: RefusalCode | null;
  attempt: number;
}

/** {@link EnrollInput} for many learners at once. */
export interface EnrollManyInput extends Omit<EnrollInput, "learner"> {
  /** Up to 10,000 ids. */
  readonly learners: readonly string[];
}

/**
 * {@link enroll} for up to 10,000 learners with the same deadline; one result a learner, in order.
 * A refused learner fails alone.
 *
 * @throws {@link MilepostError} `batch_too_large`, and as enroll does
 */
export async function enrollMany(
  db: Queryable,
  { course, learners, enrolledAt, due, source }: EnrollManyInput,
  { tenant = "default", now, actor }: Scope = {},
): Promise<EnrollManyResult[]> {
  const rows = await call<Row>(
    db,
    "enroll_learners",
    [
      tenant,
      course,
      learners,
      enrolledAt ?? null,
      dueParameter(due),
      source ?? null,
      actor ?? null,
      now ?? null,
    ],
    { course },
  );
  return rows.map(({ status, code, attempt }) =>
    status === "refused" ? { status, code: code ?? "id_out_of_range" } : { status, attempt },
  );
}
