import { holdSeals } from "@milepost/engine";
import { exportFiles } from "../export/exportFiles.ts";
import type { ExportFolder } from "../export/findExport.ts";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import { enrollmentKind } from "./enrollmentKind.ts";
import { eventKind } from "./eventKind.ts";
import { groupKind } from "./groupKind.ts";
import type { ImportKind } from "./ImportKind.ts";
import type { ImportRun } from "./ImportRun.ts";
import { importRows, type RowSource } from "./importRows.ts";
import { importSeals } from "./importSeals.ts";
import { learnerKind } from "./learnerKind.ts";
import { membershipKind } from "./membershipKind.ts";
import { openRows } from "./openRows.ts";
import { putExportedOutline } from "./putExportedOutline.ts";
import type { RowQueue } from "./RowQueue.ts";
import { type ExportedOutline, outlineKind } from "./readExportedOutline.ts";
import { outOfStep } from "./reasonOf.ts";
import { settleLastViews } from "./settleLastViews.ts";

/**
 * Moves an export in as history went: an outline version, the attempts opened under it, the
 * completions recorded under it, then the next version. So every attempt is counted, completed and
 * frozen against the version it was where it comes from. The three files are read in step, in
 * bounded memory.
 *
 * Run again it goes through the same steps; what is there already stays.
 */
export async function importExport(run: ImportRun, { format, files }: ExportFolder): Promise<void> {
  const open = <T>(file: string, kind: ImportKind<T>): RowSource<T> => {
    const afterLine = run.journal.progressOf(file).line;
    const path = files[file] ?? "";
    return { file, kind, rows: openRows({ path, kind, format: formatOfName(file), afterLine }) };
  };
  await holdSeals(run.db, run.scope);
  await importRows(run, open(exportFiles.learners, learnerKind));
  await importRows(run, open(exportFiles.groups, groupKind));
  await importRows(run, open(exportFiles.memberships, membershipKind));

  const outlines = openRows({
    path: files[exportFiles.outlines] ?? "",
    kind: outlineKind,
    format: "ndjson",
    afterLine: run.journal.progressOf(exportFiles.outlines).line,
  });
  const enrollments = open(exportFiles.enrollments, enrollmentKind());
  const events = open(exportFiles.events[format], eventKind);
  for (;;) {
    const [row] = await outlines.take(1);
    if (row === undefined) break;
    if (row.fault !== undefined) throw faultyOutline(row.line, row.fault);
    const { course, outlineVersion } = row.value;
    const outcome = await putExportedOutline(run.db, row.value, run.scope);
    const belongs = (item: Place) =>
      item.course === course && item.outlineVersion === outlineVersion;
    await importRows(run, { ...enrollments, belongs });
    await importRows(run, { ...events, belongs });
    if (await isLastOf(course, outlines)) {
      const isView = (item: Place) => item.course === course && item.outlineVersion === undefined;
      await importRows(run, { ...events, belongs: isView });
    }
    keepOutline(run, row.line, outcome);
  }
  await importRows(run, refusing(enrollments));
  await importRows(run, refusing(events));
  await settleLastViews(run, files[exportFiles.enrollments] ?? "");
  await importSeals(run, files[exportFiles.seals] ?? "");
}

/** Where a row stands in the history of its course. */
interface Place {
  readonly course?: string | undefined;
  readonly outlineVersion?: number | undefined;
}

const formatOfName = (name: string) => (name.endsWith(".csv") ? "csv" : "ndjson");

async function isLastOf(course: string, outlines: RowQueue<ExportedOutline>): Promise<boolean> {
  const next = await outlines.peek();
  return next?.value?.course !== course;
}

/**
 * Only now is the version behind us: put alone, a killed run would leave its rows without a turn.
 */
function keepOutline(run: ImportRun, line: number, outcome: "recorded" | "unchanged"): void {
  const before = run.journal.progressOf(exportFiles.outlines);
  const counts = { ...before, [outcome]: before[outcome] + 1 };
  run.journal.keep(exportFiles.outlines, { ...counts, line }, run.rejects.bytes);
}

/**
 * What no outline took: listed, so that a file somebody has re-sorted does not lose rows in
 * silence.
 */
function refusing<T>(source: RowSource<T>): RowSource<T> {
  const send: ImportKind<T>["send"] = (_, items) =>
    Promise.resolve(items.map(() => ({ status: "refused", code: outOfStep })));
  const { copied: _, ...kind } = source.kind;
  return { ...source, kind: { ...kind, send } };
}

function faultyOutline(line: number, fault: string): CommandError {
  return new CommandError(`Line ${line} of ${exportFiles.outlines}: ${fault}`, {
    code: "outline_malformed",
    exitCode: exitCodes.usage,
    hint: "What stands in the other files belongs to an outline, so the import ends here.",
  });
}
