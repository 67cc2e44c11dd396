import { expect } from "vitest";
import type { TestDatabase } from "../../../../tests/support/useDatabase.ts";
import { recountAllAttempts } from "../../src/recountAllAttempts.ts";

/**
 * Recounts whatever edits have left to do in a tenant: every attempt has to be stored, in each of
 * its columns, as it was shown before.
 */
export async function expectRecountKeeps(
  { app, superuser }: TestDatabase,
  tenant: string,
): Promise<void> {
  const attempts = async (columns: string) => {
    const { rows } = await superuser.query(
      `select ${columns} from milepost.enrollment e join milepost.tenant t using (tenant_id)
       where t.name = $1 order by e.enrollment_id`,
      [tenant],
    );
    return rows;
  };
  const shown = await attempts("to_jsonb(milepost.caught_up(e)) as attempt");
  await recountAllAttempts(app, { limit: 2 }, { tenant });
  expect(await attempts("to_jsonb(e) as attempt")).toEqual(shown);
  const { rows } = await superuser.query(
    `select r.* from milepost.recount r join milepost.tenant t using (tenant_id)
     where t.name = $1`,
    [tenant],
  );
  expect(rows).toEqual([]);
}
