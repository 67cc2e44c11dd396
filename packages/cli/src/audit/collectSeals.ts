import { listSeals, type Queryable, type Seal } from "@milepost/engine";
import { pagesOf } from "../export/pagesOf.ts";

/** All seals of a tenant, the first first. */
export async function collectSeals(db: Queryable, tenant: string): Promise<Seal[]> {
  const seals: Seal[] = [];
  for await (const page of pagesOf((page) => listSeals(db, page, { tenant }))) seals.push(...page);
  return seals;
}
