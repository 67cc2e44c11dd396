import { isoDate } from "./isoDate.ts";

/** A calendar period that reports count by, in the tenant's time zone; weeks are ISO 8601's. */
export type PeriodKind = "week" | "month";

/** A period as reports name it. */
export interface Period {
  /** `2026-W09` or `2026-03`. */
  readonly name: string;
  /** Its first day: `2026-02-23`. */
  readonly from: string;
}

/**
 * The period that begins on a day.
 *
 * @param first - as {@link isoDate} takes it
 */
export function period(first: Date | string, kind: PeriodKind): Period {
  const from = isoDate(first);
  return { from, name: kind === "month" ? from.slice(0, 7) : weekName(new Date(from)) };
}

/** An ISO week belongs to the year that its Thursday lies in, and is the Thursday's week of it. */
function weekName(monday: Date): string {
  const thursday = new Date(monday.getTime() + 3 * 86_400_000);
  const year = thursday.getUTCFullYear();
  const dayOfYear = (thursday.getTime() - Date.UTC(year, 0)) / 86_400_000;
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, "0")}`;
}
