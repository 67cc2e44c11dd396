import { call } from "../call.ts";
import type { Queryable, Scope } from "../types.ts";
import { type PathStep, pathsOf } from "./pathsOf.ts";

interface Row {
  seal_no: number;
  leaf_hashes: string[];
  places: number[];
  leaves: string[];
  learners: (string | null)[];
  salts: (string | null)[];
}

/** Whose completions; all that is given has to be so. */
export interface EvidenceRequest {
  readonly learner?: string | undefined;
  readonly course?: string | undefined;
  /** Completed at this instant or later. */
  readonly from?: Date | undefined;
  /** Completed before it. */
  readonly before?: Date | undefined;
}

/** A sealed completion, and all that is needed to see that it is one. */
export interface Evidence {
  readonly seal: number;
  /** Which of the seal's completions, from 1. */
  readonly place: number;
  /** The text that is sealed: a JSON array. */
  readonly leaf: string;
  /** From its hash to the root of the seal, the lowest node first. */
  readonly path: PathStep[];
  /** Null where the learner was erased. */
  readonly learner: string | null;
  /** With the learner's id it gives the mark in the leaf; null where the learner was erased. */
  readonly salt: string | null;
}

/**
 * Sealed completions with their proofs, one seal's after the other's.
 * @throws {@link MilepostError} `tenant_not_found`, `learner_not_found`, `course_not_found`
 */
export async function* readEvidence(
  db: Queryable,
  { learner, course, from, before }: EvidenceRequest,
  { tenant = "default" }: Pick<Scope, "tenant"> = {},
): AsyncGenerator<Evidence[]> {
  const asked = [tenant, learner ?? null, course ?? null, from ?? null, before ?? null];
  const subject = { ...(learner && { learner }), ...(course && { course }) };
  let after = 0;
  while (true) {
    const rows = await call<Row>(db, "read_evidence", [...asked, after], subject);
    for (const row of rows) yield evidenceOf(row);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.seal_no;
  }
}

function evidenceOf(row: Row): Evidence[] {
  const paths = pathsOf(row.leaf_hashes, row.places);
  return row.places.map((place, at) => ({
    seal: row.seal_no,
    place,
    leaf: row.leaves[at] ?? "",
    path: paths.get(place) ?? [],
    learner: row.learners[at] ?? null,
    salt: row.salts[at] ?? null,
  }));
}
