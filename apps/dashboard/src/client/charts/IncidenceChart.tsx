import type { CurvePoint } from "@milepost/client";
import { scaleLinear } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";
import type { ReactNode } from "react";
import { countText, intervalText, rateText } from "../text/numbers.ts";
import { ChartFigure, type ChartTable } from "./ChartFigure.tsx";
import { spread } from "./spread.ts";

/** One curve of a chart. */
export interface Curve {
  readonly key: string;
  readonly label: string;
  readonly points: readonly CurvePoint[];
  /** The last day to which all of it have been followed; dashed behind it. */
  readonly solidThrough?: number | null;
}

interface Props {
  readonly name: string;
  readonly caption: ReactNode;
  readonly curves: readonly Curve[];
  /** Days at which a share is reached, such as those of p50. */
  readonly marks?: readonly { readonly day: number; readonly label: string }[];
  /** Draw the interval, which is legible for one curve alone. */
  readonly band?: boolean;
}

const margin = { top: 12, right: 16, bottom: 30, left: 44 };
const riskHeight = 34;
const height = 320;
/** A curve holds a step a day for years: as many are walked with the arrow keys. */
const walked = 60;

/** The share that has completed by each day: steps, because it is known at those days alone. */
export function IncidenceChart({ name, caption, curves, marks = [], band = false }: Props) {
  const lastDay = Math.max(1, ...curves.map(({ points }) => points.at(-1)?.day ?? 0));
  const highest = Math.max(
    0.1,
    ...curves.flatMap(({ points }) =>
      points.map((p) => (band ? (p.high ?? p.completed) : p.completed)),
    ),
  );
  const top = Math.min(1, Math.ceil(highest * 10) / 10);
  const main = curves[0]?.points ?? [];
  const steps = spread(main, walked);
  const bottom = height - margin.bottom - (band ? riskHeight : 0);
  const xOf = (width: number) =>
    scaleLinear([0, lastDay], [margin.left, width - margin.right - (curves.length > 1 ? 90 : 0)]);
  const y = scaleLinear([0, top], [bottom, margin.top]);
  const labels = curves.length > 1 ? labelHeights(curves, y) : [];

  return (
    <ChartFigure
      name={name}
      caption={caption}
      height={height}
      points={steps.map((step) => ({ label: pointText(step, curves) }))}
      at={(index, width) => xOf(width)(steps[index]?.day ?? 0)}
      table={curves.length === 1 ? tableOf(main) : tableOfMany(curves)}
      draw={(width, current) => {
        const x = xOf(width);
        const step = current === null ? undefined : steps[current];
        return (
          <>
            <Grid x={x} y={y} top={top} bottom={bottom} lastDay={lastDay} width={width} />
            {band ? <Band points={main} x={x} y={y} /> : null}
            {curves.map((curve, at) => (
              <CurveLine key={curve.key} curve={curve} at={at} x={x} y={y} labelY={labels[at]} />
            ))}
            <Marks marks={marks} x={x} bottom={bottom} lastDay={lastDay} />
            {band ? <AtRisk points={main} x={x} lastDay={lastDay} width={width} /> : null}
            {step === undefined ? null : (
              <g className="md-here">
                <line x1={x(step.day)} x2={x(step.day)} y1={margin.top} y2={bottom} />
                <circle cx={x(step.day)} cy={y(step.completed)} r={4.5} />
              </g>
            )}
          </>
        );
      }}
    />
  );
}

interface MarksProps {
  readonly marks: NonNullable<Props["marks"]>;
  readonly x: Scale;
  readonly bottom: number;
  readonly lastDay: number;
}

/**
 * One below the other, since they may be of the same days. Towards the end a label stands before
 * its line: behind it there is no room.
 */
function Marks({ marks, x, bottom, lastDay }: MarksProps) {
  return marks.map(({ day, label }, at) => {
    const isLate = day > lastDay * 0.8;
    return (
      <g key={label} className="md-mark">
        <line x1={x(day)} x2={x(day)} y1={margin.top} y2={bottom} />
        <text
          x={x(day) + (isLate ? -4 : 4)}
          y={margin.top + 10 + at * 15}
          textAnchor={isLate ? "end" : "start"}
        >
          {label}
        </text>
      </g>
    );
  });
}

type Scale = (value: number) => number;

interface GridProps {
  readonly x: Scale & { ticks(count: number): number[] };
  readonly y: Scale & { ticks(count: number): number[] };
  readonly top: number;
  readonly bottom: number;
  readonly lastDay: number;
  readonly width: number;
}

function Grid({ x, y, bottom, width }: GridProps) {
  const count = Math.max(3, Math.floor(width / 90));
  return (
    <g className="md-grid">
      {y.ticks(5).map((tick) => (
        <g key={tick}>
          <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
          <text x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
            {Math.round(tick * 100)} %
          </text>
        </g>
      ))}
      {x
        .ticks(count)
        .filter((tick) => Number.isInteger(tick))
        .map((tick) => (
          <text key={tick} x={x(tick)} y={bottom + 18} textAnchor="middle">
            {tick === 0 ? "day 0" : tick}
          </text>
        ))}
    </g>
  );
}

