import { recountAttempts } from "./recountAttempts.ts";
import type { Queryable, Scope } from "./types.ts";

/**
 * {@link recountAttempts}, call after call, until every attempt of a tenant has followed the
 * outline of its course: after an import, or wherever no server runs.
 *
 * @param signal - stops it between two calls
 */
export async function recountAllAttempts(
  db: Queryable,
  { limit, signal }: { limit?: number | undefined; signal?: AbortSignal | undefined } = {},
  scope: Pick<Scope, "tenant"> = {},
): Promise<void> {
  let more = true;
  while (more && !signal?.aborted) more = await recountAttempts(db, { limit }, scope);
}
