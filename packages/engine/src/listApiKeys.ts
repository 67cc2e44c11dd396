import { call } from "./call.ts";
import type { KeyRole } from "./createApiKey.ts";
import type { Queryable, Scope } from "./types.ts";

/** A key as it is kept: everything but the key. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly role: KeyRole;
  /** Its first characters. */
  readonly prefix: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

interface Row {
  key_id: string;
  name: string;
  role: KeyRole;
  prefix: string;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
}

/** The keys of a tenant, oldest first, revoked ones too; at most 1,000. */
export async function listApiKeys(
  db: Queryable,
  { tenant = "default" }: Scope = {},
): Promise<ApiKey[]> {
  const rows = await call<Row>(db, "list_api_keys", [tenant]);
  return rows.map((row) => ({
    id: row.key_id,
    name: row.name,
    role: row.role,
    prefix: row.prefix,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  }));
}
