import { callOne } from "./callOne.ts";
import type { Queryable, Scope } from "./types.ts";

/**
 * Forgets the windows of {@link takeRequests} that began before an instant; how many.
 *
 * @throws {@link MilepostError} `tenant_not_found`
 */
export async function forgetRequests(
  db: Queryable,
  { before }: { before: Date },
  { tenant = "default" }: Pick<Scope, "tenant"> = {},
): Promise<number> {
  const row = await callOne<{ forget_requests: string }>(db, "forget_requests", [tenant, before], {
    tenant,
  });
  return Number(row.forget_requests);
}
