/** Attempts by the whole days from an origin to what ended their observation. */
export interface DayCounts {
  /** Whole days since the origin, ascending, each once. */
  readonly days: readonly number[];
  /** Attempts completed on the day of the same index. */
  readonly completed: readonly number[];
  readonly withdrawn: readonly number[];
  /** Attempts still going, observed until that day. */
  readonly censored: readonly number[];
}
