import {
  changeExemptions,
  type ExemptionResult,
  type ExemptionsInput,
} from "./changeExemptions.ts";
import type { Queryable, Scope } from "./types.ts";

/**
 * Exempts many current attempts that are still open; one result an attempt, in order. A refused
 * attempt fails alone, and who is exempt already stays so.
 *
 * @throws {@link MilepostError} `reason_required`, `text_out_of_range`, `batch_too_large`
 */
export function exemptMany(
  db: Queryable,
  input: ExemptionsInput,
  scope: Scope = {},
): Promise<ExemptionResult[]> {
  return changeExemptions(db, "exempted", input, scope);
}
