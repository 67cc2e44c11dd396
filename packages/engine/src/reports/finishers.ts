import type { DayCounts } from "./DayCounts.ts";

/**
 * Days that those took who completed. It leaves out everyone still going, so it flatters: most of
 * all in a young course, since attempts count from their first day and not only once they matured.
 */
export interface Finishers {
  readonly n: number;
  /** Whole days, by nearest rank; null when `n` is 0, as are the others. */
  readonly p50Days: number | null;
  readonly p90Days: number | null;
  /** To one decimal. */
  readonly meanDays: number | null;
}

/** Nearest-rank quantiles and mean of the days to completion of those who completed. */
export function finishers({ days, completed }: Pick<DayCounts, "days" | "completed">): Finishers {
  const n = completed.reduce((total, count) => total + count, 0);
  if (n === 0) return { n, p50Days: null, p90Days: null, meanDays: null };
  const dayOfRank = (rank: number): number | null => {
    let before = 0;
    const at = completed.findIndex((count) => {
      before += count;
      return before >= rank;
    });
    return days[at] ?? null;
  };
  const total = days.reduce((whole, day, i) => whole + day * (completed[i] ?? 0), 0);
  return {
    n,
    // In whole numbers: 0.9 × 10 need not be 9, and a ninth rank would become a tenth.
    p50Days: dayOfRank(Math.ceil(n / 2)),
    p90Days: dayOfRank(Math.ceil((9 * n) / 10)),
    meanDays: Math.round((10 * total) / n) / 10,
  };
}
