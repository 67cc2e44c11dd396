import { exportSeal, type Queryable } from "@milepost/engine";
import { collectSeals } from "../audit/collectSeals.ts";
import type { ExportWriter } from "./ExportWriter.ts";

/**
 * Writes the seals of a tenant: of each its head, then a line for every completion in it, so that
 * no line is long. Of an erased learner there is the hash alone.
 *
 * @returns how many seals that were
 */
export async function writeSeals(
  db: Queryable,
  file: ExportWriter,
  { tenant, stopIfAsked }: { tenant: string; stopIfAsked: () => void },
): Promise<number> {
  const seals = await collectSeals(db, tenant);
  for (const seal of seals) {
    const leaves = await exportSeal(db, seal, { tenant });
    await file.write([seal, ...leaves].map((line) => `${JSON.stringify(line)}\n`));
    stopIfAsked();
  }
  return seals.length;
}
