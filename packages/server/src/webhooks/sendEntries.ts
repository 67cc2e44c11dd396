import type { FeedEntry } from "@milepost/engine";
import { messageOf } from "./message.ts";
import type { RoundTools } from "./sendRound.ts";
import type { Attempt } from "./Webhooks.ts";

export interface Entries {
  readonly url: string;
  readonly secrets: readonly Buffer[];
  readonly entries: readonly FeedEntry[];
  /** As `performance.now()` counts: later none begins. */
  readonly beginUntil: number;
}

/** What came of each entry, in their order; undefined of those that were not sent. */
export interface EntriesSent {
  readonly attempts: (Attempt | undefined)[];
  /** The receiver answered 410: it wants nothing more. */
  readonly gone: boolean;
}

/** Entries that are under way at once: so the order at a receiver is near that of the feed. */
const lanes = 8;
/** Where so many fail and none arrives, the receiver is down and the others are spared. */
const enoughFailed = 10;

/** Sends entries in their order, several at once, until there is a reason to stop. */
export async function sendEntries(
  { webhooks, now, ended, cut }: RoundTools,
  { url, secrets, entries, beginUntil }: Entries,
): Promise<EntriesSent> {
  const attempts: (Attempt | undefined)[] = entries.map(() => undefined);
  const counts = { arrived: 0, failed: 0 };
  let gone = false;
  let begun = 0;
  const mayBegin = () =>
    begun < entries.length &&
    !gone &&
    !ended?.aborted &&
    !cut?.aborted &&
    performance.now() < beginUntil &&
    (counts.arrived > 0 || counts.failed < enoughFailed);

  const lane = async () => {
    while (mayBegin()) {
      const i = begun++;
      const entry = entries[i];
      if (entry === undefined) return;
      const at = now?.() ?? new Date();
      try {
        const message = messageOf(entry);
        const attempt = await webhooks.send({ ...message, url, secrets, at, signal: cut });
        attempts[i] = attempt;
        counts[attempt.arrived ? "arrived" : "failed"]++;
        if (attempt.status === 410) gone = true;
      } catch (error) {
        // Broken off: whether it arrived is not known, so it counts as not sent.
        if (!cut?.aborted) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { attempts, gone };
}
