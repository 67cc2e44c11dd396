import { useQueries } from "@tanstack/react-query";
import type { Origin } from "../address/behind.ts";
import { readTimeToComplete, type ScopeQuery } from "../api/reports.ts";
import { daysText, rateText } from "../text/numbers.ts";
import { Empty } from "../ui/Empty.tsx";
import type { Curve } from "./curve.ts";
import { IncidenceChart } from "./IncidenceChart.tsx";
import { shownCurve } from "./shownCurve.ts";

/** Whose curve is to be read: a course's, or that of a group in it. */
export interface Compared {
  readonly key: string;
  readonly label: string;
  readonly course: string;
  readonly scope: ScopeQuery;
  /** Where those are listed who had completed by a day. */
  readonly hrefOf: (day: number) => string;
}

interface Props {
  readonly name: string;
  readonly of: readonly Compared[];
  readonly from: Origin;
}

/** Several curves over one another: the same axes, the same instant. */
export function ComparedCurves({ name, of, from }: Props) {
  const answers = useQueries({
    queries: of.map(({ course, scope }) => ({
      queryKey: ["figures", "time-to-complete", course, scope, from],
      queryFn: () => readTimeToComplete(course, { ...scope, from }),
    })),
  });
  const curves = answers.flatMap(({ data }, at) => {
    const compared = of[at];
    const points = data === undefined ? [] : shownCurve(data.curve);
    if (compared === undefined || points.length === 0) return [];
    return [{ ...compared, points, median: data?.p50Days ?? null }];
  });
  const few = of.filter(({ key }, at) => {
    return answers[at]?.data !== undefined && curves.every((curve) => curve.key !== key);
  });
  const failed = answers.find(({ error }) => error !== null)?.error;
  return (
    <>
      {failed ? <Empty title="A curve could not be read">{failed.message}</Empty> : null}
      {curves.length === 0 ? (
        <Empty title="Not enough data">A curve is drawn while at least 10 are followed.</Empty>
      ) : (
        <IncidenceChart name={name} caption={captionOf(curves, few)} curves={curves} />
      )}
    </>
  );
}

function captionOf(
  curves: readonly (Curve & { readonly median: number | null })[],
  few: readonly Compared[],
): string {
  const sentences = curves.map(({ label, median, points }) =>
    median === null
      ? `${label}: half not reached (${rateText(points.at(-1)?.completed ?? 0)} so far).`
      : `${label}: half complete within ${median === 0 ? "the first day" : daysText(median)}.`,
  );
  const missing = few.map(({ label }) => `${label}: fewer than 10 to follow.`);
  return [...sentences, ...missing].join(" ");
}
