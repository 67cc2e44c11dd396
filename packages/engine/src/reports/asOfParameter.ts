import { MilepostError } from "../MilepostError.ts";
import type { Scope } from "../types.ts";
import type { AsOfFilter } from "./reportHead.ts";

/**
 * The instant that a report is asked for, or null for now.
 *
 * @throws {@link MilepostError} `time_out_of_range` for one that is still to come: what will be
 * known then can't be told
 */
export function asOfParameter({ asOf }: AsOfFilter, { now = new Date() }: Scope): Date | null {
  if (asOf === undefined) return null;
  // The comparison as it stands lets an invalid date through to be refused as well.
  if (!(asOf <= now)) {
    throw new MilepostError("time_out_of_range", { asOf: String(asOf.toJSON()) });
  }
  return asOf;
}
