import type { Connection } from "./Connection.ts";
import { connect } from "./connect.ts";
import { Listeners } from "./Listeners.ts";
import type { CourseState, FactNews, FactType, Store, StoreOptions, SyncState } from "./types.ts";
import { ulid } from "./ulid.ts";

const quiet: SyncState = {
  unsent: 0,
  waiting: false,
  online: true,
  storage: "kept",
  live: "off",
};

/** News that arrive within this time are read together. */
const gatherMs = 50;

/**
 * One learner's progress in one course, for whatever shows it: the server's page, what this device
 * recorded beside it, and how the two are doing. Changes nothing on the server until a lesson is
 * viewed or completed.
 */
export class CourseStore implements Store {
  readonly course: string;
  /** Facts of this course: queued, confirmed, refused or taken back, in whichever tab. */
  readonly happened = new Listeners<[FactNews]>();
  readonly #options: StoreOptions;
  readonly #changed = new Listeners<[]>();
  #state: CourseState;
  #connection: Promise<Connection> | undefined;
  #line: Connection | undefined;
  #stop: (() => void) | undefined;
  #reading: ReturnType<typeof setTimeout> | undefined;

  constructor(options: StoreOptions) {
    this.course = options.course;
    this.#options = options;
    const page = options.initial ?? null;
    this.#state = {
      phase: page === null ? "loading" : "ready",
      page,
      facts: [],
      refusals: [],
      undoable: [],
      sync: quiet,
    };
  }

  /** The same object until something changes. */
  readonly getState = (): CourseState => this.#state;

  /** @returns the function that ends it */
  readonly subscribe = (listener: () => void): (() => void) => this.#changed.add(listener);

  /** Connects; reads the page where none was given. To be ended by {@link stop}. */
  start(): void {
    if (this.#connection !== undefined) return;
    const { api, learner, initial, getToken, live = true } = this.#options;
    let isStopped = false;
    let end = () => {
      isStopped = true;
    };
    this.#stop = () => end();
    const known = learner ?? initial?.learner;
    this.#connection = connect({ api, learner: known, getToken }).then(({ connection, letGo }) => {
      if (isStopped) letGo();
      else end = this.#listen(connection, letGo);
      if (!isStopped && live) connection.follow();
      return connection;
    });
    this.#connection
      .then(() => {
        this.#update();
        if (this.#state.page === null && !isStopped) return this.refresh();
      })
      .catch(() => this.#change({ phase: "error" }));
  }

  /** Lets go of the connection. Facts stay queued, and `start` begins again. */
  stop(): void {
    clearTimeout(this.#reading);
    this.#stop?.();
    this.#connection = undefined;
    this.#line = undefined;
  }

  /** Records that the learner viewed a lesson. Resolves once the fact is kept or sent. */
  view(lesson: string): Promise<void> {
    return this.#record("lesson.viewed", lesson, 0);
  }

  /**
   * Records that the learner completed a lesson: shown as pending at once, kept on the device, then
   * sent. Does nothing where it is complete or pending already.
   */
  async complete(lesson: string): Promise<void> {
    const { page, facts } = this.#state;
    const isDone = page?.lessons.some(
      ({ id, completedAt }) => id === lesson && completedAt !== null,
    );
    const isUnderWay = facts.some((fact) => fact.lesson === lesson && isCompletion(fact));
    if (isDone || isUnderWay) return;
    await this.#record("lesson.completed", lesson, (this.#options.undoSeconds ?? 0) * 1_000);
  }

  /** Takes back a completion that has not been sent yet (`undoable`). */
  async undo(lesson: string): Promise<void> {
    const connection = await this.#connection;
    const fact = connection?.facts.find(
      (one) => one.lesson === lesson && isCompletion(one) && one.notBefore > Date.now(),
    );
    if (fact !== undefined) await connection?.undo(fact);
  }

  /** Sends now what waits for its next try. */
  readonly retry = (): void => {
    this.#line?.retry();
    if (this.#state.phase === "error") void this.refresh();
  };

  /** Forgets why facts of a lesson were refused. */
  dismiss(lesson: string): void {
    this.#line?.dismiss(lesson);
  }

  /** Reads the page anew. What is on the screen stays where that fails. */
  readonly refresh = async (): Promise<void> => {
    try {
      const connection = await this.#connection;
      if (connection === undefined) return;
      const shown = connection.facts.filter((fact) => fact.confirmed && this.#isOwn(fact));
      const page = await connection.transport.readPage(connection.learner, this.course);
      this.#change({ page, phase: "ready" });
      connection.forget(shown.map(({ id }) => id));
    } catch {
      // Offline, or the server is: the page stays as it is, and the next news or try reads it.
      if (this.#state.page === null) this.#change({ phase: "error" });
    }
  };

  async #record(type: FactType, lesson: string, delayMs: number): Promise<void> {
    const connection = await this.#connection;
    if (connection === undefined) throw new Error("The store was not started.");
    const now = Date.now();
    const at = new Date(now).toISOString();
    const fact = { id: ulid(now), course: this.course, lesson, type, at, notBefore: 0 };
    await connection.record({ ...fact, notBefore: delayMs > 0 ? now + delayMs : 0 });
  }

  #listen(connection: Connection, letGo: () => void): () => void {
    this.#line = connection;
    const ends = [
      connection.changed.add(() => this.#update()),
      connection.happened.add((news, course) => {
        if (course === this.course) this.happened.tell(news);
      }),
      connection.news.add((course) => {
        if (course === null || course === this.course) this.#readSoon();
      }),
    ];
    return () => {
      for (const end of ends) end();
      letGo();
    };
  }

  #readSoon(): void {
    clearTimeout(this.#reading);
    this.#reading = setTimeout(() => void this.refresh(), gatherMs);
  }

  #update(): void {
    const connection = this.#line;
    if (connection === undefined) return;
    const own = connection.facts.filter((fact) => this.#isOwn(fact));
    const now = Date.now();
    this.#change({
      facts: own,
      refusals: connection.refusals.filter((refusal) => this.#isOwn(refusal)),
      undoable: own.filter(({ notBefore }) => notBefore > now).map(({ lesson }) => lesson),
      sync: connection.sync,
    });
  }

  #isOwn({ course }: { course: string }): boolean {
    return course === this.course;
  }

  #change(change: Partial<CourseState>): void {
    this.#state = { ...this.#state, ...change };
    this.#changed.tell();
  }
}

function isCompletion({ type }: { type: FactType }): boolean {
  return type === "lesson.completed";
}
