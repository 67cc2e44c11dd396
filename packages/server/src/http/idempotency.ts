import { createHash } from "node:crypto";
import { claimIdempotencyKey, keepIdempotentAnswer, type Scope } from "@milepost/engine";
import type pg from "pg";
import type { Caller } from "../auth/Caller.ts";
import { inTransaction } from "../database/inTransaction.ts";
import { isStorable } from "../schemas/text.ts";
import { Problem } from "./Problem.ts";

/** A request that may be repeated without being carried out twice. */
export interface IdempotentRequest {
  readonly key: string;
  /** SHA-256 of all that makes another request another one. */
  readonly hash: Buffer;
}

/** An answer in the bytes that were, or will be, sent. */
export interface SentAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The Idempotency-Key of a request, told apart by learner: they share a tenant and must not meet
 * each other's keys.
 *
 * @throws {@link Problem} `request_invalid` unless the key has 1 to 200 characters
 */
export function idempotentRequest(
  header: string,
  caller: Caller,
  request: { method: string; path: string; body: Uint8Array },
): IdempotentRequest {
  if (!isStorable(header, 1, 200)) {
    const message = "Has to have 1 to 200 characters.";
    throw new Problem("request_invalid", { errors: [{ path: "header.Idempotency-Key", message }] });
  }
  const { method, path, body } = request;
  const { learner } = caller;
  return {
    key: learner === null ? header : sha256(JSON.stringify([learner, header])).toString("hex"),
    hash: sha256(`${method} ${path}\n`, body),
  };
}

/**
 * Carries a request out once: the key, the act and its answer are one transaction, so that there is
 * no moment at which one of them is there without the others. A refused act leaves nothing behind,
 * not even the key. A twin under way makes this one wait for its answer.
 *
 * @throws {@link Problem} `idempotency_key_reused`
 */
export async function answerOnce(
  pool: pg.Pool,
  { key, hash }: IdempotentRequest,
  { scope, act }: { scope: Scope; act: (client: pg.PoolClient) => Promise<SentAnswer> },
): Promise<SentAnswer> {
  return inTransaction(pool, async (client) => {
    const before = await claimIdempotencyKey(client, { key, requestHash: hash }, scope);
    if (before !== null) {
      if (!before.sameRequest) throw new Problem("idempotency_key_reused");
      const { status, body } = before;
      return { status, body, headers: { "idempotent-replayed": "true" } };
    }
    const answer = await act(client);
    await keepIdempotentAnswer(client, { key, status: answer.status, body: answer.body }, scope);
    return answer;
  });
}

function sha256(...parts: (string | Uint8Array)[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}
