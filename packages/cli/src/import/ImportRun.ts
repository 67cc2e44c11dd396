import type pg from "pg";
import type { ProgressLine } from "../terminal/ProgressLine.ts";
import type { ImportJournal } from "./ImportJournal.ts";
import type { RejectsFile } from "./RejectsFile.ts";

/** What all files of one import share. */
export interface ImportRun {
  readonly db: pg.Pool;
  /** Whether rows may go by COPY. */
  readonly copies: boolean;
  readonly scope: { readonly tenant: string; readonly actor: string };
  /** Calls that may be under way at once. */
  readonly lanes: number;
  readonly journal: ImportJournal;
  readonly rejects: RejectsFile;
  readonly progress: ProgressLine;
  readonly stop: AbortSignal;
}
