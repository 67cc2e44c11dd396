import { callOne } from "./callOne.ts";
import type { Queryable, Scope } from "./types.ts";

/**
 * How many learners of a tenant are erased: whom an export leaves out.
 * @throws {@link MilepostError} `tenant_not_found`
 */
export async function countErasedLearners(
  db: Queryable,
  { tenant = "default" }: Scope = {},
): Promise<number> {
  const row = await callOne<{ count_erased_learners: string }>(db, "count_erased_learners", [
    tenant,
  ]);
  return Number(row.count_erased_learners);
}
