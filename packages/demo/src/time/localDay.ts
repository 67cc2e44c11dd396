import { DAY } from "./units.ts";
import { zoneOffset } from "./zoneOffset.ts";

/** Number of the calendar day in the zone at that instant; 1970-01-01 is day 0. */
export function localDay(zone: string, instant: number): number {
  return Math.floor((instant + zoneOffset(zone, instant)) / DAY);
}
