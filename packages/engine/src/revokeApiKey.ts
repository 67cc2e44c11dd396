import { callOne } from "./callOne.ts";
import { MilepostError } from "./MilepostError.ts";
import type { Queryable, Scope } from "./types.ts";

/**
 * Revokes a key by its id; a second call answers the first time.
 *
 * @returns when it was revoked
 * @throws {@link MilepostError} `key_not_found`
 */
export async function revokeApiKey(
  db: Queryable,
  { id }: { id: string },
  { tenant = "default", now }: Scope = {},
): Promise<Date> {
  if (!/^\d{1,18}$/.test(id)) throw new MilepostError("key_not_found", { id });
  const values = [tenant, id, now ?? null];
  const row = await callOne<{ revoke_api_key: Date }>(db, "revoke_api_key", values, { id });
  return row.revoke_api_key;
}
