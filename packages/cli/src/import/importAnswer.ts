import type { Answer } from "../terminal/Answer.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import type { ImportJournal } from "./ImportJournal.ts";
import type { RejectsFile } from "./RejectsFile.ts";

interface Finished {
  readonly input: string;
  readonly tenant: string;
  readonly files: Readonly<Record<string, string>>;
  readonly journal: ImportJournal;
  readonly rejects: RejectsFile;
  readonly continued: boolean;
  /** Rows of this run alone; the counts are of the runs before it, too. */
  readonly rows: number;
  readonly seconds: number;
}

/** What an import did, file by file. Exit 1 where a line was refused. */
export function importAnswer(finished: Finished): Answer {
  const { input, tenant, files, journal, rejects, continued, rows, seconds } = finished;
  const counts = Object.keys(files).map((file) => ({ file, ...journal.progressOf(file) }));
  const refused = counts.reduce((sum, one) => sum + one.refused, 0);
  const rowsPerSecond = Math.round(rows / seconds);
  const document = {
    input,
    tenant,
    continued,
    files: counts.map(({ line: _, ...count }) => count),
    refused,
    rejects: refused > 0 ? rejects.path : null,
    rows,
    seconds: Number(seconds.toFixed(3)),
    rowsPerSecond,
  };
  const lines = counts.map(
    (one) =>
      `${one.file}: ${number(one.recorded)} recorded, ${number(one.unchanged)} unchanged, ` +
      `${number(one.refused)} refused`,
  );
  const time = `${number(rows)} rows in ${seconds.toFixed(1)} s`;
  const list = refused > 0 ? [`The refused lines and why: ${rejects.path}`] : [];
  return {
    document,
    text: [...lines, `${time}, ${number(rowsPerSecond)} a second`, ...list].join("\n"),
    exitCode: refused > 0 ? exitCodes.findings : exitCodes.ok,
  };
}

const number = (value: number): string => value.toLocaleString("en");
