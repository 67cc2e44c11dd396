import type { Queryable } from "@milepost/engine";
import type { ProgressLine } from "../terminal/ProgressLine.ts";
import type { ImportJournal } from "./ImportJournal.ts";
import type { RejectsFile } from "./RejectsFile.ts";

/** What all files of one import share. */
export interface ImportRun {
  readonly db: Queryable;
  readonly scope: { readonly tenant: string; readonly actor: string };
  /** Calls that may be under way at once. */
  readonly lanes: number;
  readonly journal: ImportJournal;
  readonly rejects: RejectsFile;
  readonly progress: ProgressLine;
  readonly stop: AbortSignal;
}
