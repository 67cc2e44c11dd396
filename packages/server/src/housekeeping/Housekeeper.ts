import {
  foldAllReports,
  forgetIntake,
  forgetRequests,
  listTenantsToRecount,
  type Queryable,
  readFeed,
  recountAllAttempts,
} from "@milepost/engine";
import type { Logger } from "pino";
import { Sealer } from "./Sealer.ts";

/** Short enough for a request to wait behind on the embedded connection. */
const deltasAtOnce = 2_000;
const attemptsAtOnce = 500;
const pauseMs = 1_000;
/** Windows of requests are of a minute. */
const keptMs = 3_600_000;
/** Counts of data health. */
const intakeKeptMs = 30 * 86_400_000;
/** Calls at once after an outline edit: more than the cores of a server seldom help. */
const lanes = 2;

/**
 * Does about once a second, for the tenants that were heard of since, what writes leave to do:
 * folds what they counted into the sums that reports read, and has the attempts of a large course
 * follow its last outline edit. Several servers may do so at once: the database lets each have its
 * own. What was completed is sealed too, by a {@link Sealer}.
 */
export class Housekeeper {
  readonly #db: Queryable;
  readonly #logger: Logger;
  readonly #sealer: Sealer;
  readonly #touched = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  readonly #ended = new AbortController();

  constructor(db: Queryable, logger: Logger) {
    this.#db = db;
    this.#logger = logger;
    this.#sealer = new Sealer(db, logger);
  }

  /** Goes on with what a server before this one had not come to its end with. */
  async resume(): Promise<void> {
    try {
      for (const tenant of await listTenantsToRecount(this.#db)) this.touch(tenant);
    } catch (err) {
      // Not migrated yet, perhaps, or not reachable: each tenant's next call brings the next try.
      this.#logger.warn({ err }, "outline edits that are under way could not be looked for");
    }
  }

  /** Notes that there may be something to do for a tenant. */
  touch(tenant: string): void {
    this.#touched.add(tenant);
    this.#sealer.touch(tenant);
    if (this.#timer !== undefined || this.#ended.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#round = this.#doTouched().finally(() => {
        this.#timer = undefined;
        // Who wrote meanwhile is not forgotten until somebody else calls.
        const [next] = this.#touched;
        if (next !== undefined) this.touch(next);
      });
    }, pauseMs);
    this.#timer.unref();
  }

  /** Begins no more; resolves once the statements under way have ended. */
  async stop(): Promise<void> {
    this.#ended.abort();
    clearTimeout(this.#timer);
    await this.#round;
    await this.#sealer.stop();
  }

  async #doTouched(): Promise<void> {
    const tenants = [...this.#touched];
    this.#touched.clear();
    const { signal } = this.#ended;
    for (const tenant of tenants) {
      try {
        await foldAllReports(this.#db, { limit: deltasAtOnce, signal }, { tenant });
        // Reading numbers what was committed, so that whoever reads first does not have to do all.
        await readFeed(this.#db, { after: "latest", limit: 1 }, { tenant });
        await forgetRequests(this.#db, { before: ago(keptMs) }, { tenant });
        await forgetIntake(this.#db, { before: ago(intakeKeptMs) }, { tenant });
        const recount = () =>
          recountAllAttempts(this.#db, { limit: attemptsAtOnce, signal }, { tenant });
        const ended = await Promise.allSettled(Array.from({ length: lanes }, recount));
        for (const lane of ended) if (lane.status === "rejected") throw lane.reason;
        await foldAllReports(this.#db, { limit: deltasAtOnce, signal }, { tenant });
      } catch (err) {
        // Everything stays exact without it; the next call of this tenant brings the next try.
        this.#logger.warn({ err, tenant }, "housekeeping failed");
      }
    }
  }
}

function ago(ms: number): Date {
  return new Date(Date.now() - ms);
}
