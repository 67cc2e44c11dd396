import { call } from "../call.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { pageLimit } from "../pageLimit.ts";
import type { Page, PageRequest, Queryable, Scope } from "../types.ts";

interface Row {
  seal_no: number;
  leaves: number;
  root: string;
  previous_hash: string | null;
  sealed_at: string;
  hash: string;
}

/** The head of a seal. Hashes are SHA-256 in hex. */
export interface Seal {
  /** From 1, without gaps. */
  readonly seal: number;
  /** How many completions it holds. */
  readonly leaves: number;
  readonly root: string;
  /** Of the seal before; null of the first. */
  readonly previousHash: string | null;
  /** To the microsecond, as it is part of what is hashed. */
  readonly sealedAt: string;
  readonly hash: string;
}

/**
 * The seals of a tenant, the first first.
 * @throws {@link MilepostError} `tenant_not_found`, `cursor_invalid`, `limit_out_of_range`
 */
export async function listSeals(
  db: Queryable,
  page: PageRequest = {},
  { tenant = "default" }: Pick<Scope, "tenant"> = {},
): Promise<Page<Seal>> {
  const limit = pageLimit(page);
  const [after = null] = decodeCursor(page.after, [/^\d{1,9}$/]) ?? [];
  const rows = await call<Row>(db, "list_seals", [tenant, after, limit]);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    items: rows.map((row) => ({
      seal: row.seal_no,
      leaves: row.leaves,
      root: row.root,
      previousHash: row.previous_hash,
      sealedAt: row.sealed_at,
      hash: row.hash,
    })),
    next: last ? encodeCursor([String(last.seal_no)]) : null,
  };
}
