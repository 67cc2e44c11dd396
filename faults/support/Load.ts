import { setTimeout as pause } from "node:timers/promises";

export interface LoadOptions {
  /** Whoever stands here is asked in turn; the caller may change it meanwhile. */
  readonly urls: string[];
  readonly key: string;
  readonly senders: number;
}

/** Nothing was acknowledged for so long: what failed has not recovered by itself. */
const standstillMs = 90_000;
/** Longer than any answer may take: the server's own limit is far shorter. */
const hangMs = 20_000;

/**
 * Learners who complete lessons without a pause, as a platform's backend sends it: each write is
 * sent again until it is acknowledged. One in two is a single completion, the other a batch of
 * three with ids of their own.
 */
export class Load {
  /** Lessons by learner whose completion was acknowledged. */
  readonly acknowledged: [learner: string, lesson: string][] = [];
  /** How often each answer came: a status, or `no connection`. */
  readonly answers: Record<string, number> = {};
  /** Answers that no client should have to expect. */
  readonly unexpected: string[] = [];
  readonly urls: string[];
  readonly #key: string;
  readonly #sent: Promise<unknown>;
  #goesOn = true;
  #turn = 0;
  #gapBegan = performance.now();
  #longestGapMs = 0;
  #waiting: (() => void)[] = [];

  /** Begins with it. */
  constructor({ urls, key, senders }: LoadOptions) {
    this.urls = urls;
    this.#key = key;
    this.#sent = Promise.all(Array.from({ length: senders }, (_, sender) => this.#send(sender)));
  }

  /** Resolves once so many more completions were acknowledged. */
  async more(count: number): Promise<void> {
    const enough = this.acknowledged.length + count;
    while (this.acknowledged.length < enough) await this.next();
  }

  /** Resolves at the next acknowledgement. */
  async next(): Promise<void> {
    const stopped = new AbortController();
    const next = new Promise<void>((resolve) => this.#waiting.push(resolve));
    const standstill = pause(standstillMs, undefined, { signal: stopped.signal }).then(
      () => Promise.reject(new Error(`Nothing was acknowledged for ${standstillMs / 1000} s.`)),
      () => {},
    );
    await Promise.race([next, standstill]);
    stopped.abort();
  }

  /** The longest time without an acknowledgement since the call before, in milliseconds. */
  takeLongestGapMs(): number {
    const longest = this.#longestGapMs;
    this.#longestGapMs = 0;
    this.#gapBegan = performance.now();
    return longest;
  }

  /** Waits until all that was sent is acknowledged. */
  async stop(): Promise<void> {
    this.#goesOn = false;
    await this.#sent;
  }

  async #send(sender: number): Promise<void> {
    for (let n = 0; this.#goesOn; n++) {
      const learner = `p${sender}-${n}`;
      if (n % 2 === 0) await this.#untilAcknowledged([learner], n);
      else
        await this.#untilAcknowledged(
          ["a", "b", "c"].map((end) => `${learner}-${end}`),
          n,
        );
    }
  }

  async #untilAcknowledged(learners: readonly string[], n: number): Promise<void> {
    const lesson = `bench-${1 + (n % 3)}`;
    while (!(await this.#try(learners, lesson))) await pause(10);
    for (const learner of learners) this.acknowledged.push([learner, lesson]);
    const now = performance.now();
    this.#longestGapMs = Math.max(this.#longestGapMs, now - this.#gapBegan);
    this.#gapBegan = now;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Whether it was acknowledged. */
  async #try(learners: readonly string[], lesson: string): Promise<boolean> {
    try {
      const [status, body] = await this.#ask(learners, lesson);
      this.#count(`${status}`);
      if (status === 200 && !body.includes('"refused"')) return true;
      if (status !== 503) this.#note(`${status} ${body}`);
      return false;
    } catch (error) {
      if (error instanceof Error && error.name === "TimeoutError") this.#note("no answer in time");
      this.#count("no connection");
      return false;
    }
  }

  async #ask(learners: readonly string[], lesson: string): Promise<[number, string]> {
    const url = this.urls[this.#turn++ % this.urls.length];
    const [learner] = learners;
    const headers = { authorization: `Bearer ${this.#key}`, "content-type": "application/json" };
    const signal = AbortSignal.timeout(hangMs);
    const events = learners.map((one) => ({
      id: `${one}-${lesson}`,
      type: "lesson.completed",
      learner: one,
      lesson,
    }));
    const [path, request] =
      learners.length === 1
        ? [`/v1/learners/${learner}/lessons/${lesson}/completion`, { method: "PUT" }]
        : ["/v1/events", { method: "POST", body: JSON.stringify({ events }) }];
    const response = await fetch(`${url}${path}`, { ...request, headers, signal });
    const body = await response.text();
    const isOutage = response.status === 503;
    if (isOutage && !response.headers.has("retry-after")) this.#note("503 without retry-after");
    return [response.status, body];
  }

  #count(answer: string): void {
    this.answers[answer] = (this.answers[answer] ?? 0) + 1;
  }

  #note(what: string): void {
    this.unexpected.push(what.slice(0, 500));
  }
}
