import { instantOf } from "./instantOf.ts";
import { DAY } from "./units.ts";

/**
 * The last millisecond of a day, as `localDay` counts, in the zone: until then a local-date
 * deadline is met.
 */
export function endOfLocalDay(zone: string, day: number): number {
  return instantOf(zone, day, DAY) - 1;
}
