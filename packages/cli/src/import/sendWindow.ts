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
  const sent: Sent[] = [];
  const ofLane: Placed<T>[][] = Array.from({ length: lanes }, () => []);
  const laneOf = new Map<string, number>();
  for (const [at, row] of window.entries()) {
    if (row.fault !== undefined) {
      sent[at] = { row, result: { status: "refused", code: "malformed", reason: row.fault } };
      continue;
    }
    const learner = kind.learnerOf(row.value);
    const lane = laneOf.get(learner) ?? bucketOf(scope.tenant, learner) % lanes;
    laneOf.set(learner, lane);
    ofLane[lane]?.push({ at, value: row.value });
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
