/** A time zone that dates are shown in, with its name to stand beside them. */
export interface Zone {
  /** An IANA name. */
  readonly id: string;
  readonly label: string;
}

export const dayMs = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${zone} ${name}`;
  let known = formats.get(key);
  if (known === undefined) {
    known = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone });
    formats.set(key, known);
  }
  return known;
}

const date = { day: "numeric", month: "short", year: "numeric" } as const;
const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** A day, such as `24 Apr 2026`. */
export function dateText(at: string | Date, zone: Zone): string {
  return format(zone.id, "date", date).format(new Date(at));
}

/** An instant, such as `24 Apr 2026, 09:00`. */
export function instantText(at: string | Date, zone: Zone): string {
  return format(zone.id, "instant", { ...date, ...time }).format(new Date(at));
}

/** An instant to the second, for a ledger. */
export function exactText(at: string | Date, zone: Zone): string {
  return format(zone.id, "exact", { ...date, ...time, second: "2-digit" }).format(new Date(at));
}

/** A time of day, such as `09:00`. */
export function timeText(at: string | Date, zone: Zone): string {
  return format(zone.id, "time", time).format(new Date(at));
}

/** A calendar day without a zone of its own, such as `2026-04-24`, as `24 Apr`. */
export function dayText(day: string, options: { year?: boolean } = {}): string {
  const [, month, number] = day.split("-").map(Number);
  const at = new Date(`${day}T00:00:00Z`);
  if (month === undefined || number === undefined || Number.isNaN(at.getTime())) return day;
  const shown = options.year ? date : { day: "numeric" as const, month: "short" as const };
  return format("UTC", options.year ? "day with year" : "day", shown).format(at);
}

/** The calendar day of an instant, such as `2026-04-24`. */
export function dayOf(at: Date, zone: Zone): string {
  const options = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const parts = format(zone.id, "parts", options).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/**
 * The first instant of a calendar day in a zone. A day may begin later than at midnight where the
 * clocks went forward.
 */
export function startOfDay(day: string, zone: Zone): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const guess = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(guess)) return null;
  // No zone is farther from UTC than this; the first quarter of an hour that shows the day.
  for (let at = guess - 15 * 3_600_000; at <= guess + 15 * 3_600_000; at += 900_000) {
    if (dayOf(new Date(at), zone) === day) return new Date(at);
  }
  return null;
}

/** The day after so many more, as `2026-04-24` is. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The day on which a week or a month that begins on `from` is over. */
export function endOfPeriod(from: string, by: "week" | "month"): string {
  if (by === "week") return addDays(from, 7);
  const [year = 0, month = 0] = from.split("-").map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** An instant as a field for local times has it, such as `2026-04-24T09:00:30`. */
export function localText(at: Date, zone: Zone): string {
  const clock = format(zone.id, "clock", { ...time, second: "2-digit" }).format(at);
  return `${dayOf(at, zone)}T${clock}`;
}

/** The instant of a local time in a zone; where the clocks went forward, as much later. */
export function instantOf(local: string, zone: Zone): Date | null {
  const wanted = Date.parse(`${local}Z`);
  if (Number.isNaN(wanted)) return null;
  const offset = (at: number) => Date.parse(`${localText(new Date(at), zone)}Z`) - at;
  const whole = Math.floor(wanted / 1_000) * 1_000;
  const guess = whole - offset(whole);
  return new Date(whole - offset(guess));
}

/** How long ago, in words to be read in passing, such as `3 days ago`. */
export function agoText(at: string, now: Date): string {
  const seconds = Math.max(0, (now.getTime() - Date.parse(at)) / 1_000);
  if (seconds < 60) return "just now";
  const [size, unit] =
    seconds < 3_600
      ? ([60, "minute"] as const)
      : seconds < 86_400
        ? ([3_600, "hour"] as const)
        : ([86_400, "day"] as const);
  const n = Math.floor(seconds / size);
  return `${n} ${unit}${n === 1 ? "" : "s"} ago`;
}
