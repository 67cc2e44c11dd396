import type { DayCounts } from "../../src/reports/DayCounts.ts";

/** How the observation of one attempt ended, and after how many whole days. */
export interface AttemptEnd {
  readonly day: number;
  readonly end: "completed" | "withdrawn" | "censored";
}

/** Attempts as the reports count them: by day, ascending. */
export function attemptDays(ends: readonly AttemptEnd[]): DayCounts {
  const days = [...new Set(ends.map(({ day }) => day))].toSorted((a, b) => a - b);
  const counted = { completed: days.map(() => 0), withdrawn: days.map(() => 0) };
  const counts = { ...counted, censored: days.map(() => 0) };
  const places = new Map(days.map((day, at) => [day, at]));
  for (const { day, end } of ends) {
    const at = places.get(day) ?? 0;
    counts[end][at] = (counts[end][at] ?? 0) + 1;
  }
  return { days, ...counts };
}

/** `3e 5w 20c`: e completed, w withdrawn, c still going, as spec pages write it. */
export function attemptEnds(text: string): AttemptEnd[] {
  const ends = { e: "completed", w: "withdrawn", c: "censored" } as const;
  return text.split(" ").map((word) => {
    const [, day, letter] = /^(\d+)([ewc])$/.exec(word) ?? [];
    return { day: Number(day), end: ends[letter as keyof typeof ends] };
  });
}
