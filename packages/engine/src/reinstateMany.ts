import {
  changeExemptions,
  type ExemptionResult,
  type ExemptionsInput,
} from "./changeExemptions.ts";
import type { Queryable, Scope } from "./types.ts";

/**
 * Takes back the exemptions of many current attempts: each is then in the state that its facts say.
 *
 * @throws {@link MilepostError} `reason_required`, `text_out_of_range`, `batch_too_large`
 */
export function reinstateMany(
  db: Queryable,
  input: ExemptionsInput,
  scope: Scope = {},
): Promise<ExemptionResult[]> {
  return changeExemptions(db, "reinstated", input, scope);
}
