import { callOne } from "../callOne.ts";
import type { Queryable, Scope } from "../types.ts";
import type { Seal } from "./listSeals.ts";

type Tenant = Pick<Scope, "tenant">;

/** A sealed completion by whose it is. All but the hash are null of a learner who was erased. */
export interface SealLeaf {
  /** Its hash, in hex. */
  readonly leaf: string;
  readonly learner: string | null;
  readonly salt: string | null;
  readonly course: string | null;
  readonly attempt: number | null;
  /** Null of a course that was completed. */
  readonly lesson: string | null;
}

/**
 * Before an export is moved in: lets nothing of a tenant be sealed until {@link releaseSeals}, so
 * that its seals come first. Run again it changes nothing.
 *
 * Needs a connection that may do more than the application role, as do the two below.
 *
 * @returns whether seals can be taken over; not where the tenant has completions of its own
 * @throws {@link MilepostError} `tenant_not_found`
 */
export async function holdSeals(
  db: Queryable,
  { tenant = "default" }: Tenant = {},
): Promise<boolean> {
  const row = await callOne<{ hold_seals: boolean }>(db, "hold_seals", [tenant]);
  return row.hold_seals;
}

/** What became of a seal; `place` is the completion, from 1, that is not here as it was sealed. */
export interface SealImported {
  readonly outcome: "recorded" | "unchanged" | "not_held" | "broken" | "not_borne_out";
  readonly place: number | null;
}

/**
 * Takes over a seal whose completions were moved in, in the order of their numbers.
 * @throws {@link MilepostError} `tenant_not_found`
 */
export async function importSeal(
  db: Queryable,
  {
    seal,
    sealedAt,
    hash,
    leaves,
  }: Pick<Seal, "seal" | "sealedAt" | "hash"> & {
    readonly leaves: readonly SealLeaf[];
  },
  { tenant = "default" }: Tenant = {},
): Promise<SealImported> {
  const columns = (["leaf", "learner", "salt", "course", "attempt", "lesson"] as const).map(
    (name) => leaves.map((leaf) => leaf[name]),
  );
  const values = [tenant, seal, sealedAt, hash, ...columns];
  return await callOne<SealImported & { [name: string]: unknown }>(db, "import_seal", values);
}

/**
 * Once all seals are taken over: seals what none of them holds.
 * @returns how many completions that were
 * @throws {@link MilepostError} `tenant_not_found`
 */
export async function releaseSeals(
  db: Queryable,
  { tenant = "default", now }: Pick<Scope, "tenant" | "now"> = {},
): Promise<number> {
  const row = await callOne<{ release_seals: string }>(db, "release_seals", [tenant, now ?? null]);
  return Number(row.release_seals);
}
