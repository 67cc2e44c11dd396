import { call } from "../call.ts";
import type { Queryable, Scope } from "../types.ts";
import type { SealLeaf } from "./moveSeals.ts";

interface Row {
  leaf_hash: string;
  learner: string | null;
  salt: string | null;
  course: string | null;
  attempt: number | null;
  lesson: string | null;
}

/**
 * The completions of one seal in order, up to 10,000: what {@link importSeal} takes.
 * @throws {@link MilepostError} `tenant_not_found`
 */
export async function exportSeal(
  db: Queryable,
  { seal }: { seal: number },
  { tenant = "default" }: Pick<Scope, "tenant"> = {},
): Promise<SealLeaf[]> {
  const rows = await call<Row>(db, "export_seal", [tenant, seal]);
  return rows.map(({ leaf_hash: leaf, ...whose }) => ({ leaf, ...whose }));
}
