import { DAY, HOUR, MINUTE } from "./units.ts";

const formatters = new Map<string, Intl.DateTimeFormat>();
const dayStarts = new Map<string, Map<number, number>>();

/**
 * What a clock in the zone shows beyond UTC at that instant, in milliseconds (Berlin in summer: two
 * hours).
 *
 * Asking `Intl` takes microseconds, and a history asks some hundred thousand times, so the answer
 * at each day's start is kept; only on the two days a year when the clocks move is it asked again.
 *
 * @param zone - IANA name
 */
export function zoneOffset(zone: string, instant: number): number {
  const day = Math.floor(instant / DAY);
  const offset = offsetAtDayStart(zone, day);
  return offset === offsetAtDayStart(zone, day + 1) ? offset : askedOffset(zone, instant);
}

function offsetAtDayStart(zone: string, day: number): number {
  const known = dayStarts.get(zone) ?? new Map<number, number>();
  dayStarts.set(zone, known);
  const offset = known.get(day) ?? askedOffset(zone, day * DAY);
  known.set(day, offset);
  return offset;
}

function askedOffset(zone: string, instant: number): number {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    formatters.set(zone, formatter);
  }
  // Written as "11/24/2026, GMT+05:30"; plain "GMT" is UTC itself.
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(formatter.format(instant));
  if (!match) return 0;
  const size = Number(match[2]) * HOUR + Number(match[3]) * MINUTE;
  return match[1] === "-" ? -size : size;
}
