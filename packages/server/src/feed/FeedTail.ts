import { setTimeout as sleep } from "node:timers/promises";
import { type FeedEntry, type FeedPage, type Queryable, readFeed } from "@milepost/engine";
import type { Logger } from "pino";

/** A place in a feed, by its number and by its cursor. */
export type FeedPlace = Pick<FeedPage, "position" | "next">;

/** Told every entry of a tail, in order, a page at a time, and where the feed has come to. */
export type Follower = (entries: readonly FeedEntry[], place: FeedPlace) => void;

export interface FeedTailOptions {
  readonly tenant: string;
  /** From where on it reads. */
  readonly from: FeedPlace;
  /** How long a commit of another server goes unnoticed at most. */
  readonly pollMs: number;
  readonly logger: Logger | undefined;
}

const atOnce = 500;
/** From one read to the next: under load what is committed meanwhile is read together. */
const gatherMs = 20;

/**
 * The end of one tenant's feed, read once for all who follow it. It reads on while it is followed:
 * at once when it is poked, and every `pollMs` for what other servers and SQL clients committed.
 */
export class FeedTail {
  readonly #db: Queryable;
  readonly #options: FeedTailOptions;
  readonly #followers = new Set<Follower>();
  #place: FeedPlace;
  #readAt = 0;
  #isPoked = false;
  #isReading = false;
  #wake = () => {};

  constructor(db: Queryable, options: FeedTailOptions) {
    this.#db = db;
    this.#options = options;
    this.#place = options.from;
  }

  /** How far it has come: a follower added now is told what comes after it. */
  get place(): FeedPlace {
    return this.#place;
  }

  get isFollowed(): boolean {
    return this.#followers.size > 0;
  }

  /** Adds a follower; the function that takes it away again. */
  add(follower: Follower): () => void {
    this.#followers.add(follower);
    if (!this.#isReading) void this.#read();
    return () => {
      this.#followers.delete(follower);
      if (!this.isFollowed) this.poke();
    };
  }

  /** Something may have been committed. */
  poke(): void {
    this.#isPoked = true;
    this.#wake();
  }

  async #read(): Promise<void> {
    this.#isReading = true;
    while (this.isFollowed) {
      this.#isPoked = false;
      const hasMore = await this.#readPage();
      if (!hasMore) await this.#pause();
    }
    this.#isReading = false;
  }

  async #readPage(): Promise<boolean> {
    const { tenant, logger } = this.#options;
    this.#readAt = performance.now();
    try {
      const request = { after: this.#place.next, limit: atOnce };
      const { items, position, next, hasMore } = await readFeed(this.#db, request, { tenant });
      this.#place = { position, next };
      if (items.length > 0) for (const tell of this.#followers) tell(items, this.#place);
      return hasMore;
    } catch (err) {
      // Whoever follows is told later, and nothing is skipped: the place stands.
      logger?.warn({ err, tenant }, "the feed could not be read");
      return false;
    }
  }

  async #pause(): Promise<void> {
    if (!this.#isPoked) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, this.#options.pollMs);
        timer.unref();
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = () => {};
    }
    const rest = this.#readAt + gatherMs - performance.now();
    if (rest > 0 && this.isFollowed) await sleep(rest);
  }
}
