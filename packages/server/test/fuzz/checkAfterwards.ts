import { doctor, listTenants, sealAllCompletions, verifySeals } from "@milepost/engine";
import type pg from "pg";
import { tenantSnapshot } from "./tenantSnapshot.ts";

export interface Afterwards {
  /** Stored numbers that the facts do not bear out, over all tenants. */
  readonly differences: number;
  readonly sealFindings: number;
  /** Any byte of the tenant in which nobody called. */
  readonly otherTenantChanged: boolean;
}

/** What all the requests have done to the database. */
export async function checkAfterwards(superuser: pg.Pool, before: string): Promise<Afterwards> {
  // First: sealing writes to every tenant.
  const otherTenantChanged = (await tenantSnapshot(superuser, "bystander")) !== before;
  let differences = 0;
  let sealFindings = 0;
  for (const { name: tenant } of await listTenants(superuser)) {
    differences += (await doctor(superuser, {}, { tenant })).differenceCount;
    await sealAllCompletions(superuser, {}, { tenant });
    sealFindings += (await verifySeals(superuser, { tenant })).findingCount;
  }
  return { differences, sealFindings, otherTenantChanged };
}
