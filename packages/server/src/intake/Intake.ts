import {
  type IntakeCount,
  lagBin,
  MilepostError,
  noteIntake,
  type Outcome,
  type Queryable,
} from "@milepost/engine";
import type { Logger } from "pino";
import type { Caller } from "../auth/Caller.ts";

/** What was answered of one fact or enrollment. */
export interface Told {
  readonly status: Outcome | "refused";
  readonly code?: string | undefined;
  readonly clamped?: boolean | undefined;
  /** When the fact occurred; left out of what has no lag, such as an enrollment. */
  readonly occurredAt?: Date | undefined;
}

export interface IntakeOptions {
  /** Milliseconds from the first outcome that waits to its being noted; 5,000 when omitted. */
  readonly everyMs?: number | undefined;
  /** Counts that wait at once; what would begin another one is not counted. 10,000 when omitted. */
  readonly waiting?: number | undefined;
  readonly now?: (() => Date) | undefined;
  readonly logger?: Logger | undefined;
}

type Count = { -readonly [key in keyof IntakeCount]: IntakeCount[key] } & { lags: number[] };
type Counts = Map<string, Count>;

/** What one statement takes. */
const countsAtOnce = 1_000;

/**
 * Counts what becomes of facts and enrollments by where they came from, and notes it in the
 * database every few seconds: no request costs a statement more. What was counted since is lost
 * where a server dies, and shows in reports once it is noted.
 */
export class Intake {
  readonly #db: Queryable;
  readonly #everyMs: number;
  readonly #limit: number;
  readonly #now: () => Date;
  readonly #logger: Logger | undefined;
  /** By tenant, and in it by source, outcome and code. */
  #tenants = new Map<string, Counts>();
  #waiting = 0;
  #lost = 0;
  #timer: NodeJS.Timeout | undefined;
  #noting: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(db: Queryable, options: IntakeOptions = {}) {
    this.#db = db;
    this.#everyMs = options.everyMs ?? 5_000;
    this.#limit = options.waiting ?? 10_000;
    this.#now = options.now ?? (() => new Date());
    this.#logger = options.logger;
  }

  /** Counts that wait to be noted. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Counts what a caller was answered. */
  count({ tenant, source }: Pick<Caller, "tenant" | "source">, told: Iterable<Told>): void {
    const now = this.#now();
    let count: Count | undefined;
    for (const one of told) {
      const outcome = one.status;
      const code = one.code ?? null;
      // Of a batch most came to the same as the one before, and are not looked up.
      if (count?.outcome !== outcome || count.code !== code) {
        count = this.#countOf(tenant, { source, outcome, code }, now);
      }
      if (count !== undefined) add(count, one, now);
    }
    this.#startTimer();
  }

  /** Notes what waits, after what is being noted. Never rejects: what can't be noted waits on. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#noting = this.#noting.then(() => this.#note());
    return this.#noting;
  }

  /** Notes what waits for the last time. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.flush();
  }

  #startTimer(): void {
    if (this.#waiting === 0 || this.#timer !== undefined || this.#isClosed) return;
    this.#timer = setTimeout(() => void this.flush(), this.#everyMs);
    this.#timer.unref();
  }

  #countOf(
    tenant: string,
    { source, outcome, code }: Pick<Count, "source" | "outcome" | "code">,
    lastAt: Date,
  ): Count | undefined {
    const counts: Counts = this.#tenants.get(tenant) ?? new Map();
    const key = `${outcome} ${code ?? ""} ${source}`;
    const known = counts.get(key);
    if (known !== undefined) return known;
    if (this.#waiting >= this.#limit) {
      this.#lost++;
      return undefined;
    }
    this.#tenants.set(tenant, counts);
    const none = { n: 0, clamped: 0, lastAt, lastOccurredAt: null, lags: [] };
    const count = { source, outcome, code, ...none };
    counts.set(key, count);
    this.#waiting++;
    return count;
  }

  async #note(): Promise<void> {
    const taken = this.#tenants;
    this.#tenants = new Map();
    this.#waiting = 0;
    if (this.#lost > 0) {
      const lost = this.#lost;
      this.#logger?.warn({ lost, limit: this.#limit }, "too many counts of data health wait");
      this.#lost = 0;
    }
    for (const [tenant, counts] of taken) {
      const all = [...counts.values()];
      for (let from = 0; from < all.length; from += countsAtOnce) {
        await this.#noteSome(tenant, all.slice(from, from + countsAtOnce));
      }
    }
    this.#startTimer();
  }

  async #noteSome(tenant: string, counts: readonly Count[]): Promise<void> {
    try {
      await noteIntake(this.#db, { counts }, { tenant });
    } catch (err) {
      this.#logger?.warn({ err, tenant }, "counts of data health could not be noted");
      // Refused, they would be for ever: there is no such tenant.
      if (err instanceof MilepostError) return;
      for (const count of counts) {
        const waiting = this.#countOf(tenant, count, count.lastAt);
        if (waiting !== undefined) merge(waiting, count);
      }
    }
  }
}

function add(count: Count, { status, clamped, occurredAt }: Told, now: Date): void {
  count.n++;
  count.lastAt = now;
  if (clamped) count.clamped++;
  if (occurredAt === undefined || status === "refused") return;
  // Told ahead of its time, it counts as of now, as it is recorded.
  const at = occurredAt > now ? now : occurredAt;
  count.lastOccurredAt = later(count.lastOccurredAt, at);
  // How late it is told once more says nothing of how late it was told.
  if (status === "recorded") addLags(count.lags, lagBin(now.getTime() - at.getTime()), 1);
}

function merge(count: Count, other: Count): void {
  count.n += other.n;
  count.clamped += other.clamped;
  if (other.lastAt > count.lastAt) count.lastAt = other.lastAt;
  if (other.lastOccurredAt !== null) {
    count.lastOccurredAt = later(count.lastOccurredAt, other.lastOccurredAt);
  }
  other.lags.forEach((n, bin) => {
    addLags(count.lags, bin, n);
  });
}

function later(known: Date | null, at: Date): Date {
  return known === null || at > known ? at : known;
}

function addLags(lags: number[], bin: number, n: number): void {
  while (lags.length <= bin) lags.push(0);
  lags[bin] = (lags[bin] ?? 0) + n;
}
