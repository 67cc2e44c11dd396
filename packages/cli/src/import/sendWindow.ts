import { bucketOf } from "@milepost/engine";
import type { Row } from "../files/Row.ts";
import type { ImportKind, ItemResult } from "./ImportKind.ts";
import type { ImportRun } from "./ImportRun.ts";
import { sendInParts } from "./sendInParts.ts";

/** A row and what became of it. */
export interface Sent {
  readonly row: Row<unknown>;
  /** `reason`: of a row that was refused before the database saw it. */
  readonly result: ItemResult & { readonly reason?: string };
}

interface Placed<T> {
  readonly at: number;
  readonly value: T;
}

/**
 * Sends rows, and answers what became of each, in their order. Rows of one learner share a lane and
 * keep their order in it; lanes run side by side and never meet in the database.
 */
export async function sendWindow<T>(
  { db, scope, lanes, copies }: Pick<ImportRun, "db" | "scope" | "lanes" | "copies">,
  kind: ImportKind<T>,
  window: readonly Row<T>[],
): Promise<Sent[]> {
  const sent: Sent[] = window.map((row) => ({ row, result: malformed(row.fault ?? "") }));
  const ofLane: Placed<T>[][] = Array.from({ length: lanes }, () => []);
  for (const [at, { fault, value }] of window.entries()) {
    if (fault !== undefined) continue;
    ofLane[bucketOf(scope.tenant, kind.learnerOf(value)) % lanes]?.push({ at, value });
  }
  const copied = copies ? kind.copied : undefined;
  const most = copied === undefined ? kind.chunk : copied.window;
  const sendLane = async (items: readonly Placed<T>[]) => {
    for (let from = 0; from < items.length; from += most) {
      const chunk = items.slice(from, from + most);
      const values = chunk.map(({ value }) => value);
      const results = await sendInParts(values, (part) => (copied ?? kind).send(db, part, scope));
      for (const [i, { at }] of chunk.entries()) {
        const [row, result] = [window[at], results[i]];
        if (row !== undefined && result !== undefined) sent[at] = { row, result };
      }
    }
  };
  // All of them end before one's failure is told: a lane that still writes would outlive the
  // import.
  const ended = await Promise.allSettled(ofLane.map(sendLane));
  for (const lane of ended) if (lane.status === "rejected") throw lane.reason;
  return sent;
}

function malformed(reason: string): Sent["result"] {
  return { status: "refused", code: "malformed", reason };
}
