import { stopped } from "../terminal/stopped.ts";
import type { ImportKind } from "./ImportKind.ts";
import type { ImportRun } from "./ImportRun.ts";
import type { RowQueue } from "./RowQueue.ts";
import { reasonOf } from "./reasonOf.ts";
import { type Sent, sendWindow } from "./sendWindow.ts";

export interface RowSource<T> {
  /** Name in the journal and in the list of refused lines. */
  readonly file: string;
  readonly rows: RowQueue<T>;
  readonly kind: ImportKind<T>;
  /** Where the rows to take end; all of them when omitted. */
  readonly belongs?: (value: T) => boolean;
}

/**
 * Imports rows window by window: reads one while the one before is being written. After each the
 * refused lines are listed and the journal says how far it came, so memory holds two windows at
 * most.
 *
 * @throws {@link CommandError} once it is to stop, after the window under way is committed and kept
 */
export async function importRows<T>(run: ImportRun, source: RowSource<T>): Promise<void> {
  const copied = run.copies ? source.kind.copied : undefined;
  const size = copied?.window ?? source.kind.chunk * run.lanes;
  let next = source.rows.take(size, source.belongs);
  for (let window = await next; window.length > 0; window = await next) {
    next = source.rows.take(size, source.belongs);
    // Awaited below at the latest; until then a broken file is no unhandled rejection.
    next.catch(() => {});
    keep(run, source.file, await sendWindow(run, source.kind, window));
    if (run.stop.aborted) {
      const { line } = run.journal.progressOf(source.file);
      throw stopped(
        `Stopped after line ${line} of ${source.file}; everything up to there is committed.`,
        "Run the same command again: it goes on from there.",
      );
    }
  }
}

function keep(run: ImportRun, file: string, sent: readonly Sent[]): void {
  const before = run.journal.progressOf(file);
  const { recorded, unchanged, refused } = before;
  const counts = { recorded, unchanged, refused };
  for (const { result } of sent) counts[result.status] += 1;
  run.rejects.add(
    sent.flatMap(({ row, result }) => {
      if (result.status !== "refused") return [];
      const reason = result.reason ?? reasonOf(result.code);
      return [{ file, line: row.line, code: result.code, reason, input: row.text }];
    }),
  );
  const last = sent.at(-1)?.row;
  run.journal.keep(file, { ...counts, line: last?.lastLine ?? before.line }, run.rejects.bytes);
  run.progress.advance(sent.length, { file, end: last?.end ?? 0 });
}
