/** Who wants to know. */
export class Listeners<T extends unknown[]> {
  readonly #all = new Set<(...args: T) => void>();

  /** @returns the function that ends it */
  add(listener: (...args: T) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  tell(...args: T): void {
    for (const listener of [...this.#all]) listener(...args);
  }
}
