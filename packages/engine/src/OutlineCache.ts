import type { CachedOutline } from "./pageOutline.ts";

interface Entry {
  readonly outline: CachedOutline;
  readonly until: number;
}

const keptMs = 60_000;

/**
 * Outlines that {@link readCourseProgress} has read, so that the next page of the course need not
 * carry it. A page is exact with or without: the database is told which version is known here, and
 * answers the outline itself where it has another.
 *
 * For reads through a pool, never for a client in a transaction that may yet be rolled back, and
 * for one database. An entry is forgotten after a minute, since a database that is restored to an
 * earlier instant gives a version's number out again.
 */
export class OutlineCache {
  readonly #capacity: number;
  readonly #entries = new Map<string, Entry>();

  /** @param capacity - courses kept, at least 1; the one kept longest makes room for the next */
  constructor({ capacity = 500 }: { capacity?: number | undefined } = {}) {
    this.#capacity = capacity;
  }

  /** @internal */
  find(tenant: string, course: string, time = performance.now()): CachedOutline | undefined {
    const entry = this.#entries.get(keyOf(tenant, course));
    return entry !== undefined && time < entry.until ? entry.outline : undefined;
  }

  /** @internal */
  keep(tenant: string, course: string, outline: CachedOutline, time = performance.now()): void {
    const key = keyOf(tenant, course);
    this.#entries.delete(key);
    const [oldest] = this.#entries.size < this.#capacity ? [] : this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
    this.#entries.set(key, { outline, until: time + keptMs });
  }
}

function keyOf(tenant: string, course: string): string {
  return JSON.stringify([tenant, course]);
}
