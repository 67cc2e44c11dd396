import type { OnTimeMonth } from "@milepost/client";
import { attemptsView, ofNow } from "../../address/behind.ts";
import { pages } from "../../address/pages.ts";
import { useHref } from "../../address/useView.ts";
import { readDeadlines } from "../../api/reports.ts";
import { useAnswer } from "../../api/useAnswer.ts";
import { ColumnChart } from "../../charts/ColumnChart.tsx";
import { useDayStart, useScopeNow } from "../../shell/Session.tsx";
import { countText, intervalText, rateText } from "../../text/numbers.ts";
import { endOfPeriod } from "../../text/times.ts";
import { Panel } from "../../ui/Panel.tsx";
import { PresentOnly } from "../../ui/PresentOnly.tsx";
import { Widget } from "../../ui/Widget.tsx";
import { publishedText, useVersions } from "../course/useVersions.ts";
import { onTimeSentence } from "./onTimeSentence.ts";

/** How many were on time, by the month in which they were due. */
export function HistoryTab({ course }: { course?: string | undefined }) {
  const query = { ...useScopeNow(), ...(course === undefined ? {} : { course }) };
  const report = useAnswer("figures", ["deadlines", query], () => readDeadlines(query));
  return (
    <>
      <PresentOnly what="The on-time rate by month" />
      <Panel
        title="On time, by the month of the deadline"
        explain={{ of: "onTimeRate" }}
        about="Hatched: the month that is running"
      >
        <Widget answer={report} height={260}>
          {({ onTime, asOf }) => <OnTimeChart months={onTime} asOf={asOf} course={course} />}
        </Widget>
      </Panel>
    </>
  );
}

interface ChartProps {
  readonly months: readonly OnTimeMonth[];
  readonly asOf: string;
  readonly course: string | undefined;
}

function OnTimeChart({ months, asOf, course }: ChartProps) {
  const versionsIn = useVersions(course);
  const hrefOf = useMonthHref(course);
  const columns = months.map((row, at) => {
    const isRunning = at === months.length - 1;
    const first = `${row.month}-01`;
    const end = endOfPeriod(first, "month");
    const href = hrefOf(first, isRunning ? asOf : end);
    return { row, isRunning, href, versions: versionsIn(first, end) };
  });
  return (
    <ColumnChart
      name="On time by month"
      caption={onTimeSentence(months)}
      top={1}
      format={rateText}
      height={240}
      columns={columns.map(({ row, isRunning, versions, href }) => ({
        key: row.month,
        label: row.month,
        value: row.rate ?? 0,
        isPartial: isRunning,
        href,
        mark: versions.length === 0 ? undefined : versions.map((n) => `v${n}`).join(" "),
        said: monthText(row, versions),
      }))}
      table={{
        head: ["Month", "Due", "On time", "Rate", "95 % interval", "Published"],
        rows: columns.map(({ row, versions }) => [
          row.month,
          countText(row.due),
          countText(row.onTime),
          rateText(row.rate),
          intervalText(row.low, row.high),
          versions.length === 0 ? "–" : `Version ${versions.join(", ")}`,
        ]),
      }}
    />
  );
}

/** Where those are listed whose deadline was in some time, of a course or of all. */
function useMonthHref(course: string | undefined) {
  const href = useHref();
  const startOf = useDayStart();
  return (first: string, end: string) => {
    const within = { dueFrom: startOf(first), dueBefore: startOf(end) };
    if (course === undefined) return href(pages.learners(), attemptsView(within));
    return href(pages.course(course), { ...ofNow, ...within, tab: "learners", sort: "due" });
  };
}

function monthText(row: OnTimeMonth, versions: readonly number[]): string {
  const { month, due, rate, low, high } = row;
  const kept =
    due === 0
      ? `${month}: nothing was due`
      : `${month}: ${rateText(rate)} of ${countText(due)} on time ` +
        `(95 %: ${intervalText(low, high)})`;
  return versions.length === 0 ? kept : `${kept}; ${publishedText(versions)}`;
}
