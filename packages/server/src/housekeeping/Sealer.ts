import { type Queryable, sealAllCompletions } from "@milepost/engine";
import type { Logger } from "pino";

/** How long a completion may wait for its seal. One a second would make a long chain of nothing. */
const pauseMs = 60_000;

/**
 * Seals, about once a minute, the completions of the tenants that were heard of since. Several
 * servers may do so at once. What a server leaves unsealed at its end is sealed with the next
 * write of its tenant.
 */
export class Sealer {
  readonly #db: Queryable;
  readonly #logger: Logger;
  readonly #touched = new Set<string>();
  readonly #ended = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();

  constructor(db: Queryable, logger: Logger) {
    this.#db = db;
    this.#logger = logger;
  }

  /** Notes that a tenant may have completions to seal. */
  touch(tenant: string): void {
    this.#touched.add(tenant);
    if (this.#timer !== undefined || this.#ended.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#round = this.#round.then(() => this.#seal());
    }, pauseMs);
    this.#timer.unref();
  }

  /** Seals what is left and begins no more. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#round;
    await this.#seal();
    this.#ended.abort();
  }

  async #seal(): Promise<void> {
    const tenants = [...this.#touched];
    this.#touched.clear();
    for (const tenant of tenants) {
      try {
        await sealAllCompletions(this.#db, { signal: this.#ended.signal }, { tenant });
      } catch (err) {
        // Nothing is lost: the next write of this tenant brings the next try.
        this.#logger.warn({ err, tenant }, "completions could not be sealed");
      }
    }
  }
}
