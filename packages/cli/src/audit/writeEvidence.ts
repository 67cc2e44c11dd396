import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Evidence,
  type EvidenceRequest,
  type Queryable,
  readEvidence,
  sealAllCompletions,
} from "@milepost/engine";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import { collectSeals } from "./collectSeals.ts";
import { evidencePack } from "./evidencePack.ts";
import { evidenceTable } from "./evidenceTable.ts";

const verifier = new URL("../../offline/verify.mjs", import.meta.url);

/** Most completions of one pack: it is read as a whole by whoever checks it. */
const mostCompletions = 100_000;

export interface EvidencePackRequest {
  readonly directory: string;
  readonly tenant: string;
  readonly asked: EvidenceRequest;
}

/**
 * Seals what is not sealed yet and writes an evidence pack.
 *
 * @throws {@link CommandError} where the folder is not empty, or it would be over 100,000
 * completions
 */
export async function writeEvidence(
  db: Queryable,
  { directory, tenant, asked }: EvidencePackRequest,
): Promise<{ completions: number; seals: number }> {
  prepare(directory);
  await sealAllCompletions(db, {}, { tenant });
  const completions: Evidence[] = [];
  for await (const some of readEvidence(db, asked, { tenant })) {
    completions.push(...some);
    if (completions.length > mostCompletions) throw tooMany();
  }
  // Read last: a completion's seal is among them.
  const seals = await collectSeals(db, tenant);
  const proofs = {
    format: "milepost-evidence-1",
    tenant,
    asked,
    writtenAt: new Date(),
    seals,
    completions,
  };
  const files: readonly (readonly [name: string, text: string])[] = [
    [evidencePack.table, evidenceTable(completions)],
    [evidencePack.proofs, `${JSON.stringify(proofs, null, 1)}\n`],
    [evidencePack.verifier, readFileSync(verifier, "utf8")],
  ];
  for (const [name, text] of files) writeOwn(join(directory, name), text);
  const sums = files.map(([name, text]) => `${sha256(text)}  ${name}\n`);
  writeOwn(join(directory, evidencePack.sums), sums.join(""));
  return { completions: completions.length, seals: seals.length };
}

function prepare(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (readdirSync(directory).length === 0) return;
  throw new CommandError(`${directory} is not empty.`, {
    code: "folder_not_empty",
    exitCode: exitCodes.usage,
    hint: "Name a folder that is empty, or not there yet.",
  });
}

/** Evidence names people: nobody else of this machine may read it. */
function writeOwn(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 });
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function tooMany(): CommandError {
  return new CommandError(`That is over ${mostCompletions.toLocaleString("en")} completions.`, {
    code: "evidence_too_large",
    exitCode: exitCodes.usage,
    hint: "Narrow it down with --from and --before, and write several packs.",
  });
}
