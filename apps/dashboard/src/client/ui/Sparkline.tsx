interface Props {
  readonly values: readonly number[];
  /** What it shows, said as a sentence. */
  readonly label: string;
}

const width = 96;
const height = 24;

/** A small line of how a count went, week by week. */
export function Sparkline({ values, label }: Props) {
  const most = Math.max(1, ...values);
  const step = width / Math.max(1, values.length - 1);
  const points = values.map((value, at) => [at * step, height - 2 - (value / most) * (height - 5)]);
  const last = points.at(-1);
  return (
    <svg
      className="md-spark"
      width={width + 4}
      height={height}
      viewBox={`-2 0 ${width + 4} ${height}`}
      role="img"
      aria-label={label}
    >
      <polyline points={points.map((point) => point.join(",")).join(" ")} />
      {last === undefined ? null : <circle cx={last[0]} cy={last[1]} r={2.2} />}
    </svg>
  );
}
