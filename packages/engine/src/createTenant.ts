import { callOne } from "./callOne.ts";
import type { Queryable } from "./types.ts";

/**
 * Opens a tenant. Its name never changes: it is part of every learner's bucket.
 *
 * @param timeZone - IANA zone in which deadlines without one are read
 * @throws {@link MilepostError} `tenant_exists`, `id_out_of_range`, `time_zone_unknown`
 */
export async function createTenant(
  db: Queryable,
  { tenant, timeZone = "UTC" }: { tenant: string; timeZone?: string },
  { now }: { now?: Date | undefined } = {},
): Promise<void> {
  await callOne(db, "create_tenant", [tenant, timeZone, now ?? null], { tenant });
}
