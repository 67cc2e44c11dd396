import type { TestDatabase } from "../../../../tests/support/useDatabase.ts";
import { doctor } from "../../src/doctor.ts";
import type { Difference } from "../../src/types.ts";

/** What doctor finds in a tenant: nothing, if the engine is right. */
export async function differences(
  database: TestDatabase,
  { tenant = "default" }: { tenant?: string } = {},
): Promise<Difference[]> {
  return (await doctor(database.superuser, {}, { tenant })).differences;
}
