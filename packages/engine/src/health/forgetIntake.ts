import { callOne } from "../callOne.ts";
import type { Queryable, Scope } from "../types.ts";

/**
 * Forgets what {@link noteIntake} counted in hours that began before an instant; how many counts.
 *
 * @throws {@link MilepostError} `tenant_not_found`
 */
export async function forgetIntake(
  db: Queryable,
  { before }: { before: Date },
  { tenant = "default" }: Pick<Scope, "tenant"> = {},
): Promise<number> {
  const row = await callOne<{ forget_intake: string }>(db, "forget_intake", [tenant, before]);
  return Number(row.forget_intake);
}
