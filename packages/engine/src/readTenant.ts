import { callOne } from "./callOne.ts";
import type { Queryable, Scope } from "./types.ts";

/** A tenant as whoever works in it needs to know it. */
export interface Tenant {
  readonly name: string;
  /** IANA name of the zone in which its days begin and end. */
  readonly timeZone: string;
}

/** The tenant itself. @throws {@link MilepostError} `tenant_not_found` */
export async function readTenant(
  db: Queryable,
  { tenant = "default" }: Scope = {},
): Promise<Tenant> {
  const row = await callOne<{ name: string; time_zone: string }>(db, "read_tenant", [tenant]);
  return { name: row.name, timeZone: row.time_zone };
}
