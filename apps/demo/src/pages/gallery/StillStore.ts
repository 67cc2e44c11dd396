import type { CourseState, Store } from "@milepost/react";
import { galleryNow } from "./makePage.ts";

/**
 * A state that stands still: nothing is read, kept or sent. A lesson can be completed all the same,
 * as on a device whose server never answers, and taken back.
 */
export class StillStore implements Store {
  readonly course = "kitchen-hygiene";
  /** Nothing ever happens here that the page would have to say. */
  readonly happened = { add: () => () => {} };
  readonly #first: CourseState;
  readonly #listeners = new Set<() => void>();
  #state: CourseState;

  constructor(state: CourseState) {
    this.#first = state;
    this.#state = state;
  }

  readonly getState = (): CourseState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async complete(lesson: string): Promise<void> {
    const { facts, sync } = this.#first;
    const fact = { type: "lesson.completed", lesson, at: galleryNow, confirmed: false } as const;
    this.#change({
      ...this.#first,
      facts: [...facts, fact],
      undoable: [lesson],
      sync: { ...sync, unsent: sync.unsent + 1 },
    });
  }

  async undo(lesson: string): Promise<void> {
    const facts = this.#state.facts.filter((fact) => fact.lesson !== lesson);
    this.#change({ ...this.#state, facts, undoable: [] });
  }

  async view(): Promise<void> {}
  dismiss(): void {}
  readonly retry = (): void => {};
  readonly refresh = async (): Promise<void> => {};

  #change(state: CourseState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
