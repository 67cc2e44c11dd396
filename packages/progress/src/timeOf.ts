import type { Instant } from "./types.ts";

// Text without a zone is read in the zone of whoever reads it, so that server and browser would
// answer differently; a date alone is not an instant.
const zoned = /T.*(Z|[+-]\d\d:\d\d)$/i;

/**
 * Milliseconds since 1970, so that instants of both kinds compare as numbers.
 *
 * @throws RangeError for anything that is not an instant: NaN would compare as neither before nor
 * after, and the answer would depend on the order of the lessons.
 */
export function timeOf(instant: Instant): number {
  const time =
    instant instanceof Date ? instant.getTime() : zoned.test(instant) ? Date.parse(instant) : NaN;
  if (Number.isNaN(time)) throw new RangeError(`Not an instant with its zone: ${String(instant)}`);
  return time;
}
