import { call } from "./call.ts";
import type { DoctorReport, Queryable, Scope } from "./types.ts";

interface Row {
  attempts: string;
  difference_count: string;
  course: string | null;
  learner: string | null;
  attempt: number | null;
  lesson: string | null;
  name: string | null;
  stored: string | null;
  derived: string | null;
  repaired: boolean;
}

/**
 * Derives every stored number of a tenant again from the facts, set-based, and names each that
 * differs. With `repair` it mends them in the same transaction, with a record of before and after
 * in the ledger; a completion that the facts do not bear out is immutable, and only reported.
 *
 * Needs a connection that may do more than the application role.
 *
 * @throws {@link MilepostError} `tenant_not_found`
 */
export async function doctor(
  db: Queryable,
  { repair = false }: { repair?: boolean } = {},
  { tenant = "default", now, actor }: Scope = {},
): Promise<DoctorReport> {
  const rows = await call<Row>(db, "doctor", [tenant, repair, actor ?? null, now ?? null]);
  return {
    attempts: Number(rows[0]?.attempts ?? 0),
    differenceCount: Number(rows[0]?.difference_count ?? 0),
    differences: rows.flatMap(({ name, course, learner, attempt, lesson, ...numbers }) => {
      if (name === null) return [];
      const { stored, derived, repaired } = numbers;
      return [{ course, learner, attempt, lesson, column: name, stored, derived, repaired }];
    }),
  };
}
