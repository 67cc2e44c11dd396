import type { QueuedFact } from "./types.ts";

const day = 86_400_000;

/** Facts older than this are not sent any more. */
export const factsKeptMs = 30 * day;

/** Facts of one learner that may wait; the next one is refused. */
export const factsKept = 5_000;

/** Where facts wait. Every act is over when its promise is. */
export interface FactQueue {
  readonly storage: "kept" | "memory";
  /** In order. */
  list(owner: string): Promise<QueuedFact[]>;
  add(fact: QueuedFact): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

/**
 * The queue in IndexedDB, which all tabs of the origin share and a closed browser keeps; in memory
 * where the browser refuses that, as some do in private windows.
 */
export async function openFactQueue(): Promise<FactQueue> {
  try {
    return new StoredQueue(await openDatabase());
  } catch {
    // Said to the learner as `sync.storage`: the page works, and what is unsent ends with it.
    return new MemoryQueue();
  }
}

class StoredQueue implements FactQueue {
  readonly #database: IDBDatabase;
  /** What the disk has no room for. */
  readonly #spilled = new MemoryQueue();

  constructor(database: IDBDatabase) {
    this.#database = database;
    // Another tab has a newer version of this script.
    database.onversionchange = () => database.close();
  }

  get storage(): FactQueue["storage"] {
    return this.#spilled.isEmpty ? "kept" : "memory";
  }

  async list(owner: string): Promise<QueuedFact[]> {
    const facts: QueuedFact[] = await settled(this.#store("readonly").index("owner").getAll(owner));
    return [...facts, ...(await this.#spilled.list(owner))];
  }

  async add(fact: QueuedFact): Promise<void> {
    try {
      await settled(this.#store("readwrite").put(fact));
    } catch {
      // Said to the learner as `storage`: it is sent all the same, if the page lives until then.
      await this.#spilled.add(fact);
    }
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.#spilled.remove(ids);
    const store = this.#store("readwrite");
    await Promise.all(ids.map((id) => settled(store.delete(id))));
  }

  #store(mode: IDBTransactionMode): IDBObjectStore {
    return this.#database.transaction("fact", mode).objectStore("fact");
  }
}

class MemoryQueue implements FactQueue {
  readonly storage = "memory";
  #facts: QueuedFact[] = [];

  get isEmpty(): boolean {
    return this.#facts.length === 0;
  }

  async list(owner: string): Promise<QueuedFact[]> {
    return this.#facts.filter((fact) => fact.owner === owner);
  }

  async add(fact: QueuedFact): Promise<void> {
    this.#facts.push(fact);
  }

  async remove(ids: readonly string[]): Promise<void> {
    this.#facts = this.#facts.filter(({ id }) => !ids.includes(id));
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open("milepost", 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("fact", { keyPath: "id" }).createIndex("owner", "owner");
  };
  return settled(opening);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
