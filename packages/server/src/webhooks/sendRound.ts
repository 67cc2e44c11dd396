import { randomUUID } from "node:crypto";
import {
  type DueWebhook,
  type FeedEntry,
  type LeasedWebhook,
  leaseWebhook,
  listDueDeliveries,
  type Queryable,
  readFeed,
  settleWebhook,
} from "@milepost/engine";
import { sendEntries } from "./sendEntries.ts";
import { attemptMs, type Webhooks } from "./Webhooks.ts";

/** What rounds are carried out with. */
export interface RoundTools {
  readonly db: Queryable;
  readonly webhooks: Webhooks;
  /** What counts as the present. The database's clock, and ours for signatures, when omitted. */
  readonly now?: (() => Date) | undefined;
  /** Begin no more: what is under way is waited for. */
  readonly ended?: AbortSignal | undefined;
  /** Break off what is under way: it is sent again, under the same id. */
  readonly cut?: AbortSignal | undefined;
}

const leaseSeconds = 60;
/** An attempt that begins by then has ended before the lease has, and 5 seconds to spare. */
const beginMs = leaseSeconds * 1000 - attemptMs - 5_000;
const entriesAtOnce = 100;

/** What is to be sent: first what failed before, then what the feed has next. */
interface Page {
  readonly again: readonly FeedEntry[];
  readonly fresh: readonly FeedEntry[];
  /** How far the feed is dealt with once all of it has been sent. */
  readonly next: string;
}

/**
 * Sends a webhook what is due, up to a hundred events, and keeps what came of it.
 *
 * @returns `skipped` where somebody else is at it, `lost` where it took so long that somebody else
 * has it now, `disabled` where nothing is sent to it any more
 */
export async function sendRound(
  tools: RoundTools,
  { tenant, webhook }: DueWebhook,
): Promise<"sent" | "skipped" | "lost" | "disabled"> {
  const { db, webhooks, now } = tools;
  const lease = randomUUID();
  const beginUntil = performance.now() + beginMs;
  const scope = () => ({ tenant, now: now?.() });
  const leased = await leaseWebhook(db, { webhook, lease, seconds: leaseSeconds }, scope());
  if (leased === null) return "skipped";
  const { again, fresh, next } = await readPage(db, { webhook, leased }, scope());
  const of = { tenant, webhook, version: leased.secretVersion };
  const secrets = webhooks.secretsOf(of, { withFormer: leased.signsWithFormer });
  const entries = [...again, ...fresh];
  const sending = { url: leased.url, secrets, entries, beginUntil };
  const { attempts, gone } = await sendEntries(tools, sending);

  // The feed is dealt with up to the first entry that was not sent: those after it come again.
  const unsent = attempts.findIndex((attempt, i) => i >= again.length && attempt === undefined);
  const end = unsent === -1 ? entries.length : unsent;
  const after =
    end === entries.length ? next : (fresh[end - again.length - 1]?.cursor ?? leased.after);
  const sent = entries.slice(0, end).flatMap((entry, i) => {
    const attempt = attempts[i];
    return attempt === undefined ? [] : [{ entry, ...attempt }];
  });
  const arrived = sent.filter((each) => each.arrived).map(({ entry }) => entry);
  const failed = sent.flatMap(({ entry, status, error }) =>
    error === null ? [] : [{ entry, status, error }],
  );
  const round = { webhook, lease, after, arrived, failed, gone };
  const { settled, disabledReason } = await settleWebhook(db, round, scope());
  if (!settled) return "lost";
  return disabledReason === null ? "sent" : "disabled";
}

async function readPage(
  db: Queryable,
  { webhook, leased }: { webhook: string; leased: LeasedWebhook },
  scope: { tenant: string; now: Date | undefined },
): Promise<Page> {
  const { after, types, room } = leased;
  const again = await listDueDeliveries(db, { webhook, limit: entriesAtOnce }, scope);
  const limit = Math.min(room, entriesAtOnce - again.length);
  if (limit <= 0) return { again, fresh: [], next: after };
  const feed = await readFeed(db, { after, types: types ?? undefined, limit }, scope);
  return { again, fresh: feed.items, next: feed.next };
}
