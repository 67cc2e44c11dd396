import { call } from "./call.ts";
import { hashApiKey, type KeyRole } from "./createApiKey.ts";
import type { Queryable } from "./types.ts";

/** Whose key it is and what it may do. */
export interface KeyHolder {
  readonly id: string;
  readonly tenant: string;
  readonly role: KeyRole;
  readonly name: string;
}

/** The holder of an API key; null when it is unknown, expired or revoked. */
export async function findApiKey(
  db: Queryable,
  { key }: { key: string },
  { now }: { now?: Date | undefined } = {},
): Promise<KeyHolder | null> {
  const rows = await call<{ key_id: string; tenant: string; role: KeyRole; name: string }>(
    db,
    "find_api_key",
    [hashApiKey(key), now ?? null],
  );
  const [row] = rows;
  return row ? { id: row.key_id, tenant: row.tenant, role: row.role, name: row.name } : null;
}
