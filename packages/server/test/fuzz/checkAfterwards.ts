import { doctor, listTenants, sealAllCompletions, verifySeals } from "@milepost/engine";
import type pg from "pg";
import { tenantSnapshot } from "./tenantSnapshot.ts";

export interface Afterwards {
  /** Stored numbers that the facts do not bear out, over all tenants. */
  readonly differences: number;
  readonly sealFindings: number;
  /** Tables with another byte of the tenant in which nobody called. */
  readonly otherTenantChanged: readonly string[];
}

/** What all the requests have done to the database. */
export async function checkAfterwards(
  superuser: pg.Pool,
  before: Readonly<Record<string, string>>,
): Promise<Afterwards> {
  // First: sealing writes to every tenant.
  const after = await tenantSnapshot(superuser, "bystander");
  const otherTenantChanged = Object.keys(after).filter((name) => after[name] !== before[name]);
  let differences = 0;
  let sealFindings = 0;
  for (const { name: tenant } of await listTenants(superuser)) {
    differences += (await doctor(superuser, {}, { tenant })).differenceCount;
    await sealAllCompletions(superuser, {}, { tenant });
    sealFindings += (await verifySeals(superuser, { tenant })).findingCount;
  }
  return { differences, sealFindings, otherTenantChanged };
}
