import { call } from "../call.ts";
import { type FeedRow, feedEntryOf } from "../feedEntryOf.ts";
import type { FeedEntry, Queryable, Scope } from "../types.ts";
import { webhookNumber } from "./webhookNumber.ts";

/**
 * The events that failed to arrive at a webhook and are to be sent again now, those first that have
 * waited longest. As the feed has them now: an erased learner is in none of them.
 *
 * @param limit - most events to answer
 */
export async function listDueDeliveries(
  db: Queryable,
  { webhook, limit }: { webhook: string; limit: number },
  { tenant = "default", now }: Scope = {},
): Promise<FeedEntry[]> {
  const values = [tenant, webhookNumber(webhook), limit, now ?? null];
  const rows = await call<FeedRow>(db, "due_deliveries", values, { webhook });
  return rows.map(feedEntryOf);
}
