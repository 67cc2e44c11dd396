import { call } from "./call.ts";
import type { Queryable, Scope } from "./types.ts";

/** The answer a key was given before. */
export interface IdempotentAnswer {
  readonly status: number;
  readonly body: string;
  /** False when the key was used for another request. */
  readonly sameRequest: boolean;
}

/**
 * Takes an Idempotency-Key for the transaction that `db` is in; a twin under way makes it wait.
 *
 * @returns null when the key is ours now, else the answer given before
 */
export async function claimIdempotencyKey(
  db: Queryable,
  { key, requestHash }: { key: string; requestHash: Buffer },
  { tenant = "default", now }: Scope = {},
): Promise<IdempotentAnswer | null> {
  const rows = await call<{ status: number; body: string; same_request: boolean }>(
    db,
    "claim_idempotency_key",
    [tenant, key, requestHash, now ?? null],
  );
  const [row] = rows;
  return row ? { status: row.status, body: row.body, sameRequest: row.same_request } : null;
}
