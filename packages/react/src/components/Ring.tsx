import type { DrawnCounts } from "./Bar.tsx";

const circle = "M22 4a18 18 0 1 1 0 36a18 18 0 1 1 0-36";

/** A ring, filled clockwise from the top. */
export function Ring({ confirmed, pending, total }: DrawnCounts) {
  const share = (part: number) => (total === 0 ? 0 : (part / total) * 100);
  return (
    <svg className="lp-ring" viewBox="0 0 44 44" aria-hidden="true" focusable="false">
      <path className="lp-ring-track" d={circle} />
      {pending === 0 ? null : (
        <path
          className="lp-ring-pending"
          d={circle}
          pathLength={100}
          strokeDasharray={`${share(confirmed + pending)} 100`}
        />
      )}
      {confirmed === 0 ? null : (
        <path
          className="lp-ring-fill"
          part="fill"
          d={circle}
          pathLength={100}
          strokeDasharray={`${share(confirmed)} 100`}
        />
      )}
    </svg>
  );
}
