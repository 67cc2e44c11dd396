import { SegmentedControl } from "@mantine/core";
import type { CohortsReport } from "@milepost/client";
import { finishersView } from "../../address/behind.ts";
import { pages } from "../../address/pages.ts";
import { useHref, useView } from "../../address/useView.ts";
import { oneOf } from "../../address/view.ts";
import { readCohorts } from "../../api/reports.ts";
import { useAnswer } from "../../api/useAnswer.ts";
import { IncidenceChart } from "../../charts/IncidenceChart.tsx";
import { shownCurve } from "../../charts/shownCurve.ts";
import { useScope } from "../../shell/Session.tsx";
import { endOfPeriod } from "../../text/times.ts";
import { Empty } from "../../ui/Empty.tsx";
import { ExportButton } from "../../ui/ExportButton.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { PresentOnly } from "../../ui/PresentOnly.tsx";
import { Widget } from "../../ui/Widget.tsx";
import { CohortHeat } from "./CohortHeat.tsx";
import { cohortSentence, followedDays } from "./cohortSentence.ts";
import { useVersions } from "./useVersions.ts";

const spans = ["month", "week"] as const;
/** More lines than these cannot be told from one another. */
const mostLines = 5;

/** Whether newer intakes do better. */
export default function CohortsTab({ course }: { course: string }) {
  const { view, change } = useView();
  const { group } = useScope();
  const by = oneOf(spans, view.by);
  const query = { by, ...(group === undefined ? {} : { group }) };
  const report = useAnswer("figures", ["cohorts", course, query], () => readCohorts(course, query));
  const path = `/v1/reports/courses/${encodeURIComponent(course)}/cohorts`;
  return (
    <>
      <PresentOnly what="Cohorts" ofAll />
      <Panel
        title="By enrollment"
        explain={{ of: "cohort" }}
        about="Hatched: not all of the cohort have been followed for so long."
        actions={
          <>
            <SegmentedControl
              size="xs"
              aria-label="Cohorts by"
              data={[
                { value: "month", label: "Month" },
                { value: "week", label: "Week" },
              ]}
              value={by}
              onChange={(next) => change({ by: next === "month" ? undefined : next })}
            />
            <ExportButton path={path} query={query} />
          </>
        }
      >
        <Widget answer={report} height={520}>
          {(data) => <Cohorts report={data} />}
        </Widget>
      </Panel>
    </>
  );
}

function Cohorts({ report }: { report: CohortsReport }) {
  const { course, by, asOf } = report;
  const href = useHref();
  const versionsIn = useVersions(course);
  const items = report.items.map((item) => {
    const end = endOfPeriod(item.from, by);
    // Periods are those of the organisation's zone.
    const window = { enrolledFrom: item.from, enrolledBefore: end, zone: undefined };
    const followed = followedDays(end, asOf);
    return {
      ...item,
      followed,
      versions: versionsIn(item.from, end),
      href: href(pages.course(course), { ...window, tab: "learners" }),
      hrefOf: (day: number) =>
        href(pages.course(course), { ...window, ...finishersView("enrolled", day) }),
    };
  });
  if (items.length === 0) return <Empty title="Nobody is enrolled yet" />;
  const drawn = items
    .map((item) => ({ ...item, curve: shownCurve(item.curve) }))
    // One step is no curve to compare.
    .filter(({ curve }) => curve.length > 1)
    .slice(-mostLines);
  return (
    <>
      {drawn.length === 0 ? (
        <Empty title="Not enough data">A curve needs at least 10 who are followed.</Empty>
      ) : (
        <IncidenceChart
          name="Completed by day, by cohort"
          caption={cohortSentence(items)}
          curves={drawn.map(({ cohort, curve, followed, hrefOf }) => ({
            key: cohort,
            label: cohort,
            points: curve,
            solidThrough: followed,
            hrefOf,
          }))}
        />
      )}
      <CohortHeat items={items} />
    </>
  );
}
