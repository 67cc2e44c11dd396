import { call } from "./call.ts";
import type { Queryable } from "./types.ts";

/**
 * The tenants with outline edits that not all attempts have followed yet, up to 1,000: where a
 * server that starts goes on with {@link recountAttempts}.
 */
export async function listTenantsToRecount(db: Queryable): Promise<string[]> {
  const rows = await call<{ tenant: string }>(db, "tenants_to_recount", []);
  return rows.map(({ tenant }) => tenant);
}
