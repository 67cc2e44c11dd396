import type { DrawnCounts } from "./Bar.tsx";

/** Beyond these the segments are too small to be told apart. */
export const segmentsAtMost = 20;

/** One segment a required lesson. */
export function Segments({ confirmed, pending, total }: DrawnCounts) {
  const stateOf = (at: number) =>
    at < confirmed ? "complete" : at < confirmed + pending ? "pending" : "not-started";
  const segments = Array.from({ length: total }, (_, at) => ({ at, state: stateOf(at) }));
  return (
    <span className="lp-segments" aria-hidden="true">
      {segments.map(({ at, state }) => (
        <span key={at} className="lp-segment" part="fill" data-state={state} />
      ))}
    </span>
  );
}
