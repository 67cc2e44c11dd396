import { bucketOf } from "./bucketOf.ts";
import { MilepostError } from "./MilepostError.ts";
import { recordFact } from "./recordFact.ts";
import { recordFacts, type TypedFact } from "./recordFacts.ts";
import type { FactAnswer, Queryable, Scope } from "./types.ts";

/** How a recorder gathers facts. */
export interface FactRecorderOptions {
  /**
   * Calls under way at once, each for its own share of the learners, so that none waits for
   * another's rows. Fewer gather more: as many as the database has processors to spare. 2 when
   * omitted.
   */
  readonly lanes?: number | undefined;
  /** Facts of one call, at most 5,000; 500 when omitted. */
  readonly batch?: number | undefined;
  /** Facts that wait for a call; the next one is turned away. 10,000 when omitted. */
  readonly waiting?: number | undefined;
}

/** More facts wait than a recorder keeps. Nothing was recorded: try again a little later. */
export class RecorderFullError extends Error {
  override readonly name = "RecorderFullError";
}

type FactScope = Scope & { source?: string | undefined };

interface Waiting {
  readonly fact: TypedFact;
  readonly scope: FactScope;
  readonly scopeKey: string;
  settle(answer: FactAnswer | MilepostError): void;
  fail(error: unknown): void;
}

/**
 * Records single facts, and those that arrive while a call is under way together in the next one:
 * under load a fact costs a share of a call, and an idle recorder adds no wait at all. Each caller
 * gets the answer of its own fact, after the commit, and a refused one fails alone. The facts of
 * one learner are recorded in the order they came.
 *
 * For a pool, never for a client inside a transaction: callers would share it.
 */
export class FactRecorder {
  readonly #db: Queryable;
  readonly #batch: number;
  readonly #limit: number;
  readonly #lanes: { readonly queue: Waiting[]; busy: boolean }[];
  #waiting = 0;

  constructor(
    db: Queryable,
    { lanes = 2, batch = 500, waiting = 10_000 }: FactRecorderOptions = {},
  ) {
    this.#db = db;
    this.#batch = batch;
    this.#limit = waiting;
    this.#lanes = Array.from({ length: lanes }, () => ({ queue: [], busy: false }));
  }

  /** Facts that wait for a call. */
  get waiting(): number {
    return this.#waiting;
  }

  /**
   * @throws {@link MilepostError} as recordView and completeLesson do
   * @throws {@link RecorderFullError}
   */
  record(fact: TypedFact, scope: FactScope = {}): Promise<FactAnswer> {
    if (this.#waiting >= this.#limit) {
      return Promise.reject(new RecorderFullError(`${this.#limit} facts wait already`));
    }
    const { tenant = "default", actor, source, now } = scope;
    const lane = this.#lanes[bucketOf(tenant, fact.learner) % this.#lanes.length];
    if (lane === undefined) throw new RangeError("A recorder has at least one lane.");
    return new Promise((resolve, reject) => {
      this.#waiting++;
      lane.queue.push({
        fact,
        scope,
        scopeKey: JSON.stringify([tenant, actor, source, now]),
        settle: (answer) => (answer instanceof MilepostError ? reject(answer) : resolve(answer)),
        fail: reject,
      });
      if (!lane.busy) void this.#work(lane);
    });
  }

  async #work(lane: { readonly queue: Waiting[]; busy: boolean }): Promise<void> {
    lane.busy = true;
    while (lane.queue.length > 0) {
      const batch = takeAlike(lane.queue, this.#batch);
      this.#waiting -= batch.length;
      try {
        const answers = await this.#send(batch);
        batch.forEach((one, i) => {
          const answer = answers[i];
          if (answer !== undefined) one.settle(answer);
        });
      } catch (error) {
        for (const one of batch) one.fail(error);
      }
    }
    lane.busy = false;
  }

  async #send(batch: readonly Waiting[]): Promise<(FactAnswer | MilepostError)[]> {
    const [first, ...more] = batch;
    if (first === undefined) return [];
    if (more.length > 0) {
      return recordFacts(this.#db, { facts: batch.map(({ fact }) => fact) }, first.scope);
    }
    return [await recordFact(this.#db, first.fact.type, first.fact, first.scope)];
  }
}

/** Takes out of a queue the facts that go with its first one, in order: of one tenant and actor. */
function takeAlike(queue: Waiting[], most: number): Waiting[] {
  const [first] = queue;
  const taken: Waiting[] = [];
  const left: Waiting[] = [];
  for (const one of queue) {
    (taken.length < most && one.scopeKey === first?.scopeKey ? taken : left).push(one);
  }
  queue.splice(0, queue.length, ...left);
  return taken;
}
