import {
  type ActResult,
  type ActRow,
  type ActTerms,
  type AttemptId,
  actResult,
} from "./actResult.ts";
import { call } from "./call.ts";
import type { Queryable, Scope } from "./types.ts";

export interface ExemptionsInput extends ActTerms {
  /** Up to 10,000 attempts. */
  readonly attempts: readonly AttemptId[];
}

/** Null where the attempt is not exempt. */
export type ExemptionResult = ActResult<{ readonly exemptedAt: Date | null }>;

interface Row extends ActRow {
  exempted_at: Date | null;
}

/** What exempting many and reinstating many have in common; as they refuse. */
export async function changeExemptions(
  db: Queryable,
  kind: "exempted" | "reinstated",
  { attempts, reason, preview = false }: ExemptionsInput,
  { tenant = "default", now, actor }: Scope,
): Promise<ExemptionResult[]> {
  const items = JSON.stringify(attempts);
  const rows = await call<Row>(db, "change_exemptions", [
    tenant,
    kind,
    items,
    reason ?? null,
    preview,
    actor ?? null,
    now ?? null,
  ]);
  return rows.map((row) => actResult(row, { exemptedAt: row.exempted_at }));
}
