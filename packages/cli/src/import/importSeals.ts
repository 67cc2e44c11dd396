import { importSeal, releaseSeals, type SealLeaf } from "@milepost/engine";
import { exportFiles } from "../export/exportFiles.ts";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import type { ImportRun } from "./ImportRun.ts";
import { openRows } from "./openRows.ts";
import type { RowQueue } from "./RowQueue.ts";
import { type SealLine, sealKind } from "./sealKind.ts";

/** Most completions that a seal holds. */
const mostLeaves = 10_000;

/**
 * Takes over the seals of an export, once all that they hold is here, and seals the rest. The first
 * that does not hold here is listed with why: from there on the chain is this database's own.
 */
export async function importSeals(run: ImportRun, path: string): Promise<void> {
  const file = exportFiles.seals;
  const rows = openRows({ path, kind: sealKind, format: "ndjson", afterLine: 0 });
  const counts = { recorded: 0, unchanged: 0, refused: 0 };
  for (let read = await nextSeal(rows); read !== undefined; read = await nextSeal(rows)) {
    const { line, text, lastLine, ...seal } = read;
    const { outcome, place } = await importSeal(run.db, seal, run.scope);
    const isHere = outcome === "recorded" || outcome === "unchanged";
    counts[isHere ? outcome : "refused"] += 1;
    if (!isHere) {
      const whose = place === null ? "" : `: ${JSON.stringify(seal.leaves[place - 1])}`;
      const reason = `${reasons[outcome]}${whose}`;
      run.rejects.add([{ file, line, code: `seal_${outcome}`, reason, input: text }]);
    }
    run.journal.keep(file, { ...counts, line: lastLine }, run.rejects.bytes);
    if (!isHere) break;
  }
  await releaseSeals(run.db, run.scope);
}

const reasons = {
  not_held: "The tenant has a chain of its own.",
  broken: "The seal does not follow from its completions and the seal before it.",
  not_borne_out: "A completion is not here as it was sealed",
} as const;

interface SealRead {
  readonly seal: number;
  readonly sealedAt: string;
  readonly hash: string;
  readonly leaves: readonly SealLeaf[];
  /** Where its head stands. */
  readonly line: number;
  readonly text: string;
  readonly lastLine: number;
}

async function nextSeal(rows: RowQueue<SealLine>): Promise<SealRead | undefined> {
  const [head] = await rows.take(1);
  if (head === undefined) return undefined;
  if (head.fault !== undefined) throw unreadable(head.line, head.fault);
  if (!("hash" in head.value)) throw unreadable(head.line, "The head of a seal has to stand here.");
  const { leaves: count, ...seal } = head.value;
  if (count > mostLeaves) throw unreadable(head.line, "A seal holds at most 10,000 completions.");
  const taken = await rows.take(count, (line) => "leaf" in line);
  const leaves = taken.map((row) => {
    if (row.fault !== undefined) throw unreadable(row.line, row.fault);
    return row.value as SealLeaf;
  });
  const lastLine = taken.at(-1)?.lastLine ?? head.lastLine;
  if (leaves.length < count) throw unreadable(lastLine, `The seal has ${count} completions.`);
  return { ...seal, leaves, line: head.line, text: head.text, lastLine };
}

function unreadable(line: number, fault: string): CommandError {
  return new CommandError(`Line ${line} of ${exportFiles.seals}: ${fault}`, {
    code: "seals_malformed",
    exitCode: exitCodes.usage,
    hint: "All else of the export is moved in. A file without lines moves in no seals.",
  });
}
