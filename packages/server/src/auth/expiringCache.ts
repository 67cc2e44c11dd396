export interface CacheOptions {
  /** For how long an outcome counts. */
  readonly ttlMs: number;
  /** Entries kept; the oldest makes room for the next. */
  readonly capacity: number;
  readonly now: () => Date;
}

/** What was found, and when it stops being true if that is sooner than the cache's own time. */
export interface Found<T> {
  readonly value: T;
  readonly expiresAt?: Date | undefined;
}

/**
 * Remembers the outcome of a look-up for a few seconds. Requests that arrive while it is under way
 * share it; one that failed is forgotten at once.
 */
export function expiringCache<T>({ ttlMs, capacity, now }: CacheOptions) {
  const entries = new Map<string, { until: number; outcome: Promise<T> }>();

  return (key: string, look: () => Promise<Found<T>>): Promise<T> => {
    const time = now().getTime();
    const known = entries.get(key);
    if (known && time < known.until) return known.outcome;

    entries.delete(key);
    const oldest = entries.size < capacity ? undefined : entries.keys().next().value;
    if (oldest !== undefined) entries.delete(oldest);

    const outcome = look().then(({ value, expiresAt }) => {
      if (expiresAt) entry.until = Math.min(entry.until, expiresAt.getTime());
      return value;
    });
    const entry = { until: time + ttlMs, outcome };
    entries.set(key, entry);
    outcome.catch(() => {
      if (entries.get(key) === entry) entries.delete(key);
    });
    return outcome;
  };
}
