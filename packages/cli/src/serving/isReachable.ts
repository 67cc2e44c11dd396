import { listApiKeys } from "@milepost/engine";
import type { Config } from "@milepost/server";
import type { Database } from "../database/openDatabase.ts";

/**
 * Whether anybody could get in: it is open, takes tokens, or has an API key that is not revoked.
 */
export async function isReachable({ pool, kind }: Database, { auth }: Config): Promise<boolean> {
  if (auth.mode === "off" || auth.tokens !== undefined) return true;
  // A server's own role may not list keys, and whoever set that up knows of them.
  if (kind === "PostgreSQL") return true;
  return (await listApiKeys(pool)).some(({ revokedAt }) => revokedAt === null);
}
