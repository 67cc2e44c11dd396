import type { FeedEntry, LedgerEntryType } from "@milepost/engine";
import type { FeedPlace, Follower } from "./FeedTail.ts";

/** What of a feed somebody wants. */
export interface Wanted {
  readonly types?: readonly LedgerEntryType[] | undefined;
  /** Entries about this learner only. */
  readonly learner?: string | undefined;
}

/** Entries that came, and where the feed had come to. None where nothing came for a while. */
export interface FeedNews {
  readonly entries: readonly FeedEntry[];
  readonly place: FeedPlace;
}

const most = 5_000;

/** What one follower of a feed has been told and has not taken yet. */
export class Waiting {
  readonly #wanted: Wanted;
  readonly #signal: AbortSignal;
  #entries: FeedEntry[] = [];
  #place: FeedPlace;
  #isOver = false;
  #wake = () => {};

  /** @param signal - ends the wait for more */
  constructor(wanted: Wanted, place: FeedPlace, signal: AbortSignal) {
    this.#wanted = wanted;
    this.#place = place;
    this.#signal = signal;
    signal.addEventListener("abort", () => this.#wake(), { once: true });
  }

  /** Adds to what waits. More than it keeps ends it: its follower is too slow. */
  readonly take: Follower = (entries, place) => {
    const { types, learner } = this.#wanted;
    this.#place = place;
    for (const entry of entries) {
      if (types !== undefined && !types.includes(entry.type)) continue;
      if (learner !== undefined && entry.learner !== learner) continue;
      this.#entries.push(entry);
    }
    if (this.#entries.length > most) this.#isOver = true;
    if (this.#entries.length > 0) this.#wake();
  };

  /** What waits, once there is some or `quietMs` have passed; undefined at the end. */
  async next(quietMs: number): Promise<FeedNews | undefined> {
    if (this.#entries.length === 0 && !this.#signal.aborted) await this.#wait(quietMs);
    if (this.#isOver || this.#signal.aborted) return undefined;
    const entries = this.#entries;
    this.#entries = [];
    return { entries, place: this.#place };
  }

  async #wait(quietMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, quietMs);
      timer.unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => {};
  }
}
