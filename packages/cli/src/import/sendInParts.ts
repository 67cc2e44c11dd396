import { MilepostError } from "@milepost/engine";
import pg from "pg";
import type { ItemResult } from "./ImportKind.ts";

/**
 * Sends items in one call. Where the call is refused as a whole, each half is sent alone, down to
 * the item that is to blame: one bad row costs a dozen calls and takes no other row with it.
 *
 * @throws what is no refusal of a row: an outage, a tenant that does not exist
 */
export async function sendInParts<T>(
  items: readonly T[],
  send: (items: readonly T[]) => Promise<readonly ItemResult[]>,
): Promise<readonly ItemResult[]> {
  try {
    return await sendAgain(items, send);
  } catch (error) {
    const code = refusalOfRow(error);
    if (code === undefined) throw error;
    if (items.length === 1) return [{ status: "refused", code }];
    const middle = items.length >> 1;
    const first = await sendInParts(items.slice(0, middle), send);
    return [...first, ...(await sendInParts(items.slice(middle), send))];
  }
}

const retries = 5;
/** Serialization failure and deadlock: the database asks for the same call once more. */
const again = new Set(["40001", "40P01"]);

/** Every call may be repeated: what it did already comes back as unchanged. */
async function sendAgain<T>(
  items: readonly T[],
  send: (items: readonly T[]) => Promise<readonly ItemResult[]>,
): Promise<readonly ItemResult[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send(items);
    } catch (error) {
      const code = error instanceof pg.DatabaseError ? error.code : undefined;
      if (attempt > retries || !again.has(code ?? "")) throw error;
    }
  }
}

const ofTheWholeImport = new Set(["tenant_not_found", "batch_too_large"]);

function refusalOfRow(error: unknown): string | undefined {
  if (error instanceof MilepostError) {
    return ofTheWholeImport.has(error.code) ? undefined : error.code;
  }
  // A value that PostgreSQL does not take, such as a date out of its range (class 22), or the
  // schema does not, such as a reason of ten pages (check_violation).
  const code = error instanceof pg.DatabaseError ? error.code : undefined;
  return code?.startsWith("22") || code === "23514" ? "malformed" : undefined;
}
