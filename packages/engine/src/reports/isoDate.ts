/**
 * A day as answers carry it: `2026-02-23`.
 *
 * @param day - PostgreSQL's `date` as `pg` gives it, midnight in the zone of the process; or as
 * text, where the host's pool reads dates so
 */
export function isoDate(day: Date | string): string {
  if (typeof day === "string") return day.slice(0, 10);
  const utc = new Date(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()));
  return utc.toISOString().slice(0, 10);
}
