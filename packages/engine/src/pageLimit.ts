import { MilepostError } from "./MilepostError.ts";
import type { PageRequest } from "./types.ts";

/**
 * The row limit of a page, 100 when it names none.
 * @throws {@link MilepostError} `limit_out_of_range`
 */
export function pageLimit({ limit = 100 }: PageRequest): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    throw new MilepostError("limit_out_of_range", { limit: String(limit) });
  }
  return limit;
}
