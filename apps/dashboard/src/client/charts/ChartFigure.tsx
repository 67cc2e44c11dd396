import { Button } from "@mantine/core";
import { useElementSize, useId } from "@mantine/hooks";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { goTo } from "../address/useView.ts";

/** One thing that a chart shows, as it is said, and where the people behind it are listed. */
export interface ChartPoint {
  readonly label: string;
  readonly href?: string | undefined;
}

export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

interface Props {
  /** What the chart is of, such as “Completed by day”. */
  readonly name: string;
  /** What it says, computed from its numbers. */
  readonly caption: ReactNode;
  /** From left to right; of several series one after the other, as many points of each. */
  readonly points: readonly ChartPoint[];
  readonly table: ChartTable;
  readonly height: number;
  /** Draws it so wide; `current` is the point that is walked on, if any. */
  readonly draw: (width: number, current: number | null) => ReactNode;
  /** Where a point is, in pixels from the left, so that the pointer finds it. */
  readonly at: (index: number, width: number) => number;
  /** How many series there are, and how far down each of their points is; one when omitted. */
  readonly series?: { readonly count: number; readonly down: (index: number) => number };
}

/**
 * A chart for whoever reads it: with the eyes, with the keys (arrows walk its points, up and down
 * from one series to another, Enter opens the people behind one, `t` shows the numbers) or as the
 * table that it is drawn from.
 */
export function ChartFigure(props: Props) {
  const { name, caption, table } = props;
  const [isTable, setTable] = useState(false);
  const id = useId();
  return (
    <figure className="md-chart" aria-labelledby={id}>
      <div className="md-chart-head">
        <figcaption id={id}>{caption}</figcaption>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          aria-label={`${isTable ? "Chart" : "Table"} of ${name}`}
          onClick={() => setTable(!isTable)}
        >
          {isTable ? "Chart" : "Table"}
        </Button>
      </div>
      {isTable ? (
        <NumbersTable name={name} table={table} />
      ) : (
        <Drawing {...props} showTable={() => setTable(true)} />
      )}
    </figure>
  );
}

/** The drawing, whose points are walked like the values of a slider. */
function Drawing(props: Props & { showTable(): void }) {
  const { name, points, height, draw, at, series, showTable } = props;
  const [current, setCurrent] = useState<number | null>(null);
  const { ref, width } = useElementSize<HTMLDivElement>();
  const last = points.length - 1;
  const point = current === null ? undefined : points[Math.min(current, last)];
  const onKeyDown = (event: KeyboardEvent) => {
    const to = stepOf(event.key, current ?? 0, points.length, series?.count ?? 1);
    if (to !== undefined) setCurrent(to);
    else if (event.key === "Enter" && point?.href !== undefined) goTo(point.href);
    else if (event.key === "t") showTable();
    else if (event.key === "Escape") setCurrent(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const nearest = (x: number, y: number) => {
    const beside = points.map((_, index) => Math.abs(at(index, width) - x));
    const least = Math.min(...beside);
    const down = (index: number) => Math.abs((series?.down(index) ?? 0) - y);
    const closest = points.flatMap((_, index) => (beside[index] === least ? [index] : []));
    return closest.reduce((a, b) => (down(b) < down(a) ? b : a));
  };
  return (
    <div
      ref={ref}
      className="md-chart-area"
      style={{ height }}
      role="slider"
      tabIndex={0}
      aria-label={`Points of ${name}`}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, last)}
      aria-valuenow={current ?? 0}
      aria-valuetext={point?.label ?? points[0]?.label ?? "No points"}
      onKeyDown={onKeyDown}
      onBlur={() => setCurrent(null)}
      onPointerMove={(event) => {
        const { left, top } = event.currentTarget.getBoundingClientRect();
        if (points.length > 0) setCurrent(nearest(event.clientX - left, event.clientY - top));
      }}
      onPointerLeave={() => setCurrent(null)}
      onClick={() => {
        if (point?.href !== undefined) goTo(point.href);
      }}
    >
      {width === 0 ? null : (
        <svg width={width} height={height} aria-hidden="true">
          {draw(width, current)}
        </svg>
      )}
      {point === undefined || current === null ? null : (
        <Tip x={at(current, width)} width={width} point={point} />
      )}
    </div>
  );
}

/** The point that a key leads to, which may be none; undefined for a key that leads nowhere. */
function stepOf(key: string, here: number, count: number, series: number): number | undefined {
  const length = count / series;
  const first = here - (here % length);
  const within = (to: number) => Math.min(first + length - 1, Math.max(first, to));
  const beside = (by: number) => {
    const to = here + by * length;
    return to < 0 || to >= count ? here : to;
  };
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: within(here + 1),
    ArrowLeft: within(here - 1),
    ArrowUp: series > 1 ? beside(-1) : within(here + 1),
    ArrowDown: series > 1 ? beside(1) : within(here - 1),
    PageUp: within(here + 10),
    PageDown: within(here - 10),
    Home: first,
    End: first + length - 1,
  };
  return steps[key];
}

function Tip({ x, width, point }: { x: number; width: number; point: ChartPoint }) {
  const isRight = x > width / 2;
  return (
    <div
      className="md-tip"
      style={isRight ? { right: width - x + 10 } : { left: x + 10 }}
      aria-hidden="true"
    >
      {point.label}
      {point.href === undefined ? null : <small>Enter or click: the people</small>}
    </div>
  );
}

function NumbersTable({ name, table }: { name: string; table: ChartTable }) {
  return (
    <div className="md-numbers" tabIndex={0} role="region" aria-label={`Table of ${name}`}>
      <table>
        <thead>
          <tr>
            {table.head.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join(" ")}>
              {row.map((value, at) =>
                at === 0 ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move.
                  <th key={at} scope="row">
                    {value}
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move.
                  <td key={at}>{value}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
