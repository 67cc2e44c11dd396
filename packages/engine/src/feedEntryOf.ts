import { encodeCursor } from "./cursor.ts";
import { type LedgerRow, ledgerEntryOf } from "./ledgerEntryOf.ts";
import type { FeedEntry } from "./types.ts";

/** An entry of the feed as the SQL functions answer it. */
export type FeedRow = LedgerRow & {
  feed_no: string;
  learner: string | null;
  course: string | null;
};

/** The entry of the feed in a row that has one. */
export function feedEntryOf(row: FeedRow): FeedEntry {
  return {
    ...ledgerEntryOf(row),
    cursor: encodeCursor([row.feed_no]),
    position: Number(row.feed_no),
    learner: row.learner,
    course: row.course,
  };
}
