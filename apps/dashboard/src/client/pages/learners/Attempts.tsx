import { Select } from "@mantine/core";
import type { ListedAttempt } from "@milepost/client";
import { useMemo } from "react";
import { useView } from "../../address/useView.ts";
import {
  type AttemptsQuery,
  completedQuery,
  dueQuery,
  everyPage,
  learnerStates,
  readAttempts,
} from "../../api/reports.ts";
import { useRows } from "../../api/useRows.ts";
import { useScope, useZone } from "../../shell/Session.tsx";
import { completedText, dueText } from "../../text/filters.ts";
import { stateNames } from "../../text/states.ts";
import { AgoCell, DateCell, ProgressCell, StateCell } from "../../ui/Cells.tsx";
import { FilterChip } from "../../ui/FilterChip.tsx";
import { PresentOnly } from "../../ui/PresentOnly.tsx";
import type { Column } from "../../ui/table/Column.ts";
import { Widget } from "../../ui/Widget.tsx";
import { AttemptTable, dueColumn as due, whoColumns as who } from "../deadlines/AttemptTable.tsx";

type AttemptPage = Awaited<ReturnType<typeof readAttempts>>;

const orders = {
  completed: "Newest completion first",
  due: "Soonest deadline first",
  lastActivity: "Longest without activity first",
} as const;

/** The attempts behind a number that counts those of all courses. */
export function Attempts() {
  const query = useAttemptsQuery();
  const { answer, rows, first, more } = useRows<ListedAttempt, AttemptPage>(
    ["attempts", query],
    (after) => readAttempts(query, after),
  );
  const order = first?.order ?? "lastActivity";
  return (
    <>
      <PresentOnly what="The list of attempts" />
      <Widget answer={answer} height={520}>
        {() => (
          <div className="md-rows">
            <p className="md-quiet">{orders[order]}</p>
            <AttemptTable
              name="attempts"
              caption="Attempts of all courses"
              columns={columns[order]}
              rows={rows}
              total={first?.total ?? 0}
              more={more}
              every={() => everyPage((after) => readAttempts({ ...query, limit: 1_000 }, after))}
              csv={{ path: "/v1/reports/attempts", query }}
              filters={<Filters query={query} />}
              none="0 attempts match"
            />
          </div>
        )}
      </Widget>
    </>
  );
}

function Filters({ query }: { query: AttemptsQuery }) {
  const { change } = useView();
  const zone = useZone();
  const { state, dueFrom, dueBefore, completedFrom, completedBefore } = query;
  return (
    <>
      <Select
        size="xs"
        w={150}
        aria-label="State"
        placeholder="Every state"
        clearable
        data={learnerStates.map((value) => ({ value, label: stateNames[value] }))}
        value={state ?? null}
        onChange={(next) => change({ state: next ?? undefined })}
      />
      {(dueFrom ?? dueBefore) === undefined ? null : (
        <FilterChip
          by="deadline"
          remove={() => change({ dueFrom: undefined, dueBefore: undefined })}
        >
          {dueText(query, zone)}
        </FilterChip>
      )}
      {(completedFrom ?? completedBefore) === undefined ? null : (
        <FilterChip
          by="completion"
          remove={() => change({ completedFrom: undefined, completedBefore: undefined })}
        >
          {completedText(query, zone)}
        </FilterChip>
      )}
    </>
  );
}

/** What the address chooses of the attempts. */
function useAttemptsQuery(): AttemptsQuery {
  const { view } = useView();
  const whole = useScope();
  const zone = useZone();
  return useMemo(() => {
    const { asOf: _, ...scope } = whole;
    const state = learnerStates.find((one) => one === view.state);
    return {
      ...scope,
      ...dueQuery(view, zone),
      ...completedQuery(view, zone),
      ...(state === undefined ? {} : { state }),
    };
  }, [whole, zone, view]);
}

const state: Column<ListedAttempt> = {
  id: "state",
  label: "State",
  width: 130,
  cell: (row) => <StateCell state={row.state} />,
};
const progress: Column<ListedAttempt> = {
  id: "progress",
  label: "Progress",
  width: 170,
  explain: "progress",
  cell: (row) => (
    <ProgressCell
      percentage={row.progressPercentage}
      counts={{ completed: row.completedLessons, total: row.totalLessons }}
      isComplete={row.completedAt !== null}
    />
  ),
};
const lastActivity: Column<ListedAttempt> = {
  id: "lastActivity",
  label: "Last activity",
  width: 140,
  cell: (row) => <AgoCell at={row.lastActivityAt} />,
};
const completed: Column<ListedAttempt> = {
  id: "completed",
  label: "Completed",
  width: 130,
  cell: (row) => <DateCell at={row.completedAt} />,
};
const further: Column<ListedAttempt>[] = [
  {
    id: "enrolled",
    label: "Enrolled",
    width: 130,
    hidden: true,
    cell: (row) => <DateCell at={row.enrolledAt} />,
  },
  {
    id: "firstAccess",
    label: "First access",
    width: 130,
    hidden: true,
    cell: (row) => <DateCell at={row.firstViewedAt} none="Never" />,
  },
  { id: "attempt", label: "Attempt", width: 100, numeric: true, cell: (row) => row.attempt },
];

/** What they are in the order of stands where it is seen first. */
const columns: Readonly<Record<AttemptPage["order"], Column<ListedAttempt>[]>> = {
  completed: [...who, completed, state, progress, lastActivity, due, ...further],
  due: [...who, due, state, progress, lastActivity, { ...completed, hidden: true }, ...further],
  lastActivity: [
    ...who,
    lastActivity,
    state,
    progress,
    due,
    { ...completed, hidden: true },
    ...further,
  ],
};
