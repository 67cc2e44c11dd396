import { callOne } from "../callOne.ts";
import type { Queryable, Scope } from "../types.ts";

interface Row {
  seal_no: number | null;
  leaves: number;
  has_more: boolean;
}

export interface Sealed {
  /** The seal that was made; null where there was no completion to seal. */
  readonly seal: number | null;
  /** How many completions it holds, up to 10,000. */
  readonly completions: number;
  /** Whether the feed goes on behind what was looked at. */
  readonly hasMore: boolean;
}

/**
 * Seals the completions among the next 10,000 entries of the feed: from then on {@link verifySeals}
 * finds out whatever is altered about them, whoever alters it. Several callers may do so at once.
 *
 * @throws {@link MilepostError} `tenant_not_found`
 */
export async function sealCompletions(
  db: Queryable,
  { tenant = "default", now }: Pick<Scope, "tenant" | "now"> = {},
): Promise<Sealed> {
  const row = await callOne<Row>(db, "seal_completions", [tenant, 10_000, now ?? null]);
  return { seal: row.seal_no, completions: row.leaves, hasMore: row.has_more };
}

/** Calls {@link sealCompletions} until all is sealed; how many completions were. */
export async function sealAllCompletions(
  db: Queryable,
  { signal }: { signal?: AbortSignal | undefined } = {},
  scope: Pick<Scope, "tenant" | "now"> = {},
): Promise<number> {
  let sealed = 0;
  for (let more = true; more && !signal?.aborted; ) {
    const { completions, hasMore } = await sealCompletions(db, scope);
    sealed += completions;
    more = hasMore;
  }
  return sealed;
}
