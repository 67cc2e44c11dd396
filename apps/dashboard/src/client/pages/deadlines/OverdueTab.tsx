import type { OverdueAttempt } from "@milepost/client";
import { useMemo } from "react";
import { ofNow } from "../../address/behind.ts";
import { pages } from "../../address/pages.ts";
import { useHref, useView } from "../../address/useView.ts";
import { daysQuery, everyPage, readDeadlines, readOverdue } from "../../api/reports.ts";
import { useAnswer } from "../../api/useAnswer.ts";
import { useRows } from "../../api/useRows.ts";
import { ColumnChart } from "../../charts/ColumnChart.tsx";
import { useScope, useScopeNow } from "../../shell/Session.tsx";
import { rangeText } from "../../text/filters.ts";
import { countOf, countText, daysText } from "../../text/numbers.ts";
import { AgoCell, ProgressCell } from "../../ui/Cells.tsx";
import { FilterChip } from "../../ui/FilterChip.tsx";
import { Panel } from "../../ui/Panel.tsx";
import type { Column } from "../../ui/table/Column.ts";
import { Widget } from "../../ui/Widget.tsx";
import { AttemptTable, attemptColumns } from "./AttemptTable.tsx";

type OverduePage = Awaited<ReturnType<typeof readOverdue>>;

/** Who is overdue, most overdue first, and what is done about it. */
export function OverdueTab({ course }: { course?: string | undefined }) {
  const scope = useScope();
  const { view, change } = useView();
  const query = useMemo(
    () => ({ ...scope, ...daysQuery(view), ...(course === undefined ? {} : { course }) }),
    [scope, view, course],
  );
  const hasRange = query.minDays !== undefined || query.maxDays !== undefined;
  const { answer, rows, first, more } = useRows<OverdueAttempt, OverduePage>(
    ["overdue", query],
    (after) => readOverdue(query, after),
  );
  return (
    <>
      {scope.asOf === undefined ? <Ageing course={course} /> : null}
      {hasRange ? (
        <p className="md-chips">
          <FilterChip
            by="days overdue"
            remove={() => change({ minDays: undefined, maxDays: undefined })}
          >
            Overdue {rangeText(query)}
          </FilterChip>
        </p>
      ) : null}
      <Widget answer={answer} height={520}>
        {() => (
          <AttemptTable
            name="overdue"
            caption="Overdue attempts"
            columns={columns}
            rows={rows}
            total={first?.total ?? 0}
            more={more}
            every={() => everyPage((after) => readOverdue({ ...query, limit }, after))}
            csv={{ path: "/v1/reports/overdue", query }}
            none={hasRange ? "Nobody is overdue for so long" : "Nobody is overdue"}
          />
        )}
      </Widget>
    </>
  );
}

const limit = 1_000;

const columns: Column<OverdueAttempt>[] = [
  ...attemptColumns,
  {
    id: "over",
    label: "Over",
    width: 110,
    explain: "overdue",
    cell: (row) => (
      <span className="md-danger">
        {row.daysOverdue === 0 ? "today" : daysText(row.daysOverdue)}
      </span>
    ),
  },
  {
    id: "progress",
    label: "Progress",
    width: 150,
    explain: "progress",
    cell: (row) => <ProgressCell percentage={row.progressPercentage} />,
  },
  {
    id: "lastActivity",
    label: "Last activity",
    width: 140,
    cell: (row) => <AgoCell at={row.lastActivityAt} />,
  },
];

const ages = [
  { key: "days1To7", label: "1–7 days", minDays: "1", maxDays: "7" },
  { key: "days8To30", label: "8–30 days", minDays: "8", maxDays: "30" },
  { key: "days31To90", label: "31–90 days", minDays: "31", maxDays: "90" },
  { key: "daysOver90", label: "over 90 days", minDays: "91", maxDays: undefined },
] as const;

function Ageing({ course }: { course: string | undefined }) {
  const href = useHref();
  const query = { ...useScopeNow(), ...(course === undefined ? {} : { course }) };
  const report = useAnswer("figures", ["deadlines", query], () => readDeadlines(query));
  return (
    <Panel title="How long overdue" explain={{ of: "overdue" }}>
      <Widget answer={report} height={170}>
        {({ ageing }) => {
          const total = ages.reduce((sum, { key }) => sum + ageing[key], 0);
          const old = ageing.days31To90 + ageing.daysOver90;
          return (
            <ColumnChart
              name="How long overdue"
              caption={
                total === 0
                  ? "Nobody is overdue."
                  : `${countText(old)} of ${countText(total)} are overdue for more than 30 days.`
              }
              columns={ages.map(({ key, label, ...range }) => ({
                key,
                label,
                value: ageing[key],
                said: `${label}: ${countOf(ageing[key], "attempt")}`,
                href: href(pages.deadlines(), { ...ofNow, course, ...range }),
              }))}
              table={{
                head: ["Overdue for", "Attempts"],
                rows: ages.map(({ key, label }) => [label, countText(ageing[key])]),
              }}
              format={countText}
              height={150}
            />
          );
        }}
      </Widget>
    </Panel>
  );
}
