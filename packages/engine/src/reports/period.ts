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
 * @param first - PostgreSQL's `date` as `pg` gives it, midnight in the zone of the process; or as
 * text, where the host's pool reads dates so
 */
export function period(first: Date | string, kind: PeriodKind): Period {
  const [year, month, day] =
    typeof first === "string"
      ? first.slice(0, 10).split("-").map(Number)
      : [first.getFullYear(), first.getMonth() + 1, first.getDate()];
  const date = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day));
  const from = date.toISOString().slice(0, 10);
  return { from, name: kind === "month" ? from.slice(0, 7) : weekName(date) };
}

/** An ISO week belongs to the year that its Thursday lies in, and is the Thursday's week of it. */
function weekName(monday: Date): string {
  const thursday = new Date(monday.getTime() + 3 * 86_400_000);
  const year = thursday.getUTCFullYear();
  const dayOfYear = (thursday.getTime() - Date.UTC(year, 0)) / 86_400_000;
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, "0")}`;
}
