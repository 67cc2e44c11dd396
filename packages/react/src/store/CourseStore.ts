import type { CourseDriver } from "./CourseDriver.ts";
import { Listeners } from "./Listeners.ts";
import type { CourseState, FactNews, Store, StoreOptions } from "./types.ts";

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
  #driver: Promise<CourseDriver> | undefined;

  constructor(options: StoreOptions) {
    const page = options.initial ?? null;
    this.course = options.course;
    this.#options = options;
    this.#state = {
      phase: page === null ? "loading" : "ready",
      page,
      facts: [],
      refusals: [],
      undoable: [],
      sync: { unsent: 0, waiting: false, online: true, storage: "kept", live: "off" },
      rules: null,
    };
  }

  /** The same object until something changes. */
  readonly getState = (): CourseState => this.#state;

  /** @returns the function that ends it */
  readonly subscribe = (listener: () => void): (() => void) => this.#changed.add(listener);

  /** Connects; reads the page where none was given. To be ended by {@link stop}. */
  start(): void {
    if (this.#driver !== undefined) return;
    const driver = this.#start();
    this.#driver = driver;
    driver.catch((error: unknown) => {
      // The next act begins anew: the network may be back by then.
      if (this.#driver === driver) this.#driver = undefined;
      if (this.#state.page === null) this.#change({ phase: "error" });
      reportError(error);
    });
  }

  /** Lets go of the connection. Facts stay queued, and `start` begins again. */
  stop(): void {
    this.#driver?.then(
      (driver) => driver.stop(),
      () => undefined,
    );
    this.#driver = undefined;
  }

  /** Records that the learner viewed a lesson. Resolves once the fact is sent or waits. */
  view(lesson: string): Promise<void> {
    return this.#drive((driver) => driver.view(lesson));
  }

  /**
   * Records that the learner completed a lesson: shown as pending at once, kept on the device, then
   * sent. Does nothing where it is complete or pending already.
   */
  complete(lesson: string): Promise<void> {
    return this.#drive((driver) => driver.complete(lesson));
  }

  /** Takes back a completion that has not been sent yet (`undoable`). */
  undo(lesson: string): Promise<void> {
    return this.#drive((driver) => driver.undo(lesson));
  }

  /** Forgets why facts of a lesson were refused. */
  dismiss(lesson: string): Promise<void> {
    return this.#drive((driver) => driver.dismiss(lesson));
  }

  /** Tries now what failed before: to connect, to read the page, to send what waits. */
  readonly retry = (): Promise<void> => {
    if (this.#state.phase === "error") this.#change({ phase: "loading" });
    return this.#drive((driver) => driver.retry());
  };

  /** Reads the page anew. What is on the screen stays where that fails. */
  readonly refresh = (): Promise<void> => this.#drive((driver) => driver.refresh());

  /** Loaded apart from what shows a page, which is there before it. */
  async #start(): Promise<CourseDriver> {
    const { CourseDriver, mergePending, resume } = await import("./offline.ts");
    this.#change({ rules: { mergePending, resume } });
    return CourseDriver.connect({
      ...this.#options,
      state: this.getState,
      change: (change) => this.#change(change),
      tell: (news) => this.happened.tell(news),
    });
  }

  async #drive(act: (driver: CourseDriver) => void | Promise<void>): Promise<void> {
    this.start();
    const driver = await this.#driver;
    if (driver !== undefined) await act(driver);
  }

  #change(change: Partial<CourseState>): void {
    this.#state = { ...this.#state, ...change };
    this.#changed.tell();
  }
}
