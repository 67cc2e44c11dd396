import { type FeedPage, type Queryable, readFeed } from "@milepost/engine";
import type { Logger } from "pino";
import { Problem } from "../http/Problem.ts";
import { type FeedPlace, FeedTail } from "./FeedTail.ts";
import { type FeedNews, Waiting, type Wanted } from "./Waiting.ts";

/** Whose feed, from where on, and what of it. */
export interface Following extends Wanted {
  readonly tenant: string;
  /** A cursor; from the end of the feed when omitted. */
  readonly after?: string | undefined;
}

export interface FeedHubOptions {
  /** Streams at once; the next one is turned away. */
  readonly streams: number;
  readonly logger?: Logger | undefined;
  /** How long a commit of another server goes unnoticed at most. */
  readonly pollMs?: number | undefined;
  /** After how long a silence a stream says where the feed has come to. */
  readonly quietMs?: number | undefined;
}

const atOnce = 500;

/**
 * Lets many follow the feeds of their tenants, live. Each feed is read once a server, whatever the
 * number of those who follow it, and what waits for each of them is bounded: who takes entries more
 * slowly than they come is let go, and goes on later from where they were.
 */
export class FeedHub {
  readonly #db: Queryable;
  readonly #streams: number;
  readonly #pollMs: number;
  readonly #quietMs: number;
  readonly #logger: Logger | undefined;
  readonly #tails = new Map<string, FeedTail>();
  readonly #closed = new AbortController();
  #open = 0;

  constructor(db: Queryable, options: FeedHubOptions) {
    const { streams, logger, pollMs = 200, quietMs = 15_000 } = options;
    this.#db = db;
    this.#streams = streams;
    this.#logger = logger;
    this.#pollMs = pollMs;
    this.#quietMs = quietMs;
  }

  /** Streams that are open. */
  get open(): number {
    return this.#open;
  }

  /** Something may have been committed for a tenant. */
  poke(tenant: string): void {
    this.#tails.get(tenant)?.poke();
  }

  /** Ends all streams, and begins no more. */
  close(): void {
    this.#closed.abort();
  }

  /**
   * What of a feed was committed after a cursor, and then what is committed from now on, until
   * `signal` says enough or the hub is closed. Whoever stops earlier aborts the signal. The first
   * page has been read when this resolves.
   *
   * @throws {@link Problem} `streams_exhausted`; what {@link readFeed} throws
   */
  async follow(following: Following, signal: AbortSignal): Promise<AsyncGenerator<FeedNews>> {
    if (this.#open >= this.#streams || this.#closed.signal.aborted) {
      throw new Problem("streams_exhausted");
    }
    this.#open++;
    const ended = AbortSignal.any([signal, this.#closed.signal]);
    let isOpen = true;
    const leave = () => {
      if (isOpen) this.#open--;
      isOpen = false;
    };
    try {
      const first = await this.#page(following, following.after ?? "latest");
      if (ended.aborted) leave();
      // A generator that was never asked for anything does not come to its end.
      else ended.addEventListener("abort", leave, { once: true });
      return this.#news(following, first, { ended, leave });
    } catch (error) {
      leave();
      throw error;
    }
  }

  #page({ tenant, types, learner }: Following, after: string): Promise<FeedPage> {
    return readFeed(this.#db, { after, types, learner, limit: atOnce }, { tenant });
  }

  async *#news(
    following: Following,
    first: FeedPage,
    { ended, leave }: { ended: AbortSignal; leave: () => void },
  ): AsyncGenerator<FeedNews> {
    let page = first;
    let unfollow = () => {};
    try {
      yield { entries: page.items, place: page };
      while (page.hasMore && !ended.aborted) {
        page = await this.#page(following, page.next);
        yield { entries: page.items, place: page };
      }
      const tail = this.#tailAt(following.tenant, page);
      const { position: joined } = tail.place;
      const waiting = new Waiting(following, tail.place, ended);
      unfollow = tail.add(waiting.take);
      // The tail tells of what comes after its own place, which may lie behind or ahead.
      while (page.position < joined && !ended.aborted) {
        page = await this.#page(following, page.next);
        yield { entries: page.items, place: page };
      }
      for (;;) {
        const news = await waiting.next(this.#quietMs);
        if (news === undefined) return;
        const { position: known } = page;
        const entries = news.entries.filter(({ position }) => position > known);
        if (news.place.position >= known) yield { entries, place: news.place };
      }
    } finally {
      unfollow();
      leave();
    }
  }

  #tailAt(tenant: string, place: FeedPlace): FeedTail {
    const known = this.#tails.get(tenant);
    if (known?.isFollowed) return known;
    const { position, next } = place;
    const [pollMs, logger] = [this.#pollMs, this.#logger];
    const tail = new FeedTail(this.#db, { tenant, from: { position, next }, pollMs, logger });
    this.#tails.set(tenant, tail);
    return tail;
  }
}
