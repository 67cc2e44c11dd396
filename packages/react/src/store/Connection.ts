import type { EventResults } from "@milepost/client";
import { exclusively } from "./exclusively.ts";
import { type FactQueue, factsKept, factsKeptMs } from "./FactQueue.ts";
import { Listeners } from "./Listeners.ts";
import { LiveFeed } from "./LiveFeed.ts";
import { RequestRefused, type Transport } from "./Transport.ts";
import type { FactNews, QueuedFact, Refusal, SyncState } from "./types.ts";
import { ulid } from "./ulid.ts";

/** A fact of this learner, and whether the server has answered it. */
export interface TrackedFact extends QueuedFact {
  readonly confirmed: boolean;
}

/** What tabs of one browser tell each other. */
type Message =
  | { readonly kind: "queue" }
  | { readonly kind: "undone"; readonly fact: QueuedFact }
  | { readonly kind: "answered"; readonly facts: QueuedFact[]; readonly refusals: CourseRefusal[] }
  | { readonly kind: "news"; readonly course: string | null }
  | { readonly kind: "live"; readonly live: SyncState["live"] };

type CourseRefusal = Refusal & { readonly course: string };

/** As many as fit into 64 kB, more than which a page that is being left may not send. */
const factsSent = 250;
/** Answered facts kept until a page shows them, which of other courses none here will. */
const answeredKept = 500;
const firstRetryMs = 1_000;
const longestRetryMs = 60_000;

interface ConnectionOptions {
  readonly owner: string;
  readonly learner: string;
  readonly transport: Transport;
  readonly queue: FactQueue;
}

/**
 * A learner's line to the server: their facts are queued before they are sent, sent by one tab of
 * the browser at a time, and kept until they are answered. Shared by all courses of a page.
 */
export class Connection {
  readonly learner: string;
  readonly transport: Transport;
  /** Something of the state changed. */
  readonly changed = new Listeners<[]>();
  /** A fact was queued, answered or taken back, here or in another tab. */
  readonly happened = new Listeners<[news: FactNews, course: string]>();
  /** Something was recorded of a course; null for any. */
  readonly news = new Listeners<[course: string | null]>();
  facts: readonly TrackedFact[] = [];
  refusals: readonly CourseRefusal[] = [];
  #live: SyncState["live"] = "off";
  #waiting = false;
  readonly #owner: string;
  readonly #queue: FactQueue;
  readonly #channel: BroadcastChannel;
  #feed: LiveFeed | undefined;
  /** Facts on their way into the queue. */
  readonly #adding = new Set<string>();
  #failures = 0;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #flushing: Promise<void> | undefined;
  readonly #ended = new AbortController();

