import type { DrawnCounts } from "./Bar.tsx";

/** Drawn from the top, its length counted as a hundred. */
const circle = { cx: 22, cy: 22, r: 18, pathLength: 100, transform: "rotate(-90 22 22)" };

/** Dashes from one place of the circle for some of its length, then none. */
function stripes(from: number, length: number): string {
  const count = Math.max(1, Math.round(length / 4));
  const dash = length / (2 * count);
  return [0, from, ...Array.from({ length: 2 * count }, () => dash), 0, 100].join(" ");
}

/** A ring, filled clockwise from the top. */
export function Ring({ confirmed, pending, total }: DrawnCounts) {
  const share = (part: number) => (total === 0 ? 0 : (part / total) * 100);
  return (
    <svg className="lp-ring" viewBox="0 0 44 44" aria-hidden="true" focusable="false">
      <circle className="lp-ring-track" {...circle} />
      {pending === 0 ? null : (
        <circle
          className="lp-ring-pending"
          {...circle}
          strokeDasharray={stripes(share(confirmed), share(pending))}
        />
      )}
      {confirmed === 0 ? null : (
        <circle
          className="lp-ring-fill"
          part="fill"
          {...circle}
          strokeDasharray={`${share(confirmed)} 100`}
        />
      )}
    </svg>
  );
}
