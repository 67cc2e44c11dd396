import { callOne } from "./callOne.ts";
import type { Queryable, Scope } from "./types.ts";

/**
 * Has the attempts of a large course follow its last outline edit, a piece a call. Housekeeping:
 * what anyone reads or writes is exact without it; reports of the course are slower until its first
 * pass is through. Several callers may do so at once: each takes another quarter of a course.
 *
 * @param limit - most attempts to lock in this call, 1–10,000, so that it stays short; 1,000 when
 * omitted
 * @returns whether there is more to do
 */
export async function recountAttempts(
  db: Queryable,
  { limit = 1_000 }: { limit?: number | undefined } = {},
  { tenant = "default" }: Pick<Scope, "tenant"> = {},
): Promise<boolean> {
  const row = await callOne<{ recount_attempts: boolean }>(db, "recount_attempts", [tenant, limit]);
  return row.recount_attempts;
}
