import type { CurvePoint } from "@milepost/client";
import { scaleLinear } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";
import type { ReactNode } from "react";
import { countText } from "../text/numbers.ts";
import { ChartFigure } from "./ChartFigure.tsx";
import { type Curve, daysOf, stepAt } from "./curve.ts";
import { pointText, tableOf, tableOfMany } from "./curveText.ts";
import { spread } from "./spread.ts";

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
  const days = spread(daysOf(curves), walked);
  const steps = curves.flatMap((curve) =>
    days.map((day) => ({ curve, day, point: stepAt(curve, day) })),
  );
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
      points={steps.map(({ curve, day, point }) => ({
        label: pointText(curve, day, curves),
        href: point === undefined ? undefined : curve.hrefOf?.(day),
      }))}
      series={{
        count: curves.length,
        down: (index) => y(steps[index]?.point?.completed ?? 0),
      }}
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
              <Here x={x(step.day)} y={step.point && y(step.point.completed)} bottom={bottom} />
            )}
          </>
        );
      }}
    />
  );
}

/** The day that is walked on, and how far the curve has come by it. */
function Here({ x, y, bottom }: { x: number; y: number | undefined; bottom: number }) {
  return (
    <g className="md-here">
      <line x1={x} x2={x} y1={margin.top} y2={bottom} />
      {y === undefined ? null : <circle cx={x} cy={y} r={4.5} />}
    </g>
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
