import { Bar, type DrawnCounts } from "./Bar.tsx";

/** Beyond these the segments are too small to be told apart. */
const segmentsAtMost = 20;

/** One segment a required lesson; a bar where they are too many. */
export function Segments(counts: DrawnCounts) {
  const { confirmed, pending, total } = counts;
  if (total === 0 || total > segmentsAtMost) return <Bar {...counts} />;
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
