import type { WindowFilter } from "./reportHead.ts";

/** The arguments of a report's statement that an enrollment window comes to. */
export function windowValues({ enrolledFrom, enrolledBefore }: WindowFilter): (Date | null)[] {
  return [enrolledFrom ?? null, enrolledBefore ?? null];
}
