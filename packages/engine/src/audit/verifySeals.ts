import { call } from "../call.ts";
import type { Queryable, Scope } from "../types.ts";

interface Row {
  seals: number;
  sealed: string;
  unsealed: string;
  finding_count: string;
  last_hash: string | null;
  finding: SealFindingKind | null;
  seal_no: number | null;
  place: number | null;
  event_no: string | null;
  learner: string | null;
  course: string | null;
  attempt: number | null;
  lesson: string | null;
  stored: string | null;
  recorded: string | null;
}

export type SealFindingKind =
  | "seal missing"
  | "seal altered"
  | "completion missing"
  | "completion altered"
  | "completion inserted"
  | "completion sealed twice"
  | "completion differs from the ledger";

/** Something that the seals do not bear out, with whose it is as far as that can be told. */
export interface SealFinding {
  readonly finding: SealFindingKind;
  readonly seal: number | null;
  /** Which completion of the seal, from 1. */
  readonly place: number | null;
  /** The number of the ledger's entry. */
  readonly entry: string | null;
  readonly learner: string | null;
  readonly course: string | null;
  readonly attempt: number | null;
  /** Null of a whole course that was completed. */
  readonly lesson: string | null;
  /** The instant that everybody reads, where it differs from the ledger's. */
  readonly stored: string | null;
  /** The ledger's instant. */
  readonly recorded: string | null;
}

export interface SealReport {
  readonly seals: number;
  readonly sealedCompletions: number;
  /** Completions since the last seal: nothing vouches for them yet. */
  readonly unsealedCompletions: number;
  /** Of the last seal, in hex: kept elsewhere, it vouches for all of them. */
  readonly lastHash: string | null;
  /** All of them, while `findings` holds at most the first 1,000. */
  readonly findingCount: number;
  /** In the order of the seals. */
  readonly findings: SealFinding[];
}

/**
 * Holds every completion of a tenant against its seals, and what everybody reads against the
 * ledger. What was altered, removed or inserted with the guards off is named; a chain that was
 * made anew from its beginning is found by its last hash alone, so keep one elsewhere.
 *
 * Needs a connection that may do more than the application role.
 *
 * @throws {@link MilepostError} `tenant_not_found`
 */
export async function verifySeals(
  db: Queryable,
  { tenant = "default" }: Pick<Scope, "tenant"> = {},
): Promise<SealReport> {
  const rows = await call<Row>(db, "verify_seals", [tenant]);
  const [first] = rows;
  return {
    seals: first?.seals ?? 0,
    sealedCompletions: Number(first?.sealed ?? 0),
    unsealedCompletions: Number(first?.unsealed ?? 0),
    lastHash: first?.last_hash ?? null,
    findingCount: Number(first?.finding_count ?? 0),
    findings: rows.flatMap((row) => {
      const { finding, seal_no: seal, place, event_no: entry } = row;
      if (finding === null) return [];
      const { learner, course, attempt, lesson, stored, recorded } = row;
      return [{ finding, seal, place, entry, learner, course, attempt, lesson, stored, recorded }];
    }),
  };
}