  constructor({ owner, learner, transport, queue }: ConnectionOptions) {
    this.learner = learner;
    this.transport = transport;
    this.#owner = owner;
    this.#queue = queue;
    this.#channel = new BroadcastChannel(`milepost ${owner}`);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#hear(data);
    const { signal } = this.#ended;
    addEventListener("online", this.#notice, { signal });
    addEventListener("online", this.retry, { signal });
    addEventListener("offline", this.#notice, { signal });
    addEventListener("pagehide", this.#sendLast, { signal });
    document.addEventListener("visibilitychange", this.#onVisible, { signal });
  }

  get sync(): SyncState {
    const unsent = this.facts.filter(({ confirmed }) => !confirmed).length;
    const online = navigator.onLine;
    const waiting = unsent > 0 && (this.#waiting || !online);
    return { unsent, waiting, online, storage: this.#queue.storage, live: this.#live };
  }

  /** Takes up what an earlier page left unsent. */
  async open(): Promise<void> {
    await this.#load();
    await this.flush();
  }

  /** Begins to follow what other devices record, once however often it is asked. */
  follow(): void {
    this.#feed ??= new LiveFeed(this.transport, {
      owner: this.#owner,
      onNews: (course) => this.#tell({ kind: "news", course }),
      onState: (live) => this.#tell({ kind: "live", live }),
    });
  }

  close(): void {
    this.#feed?.close();
    this.#ended.abort();
    clearTimeout(this.#retryTimer);
    this.#channel.close();
  }

  /** Shows a fact as pending at once, keeps it, then sends it. */
  async record(
    { course, lesson, type }: Pick<QueuedFact, "course" | "lesson" | "type">,
    delayMs: number,
  ): Promise<void> {
    if (this.sync.unsent >= factsKept) {
      this.#refuse([{ course, lesson, type, code: "queue_full", detail: "" }]);
      return;
    }
    const now = Date.now();
    const queued: QueuedFact = {
      id: ulid(now),
      owner: this.#owner,
      course,
      lesson,
      type,
      at: new Date(now).toISOString(),
      notBefore: now + delayMs,
    };
    this.refusals = this.refusals.filter((refusal) => refusal.lesson !== lesson);
    this.facts = [...this.facts, { ...queued, confirmed: false }];
    this.happened.tell({ kind: "pending", type, lesson }, course);
    this.changed.tell();
    this.#adding.add(queued.id);
    await this.#queue.add(queued).finally(() => this.#adding.delete(queued.id));
    this.#channel.postMessage({ kind: "queue" } satisfies Message);
    if (delayMs > 0) setTimeout(this.retry, delayMs);
    else await this.flush();
  }

  /** Takes back a fact that has not been sent. */
  async undo(fact: QueuedFact): Promise<void> {
    await this.#queue.remove([fact.id]);
    this.#tell({ kind: "undone", fact });
  }

  /** Forgets why facts of a lesson were refused. */
  dismiss(lesson: string): void {
    this.refusals = this.refusals.filter((refusal) => refusal.lesson !== lesson);
    this.changed.tell();
  }

  /** Confirmed facts that a page of the server, asked for after they were confirmed, has shown. */
  forget(ids: readonly string[]): void {
    this.facts = this.facts.filter(({ id }) => !ids.includes(id));
    this.changed.tell();
  }

  /** Sends now what waits for its next try. */
  readonly retry = (): void => {
    this.#failures = 0;
    clearTimeout(this.#retryTimer);
    void this.flush();
  };

  /** Sends what waits; who calls meanwhile waits for a round that begins after the call. */
  flush(): Promise<void> {
    const before = this.#flushing ?? Promise.resolve();
    const round = before.then(() =>
      exclusively(`milepost-send ${this.#owner}`, () => this.#sendAll(), this.#ended.signal),
    );
    this.#flushing = round.catch((error) => {
      if (!this.#ended.signal.aborted) reportError(error);
    });
    return this.#flushing;
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      const waiting = await this.#queue.list(this.#owner);
      const due = waiting.filter(({ notBefore }) => notBefore <= Date.now()).slice(0, factsSent);
      if (due.length === 0) break;
      try {
        const results = await this.transport.send(this.learner, due);
        await this.#settle(due, results);
      } catch (error) {
        if (error instanceof RequestRefused && !error.isPassing) await this.#giveUp(due, error);
        else return this.#waitFor(error);
      }
    }
    this.#failures = 0;
    this.#waiting = false;
    this.changed.tell();
  }

  async #settle(facts: QueuedFact[], results: EventResults["results"]): Promise<void> {
    const refusals: CourseRefusal[] = [];
    const confirmed: QueuedFact[] = [];
    for (const [at, fact] of facts.entries()) {
      const { status, code = "unknown", detail = "" } = results[at] ?? { status: "refused" };
      if (status !== "refused") confirmed.push(fact);
      else
        refusals.push({ course: fact.course, lesson: fact.lesson, type: fact.type, code, detail });
    }
    // Before anyone hears of it: a page that is closed here sends them again, and they count once.
    await this.#queue.remove(facts.map(({ id }) => id));
    this.#tell({ kind: "answered", facts: confirmed, refusals });
  }

  /** Repeated, the request would be refused again: so it is all of these facts that are. */
  async #giveUp(facts: QueuedFact[], { code, message }: RequestRefused): Promise<void> {
    const results = facts.map(() => ({ status: "refused" as const, code, detail: message }));
    await this.#settle(facts, results as EventResults["results"]);
  }

  #waitFor(error: unknown): void {
    const asked = error instanceof RequestRefused ? error.retryAfterMs : 0;
    const grown = Math.min(firstRetryMs * 2 ** this.#failures++, longestRetryMs);
    // Half of it by chance: learners who lost one server do not come back at one instant.
    const delay = Math.max(asked, grown * (0.5 + Math.random() / 2));
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => void this.flush(), delay);
    this.#waiting = true;
    this.changed.tell();
  }

  /**
   * Takes up what the queue holds. A fact that is in it no more was answered while this tab slept:
   * it counts as confirmed until the next page says what became of it.
   */
  async #load(): Promise<void> {
    const queued = await this.#queue.list(this.#owner);
    const expired = queued.filter(({ at }) => Date.parse(at) < Date.now() - factsKeptMs);
    if (expired.length > 0) {
      await this.#queue.remove(expired.map(({ id }) => id));
      this.#refuse(expired.map((fact) => ({ ...fact, code: "expired", detail: "" })));
    }
    const isKept = ({ id }: QueuedFact) => queued.some((fact) => fact.id === id);
    const known = this.facts.map((fact) =>
      isKept(fact) || this.#adding.has(fact.id) ? fact : { ...fact, confirmed: true },
    );
    const added = queued.filter(
      (fact) => !expired.includes(fact) && !known.some(({ id }) => id === fact.id),
    );
    this.facts = [...known, ...added.map((fact) => ({ ...fact, confirmed: false }))];
    this.changed.tell();
  }

  #tell(message: Message): void {
    this.#channel.postMessage(message);
    this.#hear(message);
  }

