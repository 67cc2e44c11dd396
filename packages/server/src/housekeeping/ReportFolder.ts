import { foldAllReports, type Queryable } from "@milepost/engine";
import type { Logger } from "pino";

/** Deltas a statement: short enough for a request to wait behind on the embedded connection. */
const deltasAtOnce = 2_000;
const pauseMs = 1_000;

/**
 * Folds what writes counted into the sums that reports read, about once a second, for the tenants
 * that were heard of since. Several servers may do so at once: the database lets one of them.
 */
export class ReportFolder {
  readonly #db: Queryable;
  readonly #logger: Logger;
  readonly #touched = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  readonly #ended = new AbortController();

  constructor(db: Queryable, logger: Logger) {
    this.#db = db;
    this.#logger = logger;
  }

  /** Notes that a tenant's deltas are worth a look. */
  touch(tenant: string): void {
    this.#touched.add(tenant);
    if (this.#timer !== undefined || this.#ended.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#round = this.#foldTouched().finally(() => {
        this.#timer = undefined;
        // Who wrote meanwhile is not forgotten until somebody else calls.
        const [next] = this.#touched;
        if (next !== undefined) this.touch(next);
      });
    }, pauseMs);
    this.#timer.unref();
  }

  /** Begins no more; resolves once the statement under way has ended. */
  async stop(): Promise<void> {
    this.#ended.abort();
    clearTimeout(this.#timer);
    await this.#round;
  }

  async #foldTouched(): Promise<void> {
    const tenants = [...this.#touched];
    this.#touched.clear();
    for (const tenant of tenants) {
      try {
        const { signal } = this.#ended;
        await foldAllReports(this.#db, { limit: deltasAtOnce, signal }, { tenant });
      } catch (err) {
        // Reports stay exact without it; the next call of this tenant brings the next try.
        this.#logger.warn({ err, tenant }, "reports could not be folded");
      }
    }
  }
}
