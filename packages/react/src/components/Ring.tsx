import type { DrawnCounts } from "./Bar.tsx";

const [middle, radius] = [22, 18];

/**
 * An arc clockwise from the top, as a path: a dashed circle would do the same by an attribute whose
 * name React and Preact do not share.
 */
function arc(share: number): string {
  // A whole circle is two arcs: one that ends where it begins is none.
  if (share > 0.5) return `${arc(0.5)}A${radius} ${radius} 0 0 1 ${point(share)}`;
  return `M${middle} ${middle - radius}A${radius} ${radius} 0 0 1 ${point(share)}`;
}

function point(share: number): string {
  const angle = share * 2 * Math.PI;
  const [x, y] = [middle + radius * Math.sin(angle), middle - radius * Math.cos(angle)];
  return `${x.toFixed(3)} ${y.toFixed(3)}`;
}

/** Dashes from one share of the circle to another. */
function stripes(from: number, to: number): string {
  const count = Math.max(1, Math.round((to - from) * 25));
  const dash = (to - from) / (2 * count);
  return Array.from({ length: count }, (_, at) => {
    const begin = from + 2 * at * dash;
    return `M${point(begin)}A${radius} ${radius} 0 0 1 ${point(begin + dash)}`;
  }).join("");
}

/** A ring, filled clockwise from the top. */
export function Ring({ confirmed, pending, total }: DrawnCounts) {
  const shareOf = (part: number) => (total === 0 ? 0 : part / total);
  return (
    <svg className="lp-ring" viewBox="0 0 44 44" aria-hidden="true">
      <path className="lp-ring-track" d={arc(1)} />
      {pending === 0 ? null : (
        <path
          className="lp-ring-pending"
          d={stripes(shareOf(confirmed), shareOf(confirmed + pending))}
        />
      )}
      {confirmed === 0 ? null : (
        <path className="lp-ring-fill" part="fill" d={arc(shareOf(confirmed))} />
      )}
    </svg>
  );
}
