import type { Scope } from "../types.ts";

/**
 * Version of the definitions that the numbers follow (`spec/metrics.md`, conventions). It changes
 * when the same facts come to mean another number.
 */
export const DEFINITION_VERSION = 1;

/**
 * Whose attempts are a group's: `current`, those of who belongs to it now; `atStart`, those of who
 * belonged to it when the attempt began.
 */
export type ReportMembership = "current" | "atStart";

/** What every report says of itself. */
export interface ReportHead {
  /** The instant that the numbers are of. */
  readonly asOf: Date;
  readonly definition: typeof DEFINITION_VERSION;
  /** Id of the group whose attempts alone are counted; left out where all are. */
  readonly group?: string;
  /** Which of its members, where there is a group. */
  readonly membership?: ReportMembership;
  /** The enrollment window whose attempts alone are counted, as far as one was asked for. */
  readonly enrolledFrom?: Date;
  readonly enrolledBefore?: Date;
}

/** Which attempts a report counts. */
export interface ReportFilter {
  /** Id of a group; all attempts when omitted. */
  readonly group?: string | undefined;
}

/** Which attempts a report counts that can be asked for of those who enrolled within some time. */
export interface WindowFilter extends ReportFilter {
  /** UTC instant: only attempts enrolled then or later; all up to the end when omitted. */
  readonly enrolledFrom?: Date | undefined;
  /** UTC instant, after `enrolledFrom`: only attempts enrolled earlier; all since when omitted. */
  readonly enrolledBefore?: Date | undefined;
}

/** Which attempts a list is of, by their deadlines. */
export interface DueFilter {
  /** UTC instant: only deadlines then or later; all up to the end when omitted. */
  readonly dueFrom?: Date | undefined;
  /** UTC instant, after `dueFrom`: only deadlines before it; all since when omitted. */
  readonly dueBefore?: Date | undefined;
}

/** Which attempts a list is of, by days. */
export interface DaysFilter {
  /** Whole days, 0 or more: the fewest; any number when omitted. */
  readonly minDays?: number | undefined;
  /** Whole days: the most; any number when omitted. Nobody has so many where it is the less. */
  readonly maxDays?: number | undefined;
}

/** A report that can be asked for of an earlier instant. */
export interface AsOfFilter extends WindowFilter {
  /** UTC instant, not ahead of now: what will be known then can't be told. Now when omitted. */
  readonly asOf?: Date | undefined;
}

/**
 * The head of a report; where it has no row to say its instant, that is the one asked for.
 *
 * @param membership - what the report's statement goes by; where it is told nothing else, the
 * present asks for members of now and an earlier instant for those at the start of the attempt
 */
export function reportHead(
  [row]: readonly { as_of: Date }[],
  { group, asOf, enrolledFrom, enrolledBefore }: AsOfFilter,
  { now }: Scope,
  membership: ReportMembership = asOf === undefined ? "current" : "atStart",
): ReportHead {
  return {
    asOf: row?.as_of ?? asOf ?? now ?? new Date(),
    definition: DEFINITION_VERSION,
    ...(group === undefined ? {} : { group, membership }),
    ...(enrolledFrom && { enrolledFrom }),
    ...(enrolledBefore && { enrolledBefore }),
  };
}