  #hear(message: Message): void {
    if (message.kind === "queue") void this.#load();
    else if (message.kind === "undone") this.#takeBack(message.fact);
    else if (message.kind === "news") this.news.tell(message.course);
    else if (message.kind === "answered") this.#takeAnswers(message.facts, message.refusals);
    else {
      this.#live = message.live;
      this.changed.tell();
    }
  }

  #takeBack({ id, type, lesson, course }: QueuedFact): void {
    this.facts = this.facts.filter((fact) => fact.id !== id);
    this.happened.tell({ kind: "undone", type, lesson }, course);
    this.changed.tell();
  }

  #takeAnswers(facts: readonly QueuedFact[], refusals: readonly CourseRefusal[]): void {
    const isAnswered = ({ lesson, type }: TrackedFact) =>
      refusals.some((refusal) => refusal.lesson === lesson && refusal.type === type);
    const others = this.facts.filter(
      (fact) => !facts.some(({ id }) => id === fact.id) && (fact.confirmed || !isAnswered(fact)),
    );
    const answered = [
      ...others.filter(({ confirmed }) => confirmed),
      ...facts.map((fact) => ({ ...fact, confirmed: true })),
    ];
    const waiting = others.filter(({ confirmed }) => !confirmed);
    this.facts = [...answered.slice(-answeredKept), ...waiting];
    for (const { type, lesson, course } of facts) {
      this.happened.tell({ kind: "confirmed", type, lesson }, course);
    }
    this.#refuse(refusals);
    for (const course of new Set(facts.map((fact) => fact.course))) this.news.tell(course);
  }

  #refuse(refusals: readonly CourseRefusal[]): void {
    this.refusals = [...this.refusals, ...refusals];
    for (const refusal of refusals) {
      const { type, lesson, course } = refusal;
      this.happened.tell({ kind: "refused", type, lesson, refusal }, course);
    }
    this.changed.tell();
  }

  readonly #notice = (): void => this.changed.tell();

  readonly #onVisible = (): void => {
    if (document.visibilityState !== "visible") return;
    void this.#load().then(() => this.news.tell(null));
    if (this.sync.unsent > 0) this.retry();
  };

  readonly #sendLast = (): void => {
    const now = Date.now();
    // What can be taken back in another tab must not have been sent from this one.
    const due = this.facts.filter(({ confirmed, notBefore }) => !confirmed && notBefore <= now);
    if (due.length > 0) this.transport.sendLast(this.learner, due.slice(0, factsSent));
  };
}
