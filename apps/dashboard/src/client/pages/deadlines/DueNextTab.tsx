import { SegmentedControl } from "@mantine/core";
import type { DueAttempt } from "@milepost/client";
import { useMemo } from "react";
import { useView } from "../../address/useView.ts";
import { type DueQuery, dueQuery, everyPage, readDueNext } from "../../api/reports.ts";
import { useRows } from "../../api/useRows.ts";
import { useScope, useZone } from "../../shell/Session.tsx";
import { dueText } from "../../text/filters.ts";
import { countOf, secondsText } from "../../text/numbers.ts";
import { AgoCell, ProgressCell } from "../../ui/Cells.tsx";
import { FilterChip } from "../../ui/FilterChip.tsx";
import { PresentOnly } from "../../ui/PresentOnly.tsx";
import type { Column } from "../../ui/table/Column.ts";
import { Widget } from "../../ui/Widget.tsx";
import { AttemptTable, attemptColumns } from "./AttemptTable.tsx";

type DueNextPage = Awaited<ReturnType<typeof readDueNext>>;
const mostDays = 90;

/** Whose deadline comes next, and who is about to miss it. */
export function DueNextTab({ course }: { course?: string | undefined }) {
  const { view } = useView();
  const scope = useScope();
  const asked = Number(view.days ?? 14);
  const days = Number.isInteger(asked) && asked >= 1 && asked <= mostDays ? asked : 14;
  const zone = useZone();
  const query = useMemo(
    () => ({
      ...scope,
      ...dueQuery(view, zone),
      days,
      ...(course === undefined ? {} : { course }),
    }),
    [scope, view, zone, course, days],
  );
  const hasPart = query.dueFrom !== undefined || query.dueBefore !== undefined;
  const { answer, rows, first, more } = useRows<DueAttempt, DueNextPage>(
    ["due-next", query],
    (after) => readDueNext(query, after),
  );
  const { asOf: _, ...csvQuery } = query;
  return (
    <>
      <PresentOnly what="Whose deadline comes next" />
      <Within days={days} part={query} />
      <Widget answer={answer} height={520}>
        {() => (
          <AttemptTable
            name="due-next"
            caption="Due next"
            columns={columns}
            rows={rows}
            total={first?.total ?? 0}
            more={more}
            every={() => everyPage((after) => readDueNext({ ...query, limit: 1_000 }, after))}
            csv={{ path: "/v1/reports/due-next", query: csvQuery }}
            none={
              hasPart
                ? "Nothing is due then any more"
                : `Nothing falls due in the next ${countOf(days, "day")}`
            }
          />
        )}
      </Widget>
    </>
  );
}

/** How far ahead is looked; or which part of it, where a chart has led to one. */
function Within({ days, part }: { days: number; part: DueQuery }) {
  const { change } = useView();
  const zone = useZone();
  if (part.dueFrom !== undefined || part.dueBefore !== undefined) {
    return (
      <p className="md-chips">
        <FilterChip
          by="deadline"
          remove={() => change({ dueFrom: undefined, dueBefore: undefined })}
        >
          {dueText(part, zone)}
        </FilterChip>
      </p>
    );
  }
  const choices = [...new Set([7, 14, 30, 90, days])].sort((a, b) => a - b);
  return (
    <SegmentedControl
      size="xs"
      w="fit-content"
      aria-label="Due within"
      data={choices.map((n) => ({ value: String(n), label: countOf(n, "day") }))}
      value={String(days)}
      onChange={(next) => change({ days: next === "14" ? undefined : next })}
    />
  );
}

const columns: Column<DueAttempt>[] = [
  ...attemptColumns,
  {
    id: "risk",
    label: "At risk",
    width: 320,
    explain: "dueSoon",
    cell: (row) => <Risk row={row} />,
  },
  {
    id: "progress",
    label: "Progress",
    width: 150,
    cell: (row) => <ProgressCell percentage={row.progressPercentage} />,
  },
  {
    id: "lastActivity",
    label: "Last activity",
    width: 140,
    cell: (row) => <AgoCell at={row.lastActivityAt} />,
  },
];

/** Whether it is at risk, with the arithmetic that says so. */
function Risk({ row }: { row: DueAttempt }) {
  const { atRisk, started, lessonsLeft, secondsPerLesson, secondsLeft } = row;
  const left = secondsText(secondsLeft);
  const why = !started
    ? `not started, ${left} left`
    : secondsPerLesson === null
      ? `${countOf(lessonsLeft, "lesson")} left, pace not known yet`
      : `${lessonsLeft} × ${secondsText(secondsPerLesson)} ${atRisk ? ">" : "≤"} ${left} left`;
  return (
    <span className="md-two">
      <span className={atRisk ? "md-warn" : undefined}>{atRisk ? "At risk" : "On course"}</span>
      <span className="md-quiet">{why}</span>
    </span>
  );
}
