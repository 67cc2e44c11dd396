import type { DayCounts } from "./DayCounts.ts";

/**
 * Day counts as a statement answers them: parallel arrays, null where there is no attempt. `pg`
 * gives bigint as text.
 */
export interface DayCountColumns {
  time_days: number[] | null;
  time_completed: string[] | null;
  time_withdrawn: string[] | null;
  time_censored: string[] | null;
}

/** The columns as numbers: what `incidence` takes. */
export function toDayCounts(row: DayCountColumns): DayCounts {
  return {
    days: row.time_days ?? [],
    completed: (row.time_completed ?? []).map(Number),
    withdrawn: (row.time_withdrawn ?? []).map(Number),
    censored: (row.time_censored ?? []).map(Number),
  };
}
