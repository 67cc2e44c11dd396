import { MultiSelect, SegmentedControl } from "@mantine/core";
import type { TimeToComplete } from "@milepost/client";
import { finishersView, type Origin, origins } from "../../address/behind.ts";
import { pages } from "../../address/pages.ts";
import { useHref, useView } from "../../address/useView.ts";
import { oneOf } from "../../address/view.ts";
import { readTimeToComplete } from "../../api/reports.ts";
import { useAnswer } from "../../api/useAnswer.ts";
import { ComparedCurves } from "../../charts/ComparedCurves.tsx";
import { IncidenceChart } from "../../charts/IncidenceChart.tsx";
import { shownCurve } from "../../charts/shownCurve.ts";
import { useScope } from "../../shell/Session.tsx";
import { countText, daysText, rateText } from "../../text/numbers.ts";
import { Empty } from "../../ui/Empty.tsx";
import { ExportButton } from "../../ui/ExportButton.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Stat } from "../../ui/Stat.tsx";
import { Widget } from "../../ui/Widget.tsx";
import { FinishersPanel } from "./FinishersPanel.tsx";
import { finishersWarning, timeSentence } from "./timeSentence.ts";
import { mostSplit, useSplit } from "./useSplit.ts";

/** How long the course takes, those who are still going counted. */
export default function TimeTab({ course }: { course: string }) {
  const { view, change } = useView();
  const scope = useScope();
  const from = oneOf(origins, view.from);
  const report = useAnswer(
    "figures",
    ["time-to-complete", course, scope, from],
    () => readTimeToComplete(course, { ...scope, from }),
    { keep: true },
  );
  const split = useSplit();
  const path = `/v1/reports/courses/${encodeURIComponent(course)}/time-to-complete`;
  return (
    <div className="md-side">
      <Panel
        title="Completed by day"
        explain={{ of: "incidence", n: report.data?.n }}
        actions={
          <>
            <SegmentedControl
              size="xs"
              aria-label="Days from"
              data={[
                { value: "firstAccess", label: "From first access" },
                { value: "enrolled", label: "From enrollment" },
              ]}
              value={from}
              onChange={(next) => change({ from: next === "firstAccess" ? undefined : next })}
            />
            <ExportButton path={path} query={{ ...scope, from }} />
          </>
        }
      >
        {split.groups.length === 0 ? null : <SplitBy split={split} />}
        {split.chosen.length === 0 ? (
          <Widget answer={report} height={380}>
            {(data) => <CurveOf report={data} from={from} />}
          </Widget>
        ) : (
          <CurvesOf course={course} groups={split.chosen} from={from} />
        )}
      </Panel>
      <Widget answer={report} height={380}>
        {(data) => <Figures report={data} />}
      </Widget>
      <Widget answer={report} height={260}>
        {(data) => <FinishersPanel report={data} />}
      </Widget>
    </div>
  );
}

interface CurvesProps {
  readonly course: string;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly from: Origin;
}

function CurvesOf({ course, groups, from }: CurvesProps) {
  const scope = useScope();
  const href = useHref();
  return (
    <ComparedCurves
      name="Completed by day, by group"
      from={from}
      of={groups.map(({ id, name }) => ({
        key: id,
        label: name,
        course,
        scope: { ...scope, group: id },
        hrefOf: (day) => href(pages.course(course), { ...finishersView(from, day), group: id }),
      }))}
    />
  );
}

/** Puts a curve for each of some groups in place of the one for all. */
function SplitBy({ split }: { split: ReturnType<typeof useSplit> }) {
  const { groups, chosen, choose } = split;
  return (
    <MultiSelect
      size="xs"
      mb="sm"
      aria-label={`Split by up to ${mostSplit} groups`}
      placeholder={chosen.length === 0 ? "Split by group" : ""}
      searchable
      clearable
      maxValues={mostSplit}
      limit={100}
      data={groups.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen.map(({ id }) => id)}
      onChange={choose}
      nothingFoundMessage="No such group"
    />
  );
}

function CurveOf({ report, from }: { report: TimeToComplete; from: Origin }) {
  const href = useHref();
  const { course, p50Days, p75Days, p90Days } = report;
  const curve = shownCurve(report.curve);
  const lastDay = curve.at(-1)?.day ?? 0;
  if (curve.length === 0) return <Empty title={timeSentence(report)} />;
  const marks = [
    { day: p50Days, label: "p50" },
    { day: p75Days, label: "p75" },
    { day: p90Days, label: "p90" },
  ].flatMap(({ day, label }) =>
    // Beyond the curve that is drawn there is nothing to mark.
    day === null || day > lastDay ? [] : [{ day, label: `${label}: ${daysText(day)}` }],
  );
  return (
    <IncidenceChart
      name="Completed by day"
      caption={timeSentence(report)}
      curves={[
        {
          key: course,
          label: course,
          points: curve,
          hrefOf: (day) => href(pages.course(course), finishersView(from, day)),
        },
      ]}
      marks={marks}
      band
    />
  );
}

function Figures({ report }: { report: TimeToComplete }) {
  const { finishers, n, reached } = report;
  const quantile = (days: number | null) =>
    days === null ? `Not reached (${rateText(reached)})` : daysText(days);
  const warning = finishersWarning(report);
  return (
    <div className="md-stats md-stats-column">
      <Stat
        label="Half complete within"
        value={quantile(report.p50Days)}
        note={`p75 ${quantile(report.p75Days)} · p90 ${quantile(report.p90Days)}`}
        explain={{ of: "medianDays", n }}
      />
      <Stat
        label="Finishers only"
        value={finishers.p50Days === null ? "–" : daysText(finishers.p50Days)}
        note={
          finishers.n === 0
            ? "Nobody finished who began long enough ago"
            : `n = ${countText(finishers.n)}, p90 ${
                finishers.p90Days === null ? "–" : daysText(finishers.p90Days)
              }`
        }
        explain={{ of: "finishers", n: finishers.n }}
      />
      {warning === null ? null : (
        <p className="md-stale" role="note">
          {warning}
        </p>
      )}
    </div>
  );
}
