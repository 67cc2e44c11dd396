import { createHash, randomBytes } from "node:crypto";
import { callOne } from "./callOne.ts";
import type { Queryable, Scope } from "./types.ts";

/**
 * What a program may do: `service` writes facts for any learner, `administrator` reads and manages.
 */
export type KeyRole = "service" | "administrator";

/** What a new key is for. */
export interface ApiKeyInput {
  /** What tells the key apart for people, 1–255 characters. */
  readonly name: string;
  readonly role: KeyRole;
  /** Never, when omitted. */
  readonly expiresAt?: Date | undefined;
}

/** A new key. `key` is shown this once and stored nowhere. */
export interface ApiKeyCreated {
  readonly id: string;
  readonly key: string;
  readonly createdAt: Date;
}

/** SHA-256 of a key: what is stored of it, and looked up by. */
export function hashApiKey(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}

/**
 * Makes an API key of 256 random bits. Needs a connection that may do more than the application
 * role.
 *
 * @throws {@link MilepostError} `text_out_of_range`, `tenant_not_found`
 */
export async function createApiKey(
  db: Queryable,
  { name, role, expiresAt }: ApiKeyInput,
  { tenant = "default", now }: Scope = {},
): Promise<ApiKeyCreated> {
  const key = `mp_${randomBytes(32).toString("base64url")}`;
  const row = await callOne<{ key_id: string; created_at: Date }>(db, "create_api_key", [
    tenant,
    name,
    role,
    hashApiKey(key),
    key.slice(0, 9),
    expiresAt ?? null,
    now ?? null,
  ]);
  return { id: row.key_id, key, createdAt: row.created_at };
}
