/** Lessons of a course that the server has, that are on their way, and that there are. */
export interface DrawnCounts {
  readonly confirmed: number;
  readonly pending: number;
  readonly total: number;
}

/** A share as SVG writes it. Sizes are attributes: a `style` is what a strict policy forbids. */
function share(part: number, total: number): string {
  return total === 0 ? "0%" : `${(part / total) * 100}%`;
}

/** A bar, filled from where the line of text begins. */
export function Bar({ confirmed, pending, total }: DrawnCounts) {
  const done = share(confirmed, total);
  return (
    <svg className="lp-bar" aria-hidden="true">
      <rect className="lp-fill" part="fill" width={done} height="100%" />
      {pending === 0 ? null : (
        <line
          className="lp-pending"
          x1={done}
          x2={share(confirmed + pending, total)}
          y1="50%"
          y2="50%"
        />
      )}
    </svg>
  );
}
