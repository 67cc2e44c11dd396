import { doctor, sealAllCompletions, verifySeals } from "@milepost/engine";
import type pg from "pg";

export interface Findings {
  /** Acknowledged completions that the ledger does not hold. */
  readonly lost: number;
  /** Completions that it holds more than once. */
  readonly duplicated: number;
  /** What the doctor found. */
  readonly differences: number;
  /** What the verification of the seals found. */
  readonly sealFindings: number;
}

/** What is wrong with the default tenant after a fault: all of it zero, where nothing is. */
export async function countFindings(
  db: pg.Pool,
  acknowledged: readonly (readonly [learner: string, lesson: string])[],
): Promise<Findings> {
  const { rows } = await db.query<{ learner: string; lesson: string; times: number }>(`
    select r.external_id as learner, l.external_id as lesson, count(*)::int as times
    from milepost.progress_event e
    join milepost.tenant t on t.tenant_id = e.tenant_id and t.name = 'default'
    join milepost.learner r using (bucket, learner_id)
    join milepost.lesson l using (lesson_id)
    where e.type = 'lesson.completed'
    group by 1, 2`);
  const held = new Set(rows.map(({ learner, lesson }) => `${learner} ${lesson}`));
  await sealAllCompletions(db);
  return {
    lost: acknowledged.filter((pair) => !held.has(pair.join(" "))).length,
    duplicated: rows.filter(({ times }) => times > 1).length,
    differences: (await doctor(db)).differences.length,
    sealFindings: (await verifySeals(db)).findings.length,
  };
}
