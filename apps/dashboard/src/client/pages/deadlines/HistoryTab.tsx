import { pages } from "../../address/pages.ts";
import { useHref } from "../../address/useView.ts";
import { readDeadlines } from "../../api/reports.ts";
import { useAnswer } from "../../api/useAnswer.ts";
import { ColumnChart } from "../../charts/ColumnChart.tsx";
import { useScope } from "../../shell/Session.tsx";
import { countText, intervalText, rateText } from "../../text/numbers.ts";
import { endOfPeriod } from "../../text/times.ts";
import { Panel } from "../../ui/Panel.tsx";
import { PresentOnly } from "../../ui/PresentOnly.tsx";
import { Widget } from "../../ui/Widget.tsx";
import { onTimeSentence } from "./onTimeSentence.ts";

/** How many were on time, by the month in which they were due. */
export function HistoryTab({ course }: { course?: string | undefined }) {
  const { group } = useScope();
  const href = useHref();
  const query = {
    ...(group === undefined ? {} : { group }),
    ...(course === undefined ? {} : { course }),
  };
  const report = useAnswer("figures", ["deadlines", query], () => readDeadlines(query));
  return (
    <>
      <PresentOnly what="The on-time rate by month" ofAll />
      <Panel
        title="On time, by the month of the deadline"
        explain={{ of: "onTimeRate" }}
        about="Hatched: the month that is running"
      >
        <Widget answer={report} height={260}>
          {({ onTime, asOf }) => (
            <ColumnChart
              name="On time by month"
              caption={onTimeSentence(onTime)}
              top={1}
              format={rateText}
              height={240}
              columns={onTime.map(({ month, due, rate, low, high }, at) => ({
                key: month,
                label: month,
                value: rate ?? 0,
                isPartial: at === onTime.length - 1,
                href:
                  course === undefined
                    ? undefined
                    : href(pages.course(course), {
                        ...dueView(month, at === onTime.length - 1 ? asOf : undefined),
                        tab: "learners",
                        sort: "due",
                      }),
                said:
                  due === 0
                    ? `${month}: nothing was due`
                    : `${month}: ${rateText(rate)} of ${countText(due)} on time ` +
                      `(95 %: ${intervalText(low, high)})`,
              }))}
              table={{
                head: ["Month", "Due", "On time", "Rate", "95 % interval"],
                rows: onTime.map(({ month, due, onTime: n, rate, low, high }) => [
                  month,
                  countText(due),
                  countText(n),
                  rateText(rate),
                  intervalText(low, high),
                ]),
              }}
            />
          )}
        </Widget>
      </Panel>
    </>
  );
}

/** What chooses the deadlines of a month of the organisation, of the one that is running so far. */
function dueView(month: string, until: string | undefined) {
  const first = `${month}-01`;
  const dueBefore = until ?? endOfPeriod(first, "month");
  return { dueFrom: first, dueBefore, zone: undefined };
}
