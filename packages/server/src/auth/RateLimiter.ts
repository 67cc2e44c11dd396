import { hash } from "node:crypto";
import { type Queryable, takeRequests } from "@milepost/engine";
import { Problem } from "../http/Problem.ts";
import type { Caller } from "./Caller.ts";

/** Requests a minute; 0 for any number. */
export interface Rates {
  /** Of each API key. */
  readonly key: number;
  /** Of each person, as their token names them. */
  readonly person: number;
}

interface Minute {
  readonly startsAt: number;
  /** Requests that may pass before the database is asked again. */
  left: number;
  /** Those that passed and were not counted there yet. */
  uncounted: number;
  isSpent: boolean;
  asking: Promise<void> | undefined;
}

interface Limited {
  readonly credential: string;
  readonly tenant: string;
  readonly limit: number;
}

const minuteMs = 60_000;
const holdersKept = 100_000;

/**
 * Lets each caller make so many requests a minute, over all servers. A server counts by itself and
 * tells the database of every twentieth of the limit: most people never cost a statement, who is
 * turned away costs none, and all together let through the limit and a twentieth a server at most.
 */
export class RateLimiter {
  readonly #db: Queryable;
  readonly #rates: Rates;
  readonly #now: () => Date;
  readonly #minutes = new Map<string, Minute>();

  constructor(db: Queryable, rates: Rates, now: () => Date) {
    this.#db = db;
    this.#rates = rates;
    this.#now = now;
  }

  /**
   * Undefined where nothing limits the caller.
   * @throws {@link Problem} `rate_limited`, until the next minute
   */
  take({ credential, tenant }: Pick<Caller, "credential" | "tenant">): Promise<void> | undefined {
    if (credential === null) return undefined;
    const limit = credential.startsWith("key ") ? this.#rates.key : this.#rates.person;
    return limit === 0 ? undefined : this.#takeOne({ credential, tenant, limit });
  }

  async #takeOne({ credential, tenant, limit }: Limited): Promise<void> {
    const name = `${tenant} ${credential}`;
    const share = Math.ceil(limit / 20);
    for (;;) {
      const minute = this.#minuteOf(name, share);
      if (minute.left > 0) {
        minute.left--;
        return;
      }
      if (minute.isSpent) throw this.#refusal(minute);
      minute.asking ??= this.#ask(minute, { credential, tenant, limit, share });
      await minute.asking;
    }
  }

  #minuteOf(name: string, share: number): Minute {
    const now = this.#now().getTime();
    const startsAt = now - (now % minuteMs);
    const known = this.#minutes.get(name);
    if (known !== undefined && known.startsAt >= startsAt) return known;
    const [oldest] = this.#minutes.size < holdersKept ? [] : this.#minutes.keys();
    if (oldest !== undefined) this.#minutes.delete(oldest);
    const begun = {
      startsAt,
      left: share,
      uncounted: share,
      isSpent: false,
      asking: undefined,
    };
    this.#minutes.delete(name);
    this.#minutes.set(name, begun);
    return begun;
  }

  async #ask(
    minute: Minute,
    { credential, tenant, limit, share }: Limited & { share: number },
  ): Promise<void> {
    try {
      const count = minute.uncounted + share;
      const window = new Date(minute.startsAt);
      // Nobody's own id: a person's stands in the learner table alone.
      const holder = credential.startsWith("key ") ? credential : hash("sha256", credential);
      const got = await takeRequests(this.#db, { holder, window, limit, count }, { tenant });
      minute.left = Math.max(0, got - minute.uncounted);
      minute.uncounted = 0;
      minute.isSpent = minute.left === 0;
    } finally {
      minute.asking = undefined;
    }
  }

  #refusal({ startsAt }: Minute): Problem {
    const seconds = Math.ceil((startsAt + minuteMs - this.#now().getTime()) / 1_000);
    return new Problem("rate_limited", {
      headers: { "retry-after": String(Math.max(1, seconds)) },
    });
  }
}
