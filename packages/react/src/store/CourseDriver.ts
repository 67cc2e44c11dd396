import type { Connection } from "./Connection.ts";
import { connect } from "./connect.ts";
import type { CourseState, FactNews, FactType, StoreOptions } from "./types.ts";

/** News that arrive within this time are read together. */
const gatherMs = 50;

interface DriverOptions extends StoreOptions {
  readonly state: () => CourseState;
  readonly change: (change: Partial<CourseState>) => void;
  readonly tell: (news: FactNews) => void;
}

/** What keeps a course's store up to date, over the connection that all courses of a page share. */
export class CourseDriver {
  readonly #options: DriverOptions;
  readonly #connection: Connection;
  readonly #ends: (() => void)[];
  #reading: ReturnType<typeof setTimeout> | undefined;

  private constructor(options: DriverOptions, connection: Connection, letGo: () => void) {
    this.#options = options;
    this.#connection = connection;
    this.#ends = [
      letGo,
      connection.changed.add(() => this.#update()),
      connection.happened.add((news, course) => {
        if (course === options.course) options.tell(news);
      }),
      connection.news.add((course) => {
        if (course === null || course === options.course) this.#readSoon();
      }),
    ];
  }

  /** Connects, and reads the page where there is none. @throws where the learner is not known */
  static async connect(options: DriverOptions): Promise<CourseDriver> {
    const { api, getToken, initial, live = true } = options;
    const learner = options.learner ?? initial?.learner;
    const { connection, letGo } = await connect({ api, learner, getToken });
    const driver = new CourseDriver(options, connection, letGo);
    if (live) connection.follow();
    driver.#update();
    if (options.state().page === null) await driver.refresh();
    return driver;
  }

  stop(): void {
    clearTimeout(this.#reading);
    for (const end of this.#ends) end();
  }

  view(lesson: string): Promise<void> {
    return this.#record("lesson.viewed", lesson, 0);
  }

  async complete(lesson: string): Promise<void> {
    const { page, facts } = this.#options.state();
    const isDone = page?.lessons.some((one) => one.id === lesson && one.completedAt !== null);
    const isUnderWay = facts.some((fact) => fact.lesson === lesson && isCompletion(fact));
    if (isDone || isUnderWay) return;
    const { undoSeconds = 0 } = this.#options;
    await this.#record("lesson.completed", lesson, undoSeconds * 1_000);
  }

  async undo(lesson: string): Promise<void> {
    const fact = this.#connection.facts.find(
      (one) => one.lesson === lesson && isCompletion(one) && one.notBefore > Date.now(),
    );
    if (fact !== undefined) await this.#connection.undo(fact);
  }

  dismiss(lesson: string): void {
    this.#connection.dismiss(lesson);
  }

  async retry(): Promise<void> {
    this.#connection.retry();
    if (this.#options.state().page === null) await this.refresh();
  }

  async refresh(): Promise<void> {
    const { state, change, course } = this.#options;
    const connection = this.#connection;
    try {
      const shown = connection.facts.filter((fact) => fact.confirmed && this.#isOwn(fact));
      const page = await connection.transport.readPage(connection.learner, course);
      change({ page, phase: "ready" });
      connection.forget(shown.map(({ id }) => id));
    } catch {
      // Offline, or the server is: the page stays as it is, and the next news or try reads it.
      if (state().page === null) change({ phase: "error" });
    }
  }

  async #record(type: FactType, lesson: string, delayMs: number): Promise<void> {
    await this.#connection.record({ course: this.#options.course, lesson, type }, delayMs);
  }

  #readSoon(): void {
    clearTimeout(this.#reading);
    this.#reading = setTimeout(() => void this.refresh(), gatherMs);
  }

  #update(): void {
    const { facts, refusals, sync } = this.#connection;
    const own = facts.filter((fact) => this.#isOwn(fact));
    const now = Date.now();
    this.#options.change({
      facts: own,
      refusals: refusals.filter((refusal) => this.#isOwn(refusal)),
      undoable: own.filter(({ notBefore }) => notBefore > now).map(({ lesson }) => lesson),
      sync,
    });
  }

  #isOwn({ course }: { course: string }): boolean {
    return course === this.#options.course;
  }
}

function isCompletion({ type }: { type: FactType }): boolean {
  return type === "lesson.completed";
}
