import { call } from "./call.ts";
import type { Queryable, Scope } from "./types.ts";

/** Stores the answer of a claimed Idempotency-Key, in the transaction of the act it answers. */
export async function keepIdempotentAnswer(
  db: Queryable,
  { key, status, body }: { key: string; status: number; body: string },
  { tenant = "default" }: Scope = {},
): Promise<void> {
  await call(db, "keep_idempotent_answer", [tenant, key, status, body]);
}
