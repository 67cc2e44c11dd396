import { DAY } from "./units.ts";
import { zoneOffset } from "./zoneOffset.ts";

/**
 * The instant at which clocks in the zone show that time of that day.
 *
 * @param day - as `localDay` counts
 * @param timeOfDay - milliseconds after midnight; a day or more reaches into the days after
 */
export function instantOf(zone: string, day: number, timeOfDay: number): number {
  const shown = day * DAY + timeOfDay;
  // The offset depends on the instant looked for: once near enough, then exactly.
  const near = shown - zoneOffset(zone, shown);
  return shown - zoneOffset(zone, near);
}
