import { scaleBand, scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import { ChartFigure, type ChartTable } from "./ChartFigure.tsx";

/** One column: its name below it, how high it is, and how it is said. */
export interface ChartColumn {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly said: string;
  readonly href?: string | undefined;
  /** What changed about it then, such as `v3`: a mark above the column. */
  readonly mark?: string | undefined;
  /** Not over yet, or too few to tell: hatched. */
  readonly isPartial?: boolean;
}

interface Props {
  readonly name: string;
  readonly caption: ReactNode;
  readonly columns: readonly ChartColumn[];
  readonly table: ChartTable;
  /** How values are written on the axis. */
  readonly format: (value: number) => string;
  /** The top of the axis where it is not that of the highest column, such as 1 for shares. */
  readonly top?: number;
  readonly height?: number;
}

const margin = { top: 14, right: 8, bottom: 26, left: 44 };

/** Columns side by side. */
export function ColumnChart(props: Props) {
  const { name, caption, columns, table, format, height = 220 } = props;
  const highest = Math.max(...columns.map(({ value }) => value), 0);
  const y = scaleLinear(
    [0, props.top ?? Math.max(1, highest)],
    [height - margin.bottom, margin.top],
  );
  const isCount = props.top === undefined;
  if (isCount) y.nice(4);
  const xOf = (width: number) =>
    scaleBand(
      columns.map(({ key }) => key),
      [margin.left, width - margin.right],
    ).padding(0.25);
  return (
    <ChartFigure
      name={name}
      caption={caption}
      height={height}
      table={table}
      points={columns.map(({ said, href }) => ({ label: said, href }))}
      at={(index, width) => {
        const x = xOf(width);
        return (x(columns[index]?.key ?? "") ?? 0) + x.bandwidth() / 2;
      }}
      draw={(width, current) => {
        const x = xOf(width);
        // As many names as there is room for.
        const every = namedEvery(columns, width - margin.left);
        return (
          <>
            <Grid y={y} isCount={isCount} width={width} format={format} />
            <Hatch />
            {columns.map((column, at) => (
              <ColumnMark
                key={column.key}
                column={column}
                left={x(column.key) ?? 0}
                width={x.bandwidth()}
                top={y(column.value)}
                bottom={y(0)}
                isNamed={at % every === 0}
                isCurrent={at === current}
              />
            ))}
          </>
        );
      }}
    />
  );
}

interface GridProps {
  readonly y: ((value: number) => number) & { ticks(count: number): number[] };
  /** Of a few there are no halves. */
  readonly isCount: boolean;
  readonly width: number;
  readonly format: (value: number) => string;
}

function Grid({ y, isCount, width, format }: GridProps) {
  const ticks = y.ticks(4).filter((tick) => !isCount || Number.isInteger(tick));
  return (
    <g className="md-grid">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
          <text x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Each how many columns have their name below them: as many as there is room for. */
function namedEvery(columns: readonly ChartColumn[], width: number): number {
  const longest = Math.max(...columns.map(({ label }) => label.length), 1);
  return Math.ceil(columns.length / Math.max(1, Math.floor(width / (longest * 7 + 12))));
}

interface MarkProps {
  readonly column: ChartColumn;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly isNamed: boolean;
  readonly isCurrent: boolean;
}

function ColumnMark({ column, left, width, top, bottom, isNamed, isCurrent }: MarkProps) {
  return (
    <g className="md-column" data-current={isCurrent}>
      <rect
        x={left}
        y={top}
        width={width}
        height={Math.max(0, bottom - top)}
        style={column.isPartial ? { fill: "url(#md-hatch)" } : undefined}
        rx={2}
      />
      {column.mark === undefined ? null : (
        <g className="md-mark">
          <line x1={left - 2} x2={left - 2} y1={margin.top} y2={bottom} />
          <text x={left + 2} y={margin.top + 2}>
            {column.mark}
          </text>
        </g>
      )}
      {isNamed ? (
        <text x={left + width / 2} y={bottom + 18} textAnchor="middle">
          {column.label}
        </text>
      ) : null}
    </g>
  );
}

function Hatch() {
  return (
    <defs>
      <pattern
        id="md-hatch"
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="md-hatch-ground" width={6} height={6} />
        <line className="md-hatch-line" x1={0} x2={0} y1={0} y2={6} />
      </pattern>
    </defs>
  );
}
