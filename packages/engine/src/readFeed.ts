import { call } from "./call.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { type FeedRow, feedEntryOf } from "./feedEntryOf.ts";
import { pageLimit } from "./pageLimit.ts";
import { storableText } from "./storableText.ts";
import type { FeedEntry, LedgerEntryType, PageRequest, Queryable, Scope } from "./types.ts";

type Row = FeedRow & { has_more: boolean | null };

export interface FeedRequest extends PageRequest {
  /**
   * `cursor` of the last entry that was taken, or `next` of the page before; `latest` for what is
   * recorded from now on. From the first entry when omitted.
   */
  readonly after?: string | undefined;
  /** Entries of these types only. */
  readonly types?: readonly LedgerEntryType[] | undefined;
  /** Entries about this learner only; an unknown one has none. */
  readonly learner?: string | undefined;
}

/** A page of the feed. There is always a `next`: the feed goes on. */
export interface FeedPage {
  readonly items: FeedEntry[];
  /**
   * The cursor of the page after it. Where few entries are of the types or of the learner asked
   * for, a page may be short, or empty, and its `next` further on all the same.
   */
  readonly next: string;
  /** How far was looked: the place that `next` names. */
  readonly position: number;
  /** Whether there was more when the page was read. */
  readonly hasMore: boolean;
}

/**
 * The ledger of a tenant in the order of its commits: all that was committed before the call, and
 * each entry once, however many write meanwhile and however long their transactions take. Who goes
 * on from a page's `next`, tomorrow or from another machine, skips nothing and sees nothing twice.
 *
 * It numbers the entries that were committed since the last call, so it writes, and is of no use in
 * a transaction that stays open: whoever reads next waits for that.
 *
 * @throws {@link MilepostError} `tenant_not_found`, `cursor_invalid`, `limit_out_of_range`
 */
export async function readFeed(
  db: Queryable,
  { after, types, learner, ...page }: FeedRequest = {},
  { tenant = "default" }: Scope = {},
): Promise<FeedPage> {
  const limit = pageLimit(page);
  const values = [tenant, positionOf(after), types ?? null, storableText(learner), limit];
  const rows = await call<Row>(db, "read_feed", values, { tenant });
  const last = rows.pop();
  if (last === undefined) throw new Error("milepost.read_feed did not say how far it looked");
  const { feed_no: reached, has_more: hasMore } = last;
  const next = encodeCursor([reached]);
  const items = rows.map(feedEntryOf);
  return { items, next, position: Number(reached), hasMore: hasMore === true };
}

function positionOf(after: string | undefined): string | null {
  if (after === "latest") return null;
  const [position = "0"] = decodeCursor(after, [/^\d{1,18}$/]) ?? [];
  return position;
}
