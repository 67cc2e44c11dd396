import { bucketOf } from "@milepost/engine";
import type { Row } from "../files/Row.ts";
import type { ImportKind, ItemResult } from "./ImportKind.ts";
import type { ImportRun } from "./ImportRun.ts";
import type { RowQueue } from "./RowQueue.ts";
import { reasonOf } from "./reasonOf.ts";
import { sendInParts } from "./sendInParts.ts";

export interface RowSource<T> {
  /** Name in the journal and in the list of refused lines. */
  readonly file: string;
  readonly rows: RowQueue<T>;
  readonly kind: ImportKind<T>;
  /** Where the rows to take end; all of them when omitted. */
  readonly belongs?: (value: T) => boolean;
}

interface Sent {
  readonly row: Row<unknown>;
  readonly result: ItemResult & { readonly reason?: string };
}

/**
 * Imports rows window by window: reads one while the one before is being written. After each the refused
 * lines are listed and the journal says how far it came, so memory holds two windows at most.
 *
 * @throws the signal's reason once it is aborted, after the window under way is committed and kept
 */
export async function importRows<T>(run: ImportRun, source: RowSource<T>): Promise<void> {
  const size = source.kind.chunk * run.lanes;
  let next = source.rows.take(size, source.belongs);
  for (let window = await next; window.length > 0; window = await next) {
    next = source.rows.take(size, source.belongs);
    // Awaited below at the latest; until then a broken file is no unhandled rejection.
    next.catch(() => {});
    keep(run, source.file, await sendWindow(run, source.kind, window));
    run.stop.throwIfAborted();
  }
}

/** Rows of one learner share a lane, in their order; lanes run side by side and never meet. */
async function sendWindow<T>(
  { db, scope, lanes }: ImportRun,
  kind: ImportKind<T>,
  window: readonly Row<T>[],
): Promise<Sent[]> {
  const sent: Sent[] = window.map((row) => ({ row, result: malformed(row.fault ?? "") }));
  const ofLane: { at: number; value: T }[][] = Array.from({ length: lanes }, () => []);
  for (const [at, { fault, value }] of window.entries()) {
    if (fault !== undefined) continue;
    ofLane[bucketOf(scope.tenant, kind.learnerOf(value)) % lanes]?.push({ at, value });
  }
  const send = async (items: readonly { at: number; value: T }[]) => {
    for (let from = 0; from < items.length; from += kind.chunk) {
      const chunk = items.slice(from, from + kind.chunk);
      const values = chunk.map(({ value }) => value);
      const results = await sendInParts(values, (part) => kind.send(db, part, scope));
      for (const [i, { at }] of chunk.entries()) {
        const row = window[at];
        const result = results[i];
        if (row !== undefined && result !== undefined) sent[at] = { row, result };
      }
    }
  };
  // All of them end before one's failure is told: a lane that still writes would outlive the import.
  const ended = await Promise.allSettled(ofLane.map(send));
  for (const lane of ended) if (lane.status === "rejected") throw lane.reason;
  return sent;
}

function malformed(reason: string): Sent["result"] {
  return { status: "refused", code: "malformed", reason };
}

function keep(run: ImportRun, file: string, sent: readonly Sent[]): void {
  const before = run.journal.progressOf(file);
  const counts = {
    recorded: before.recorded,
    unchanged: before.unchanged,
    refused: before.refused,
  };
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
  run.progress.advance(sent.length, last?.end ?? 0);
}
