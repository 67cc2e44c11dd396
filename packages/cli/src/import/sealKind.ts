import type { Seal, SealLeaf } from "@milepost/engine";
import { FieldFault, FieldReader } from "../files/FieldReader.ts";
import type { Fields } from "../files/readCsv.ts";
import type { RowKind } from "../files/readRows.ts";

type SealHead = Pick<Seal, "seal" | "leaves" | "sealedAt" | "hash">;

/** A line of `seals.ndjson`: the head of a seal, or one of the completions in it. */
export type SealLine = SealHead | SealLeaf;

const heads: ReadonlySet<string> = new Set([
  "seal",
  "leaves",
  "root",
  "previousHash",
  "sealedAt",
  "hash",
]);
const leaves: ReadonlySet<string> = new Set([
  "leaf",
  "learner",
  "salt",
  "course",
  "attempt",
  "lesson",
]);

/** How `seals.ndjson` is read. */
export const sealKind: RowKind<SealLine> = {
  fields: [],
  required: [],
  read: (given) => ("leaf" in given ? readLeaf(given) : readHead(given)),
};

function readHead(given: Fields): SealHead {
  const fields = new FieldReader(given, heads);
  const instant = fields.requiredText("sealedAt");
  // Not read as an instant, which has no microseconds here.
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(instant)) {
    throw new FieldFault('"sealedAt" has to be an instant in UTC, to the microsecond.');
  }
  return {
    seal: fields.integer("seal", 1) ?? fields.missing("seal"),
    leaves: fields.integer("leaves", 1) ?? fields.missing("leaves"),
    sealedAt: instant,
    hash: hashOf(fields, "hash"),
  };
}

function readLeaf(given: Fields): SealLeaf {
  const fields = new FieldReader(given, leaves);
  return {
    leaf: hashOf(fields, "leaf"),
    learner: fields.text("learner") ?? null,
    salt: fields.text("salt") ?? null,
    course: fields.text("course") ?? null,
    attempt: fields.integer("attempt", 1) ?? null,
    lesson: fields.text("lesson") ?? null,
  };
}

function hashOf(fields: FieldReader, name: string): string {
  const hash = fields.requiredText(name);
  if (/^[0-9a-f]{64}$/.test(hash)) return hash;
  throw new FieldFault(`"${name}" has to be a SHA-256 in hex.`);
}
