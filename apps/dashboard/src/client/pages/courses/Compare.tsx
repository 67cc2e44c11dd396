import { CloseButton } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { readTimeToComplete } from "../../api/reports.ts";
import { IncidenceChart } from "../../charts/IncidenceChart.tsx";
import { shownCurve } from "../../charts/shownCurve.ts";
import { useScope } from "../../shell/Session.tsx";
import { daysText, rateText } from "../../text/numbers.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Panel } from "../../ui/Panel.tsx";

interface Props {
  readonly courses: readonly string[];
  readonly titles: ReadonlyMap<string, string>;
  close(): void;
}

/** The curves of two to four courses over one another: the same axes, the same instant. */
export default function Compare({ courses, titles, close }: Props) {
  const scope = useScope();
  const answers = useQueries({
    queries: courses.map((course) => ({
      queryKey: ["figures", "time-to-complete", course, scope, "firstAccess"],
      queryFn: () => readTimeToComplete(course, { ...scope, from: "firstAccess" }),
    })),
  });
  const curves = answers.flatMap(({ data }) =>
    data === undefined || shownCurve(data.curve).length === 0
      ? []
      : [
          {
            key: data.course,
            label: titles.get(data.course) ?? data.course,
            points: shownCurve(data.curve),
            median: data.p50Days,
          },
        ],
  );
  const failed = answers.find(({ error }) => error !== null)?.error;
  return (
    <Panel
      title="Time to complete, compared"
      explain={{ of: "incidence" }}
      actions={<CloseButton aria-label="Close the comparison" onClick={close} />}
    >
      {failed ? <Empty title="A curve could not be read">{failed.message}</Empty> : null}
      {curves.length === 0 ? (
        <Empty title="Not enough data">A curve is drawn while at least 10 are followed.</Empty>
      ) : (
        <IncidenceChart
          name="Time to complete, compared"
          caption={captionOf(curves)}
          curves={curves}
        />
      )}
    </Panel>
  );
}

function captionOf(
  curves: readonly {
    label: string;
    median: number | null;
    points: readonly { completed: number }[];
  }[],
): string {
  return curves
    .map(({ label, median, points }) =>
      median === null
        ? `${label}: half not reached (${rateText(points.at(-1)?.completed ?? 0)} so far).`
        : `${label}: half complete within ${median === 0 ? "the first day" : daysText(median)}.`,
    )
    .join(" ");
}
