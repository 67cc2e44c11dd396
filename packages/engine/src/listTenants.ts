import { call } from "./call.ts";
import type { Tenant } from "./readTenant.ts";
import type { Queryable } from "./types.ts";

interface Row {
  name: string;
  time_zone: string;
}

/**
 * Every tenant, by name. Needs a connection that may do more than the application role, to which
 * there is one at a time.
 */
export async function listTenants(db: Queryable): Promise<Tenant[]> {
  const rows = await call<Row>(db, "list_tenants", []);
  return rows.map(({ name, time_zone: timeZone }) => ({ name, timeZone }));
}
