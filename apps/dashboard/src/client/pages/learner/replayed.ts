import type { LedgerEntry } from "@milepost/client";
import { stateNames } from "../../text/states.ts";
import { dayMs } from "../../text/times.ts";
import { stateName } from "./attemptText.ts";
import type { Clock, StateThen } from "./stateAt.ts";

/** The clock that an address chooses: what was known, unless it says otherwise. */
export function clockOf(chosen: string | undefined): Clock {
  return chosen === "occurred" ? "occurredAt" : "receivedAt";
}

/** The instants between which there is something to replay, and how far one step goes. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** From before the first entry until the present, in hours or, where it is long, in days. */
export function spanOf(entries: readonly LedgerEntry[], now: number): Span {
  const instants = entries.flatMap(({ occurredAt, receivedAt }) => [
    Date.parse(occurredAt),
    Date.parse(receivedAt),
  ]);
  const first = Math.min(now, ...instants);
  const step = now - first > 60 * dayMs ? dayMs : 3_600_000;
  const from = Math.floor(first / step) * step;
  return { from, to: Math.ceil(now / step) * step, step };
}

/** The instants at which something was recorded, each once, in order. */
export function stopsOf(entries: readonly LedgerEntry[], clock: Clock): number[] {
  const instants = new Set(entries.map((entry) => Date.parse(entry[clock])));
  return [...instants].sort((a, b) => a - b);
}

/** The state at an instant, in a word; between two views nobody knows how silent it was. */
export function thenText({ state, activityKnown }: StateThen): string {
  if (state.state === "completed") {
    return state.timing === "late" ? "Completed late" : "Completed";
  }
  if (state.state === "in-progress" && !activityKnown && state.activity === "stalled") {
    return "In progress";
  }
  return stateNames[stateName(state)];
}