function Band({ points, x, y }: { points: readonly CurvePoint[]; x: Scale; y: Scale }) {
  const path = area<CurvePoint>()
    .x((point) => x(point.day))
    .y0((point) => y(point.low ?? point.completed))
    .y1((point) => y(point.high ?? point.completed))
    .curve(curveStepAfter)([...fromNobody(points)]);
  return <path className="md-band" d={path ?? undefined} />;
}

interface LineProps {
  readonly curve: Curve;
  readonly at: number;
  readonly x: Scale;
  readonly y: Scale;
  /** Where its label stands; it has none where undefined. */
  readonly labelY: number | undefined;
}

/** Where the labels at the ends of curves stand: beside their ends, none over another. */
function labelHeights(curves: readonly Curve[], y: Scale): number[] {
  const heights = curves.map(({ points }) => y(points.at(-1)?.completed ?? 0) + 4);
  const fromTop = heights.map((_, at) => at).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  let above = Number.NEGATIVE_INFINITY;
  for (const at of fromTop) {
    above = Math.max(heights[at] ?? 0, above + 14);
    heights[at] = above;
  }
  return heights;
}

function CurveLine({ curve, at, x, y, labelY }: LineProps) {
  const path = line<CurvePoint>()
    .x((point) => x(point.day))
    .y((point) => y(point.completed))
    .curve(curveStepAfter);
  const { solidThrough } = curve;
  const points = fromNobody(curve.points);
  const cut = solidThrough ?? Number.POSITIVE_INFINITY;
  const solid = points.filter(({ day }) => day <= cut);
  const rest = points.filter(({ day }) => day >= (solid.at(-1)?.day ?? 0));
  const last = points.at(-1);
  return (
    <g className={`md-curve md-curve-${at}`}>
      <path d={path(solid) ?? undefined} />
      {rest.length > 1 ? <path d={path(rest) ?? undefined} strokeDasharray="4 4" /> : null}
      {labelY !== undefined && last !== undefined ? (
        <text x={x(last.day) + 6} y={labelY}>
          {curve.label.length > 14 ? `${curve.label.slice(0, 13)}…` : curve.label}
        </text>
      ) : null}
    </g>
  );
}

/** A curve begins at nobody, on the day that all have in common. */
function fromNobody(points: readonly CurvePoint[]): readonly CurvePoint[] {
  const [first] = points;
  if (first === undefined || first.day === 0) return points;
  return [{ ...first, day: 0, completed: 0, low: 0, high: 0 }, ...points];
}

interface RiskProps {
  readonly points: readonly CurvePoint[];
  readonly x: Scale & { ticks(count: number): number[] };
  readonly lastDay: number;
  readonly width: number;
}

/** How many are still followed: where they are few, the curve says little. */
function AtRisk({ points, x, width }: RiskProps) {
  const count = Math.max(3, Math.floor(width / 90));
  return (
    <g className="md-risk">
      <text x={4} y={height - 26}>
        at risk
      </text>
      {x
        .ticks(count)
        .filter((tick) => Number.isInteger(tick))
        .map((tick) => {
          const n = points.findLast(({ day }) => day <= tick)?.atRisk;
          return n === undefined ? null : (
            <text key={tick} x={x(tick)} y={height - 8} textAnchor="middle">
              {countText(n)}
            </text>
          );
        })}
    </g>
  );
}

function pointText(step: CurvePoint, curves: readonly Curve[]): string {
  if (curves.length === 1) {
    return (
      `Day ${step.day}: ${rateText(step.completed)} completed ` +
      `(95 %: ${intervalText(step.low, step.high)}), ${countText(step.atRisk)} at risk`
    );
  }
  const shares = curves.map(({ label, points }) => {
    const point = points.findLast(({ day }) => day <= step.day);
    return `${label} ${point === undefined ? "–" : rateText(point.completed)}`;
  });
  return `Day ${step.day}: ${shares.join(", ")}`;
}

function tableOf(points: readonly CurvePoint[]): ChartTable {
  return {
    head: ["Day", "Completed", "95 % interval", "At risk"],
    rows: points.map(({ day, completed, low, high, atRisk }) => [
      day,
      rateText(completed),
      intervalText(low, high),
      countText(atRisk),
    ]),
  };
}

function tableOfMany(curves: readonly Curve[]): ChartTable {
  const days = [...new Set(curves.flatMap(({ points }) => points.map(({ day }) => day)))];
  days.sort((a, b) => a - b);
  return {
    head: ["Day", ...curves.map(({ label }) => label)],
    rows: days.map((day) => [
      day,
      ...curves.map(({ points }) => {
        const isOver = day > (points.at(-1)?.day ?? -1);
        const point = points.findLast((one) => one.day <= day);
        return isOver || point === undefined ? "–" : rateText(point.completed);
      }),
    ]),
  };
}
