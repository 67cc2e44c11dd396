import { Select } from "@mantine/core";
import type { CourseLearner } from "@milepost/client";
import { useMemo } from "react";
import { origins } from "../../address/behind.ts";
import { pages } from "../../address/pages.ts";
import { goTo, useHref, useView } from "../../address/useView.ts";
import { oneOf } from "../../address/view.ts";
import {
  daysQuery,
  dueQuery,
  type LearnersQuery,
  learnerSegments,
  learnerStates,
  readLearners,
  readLessons,
} from "../../api/reports.ts";
import { useAnswer } from "../../api/useAnswer.ts";
import { useRows } from "../../api/useRows.ts";
import { useScope, useZone } from "../../shell/Session.tsx";
import { dueText, rangeText } from "../../text/filters.ts";
import { segmentNames, stateNames } from "../../text/states.ts";
import { Empty } from "../../ui/Empty.tsx";
import { ExportButton } from "../../ui/ExportButton.tsx";
import { FilterChip } from "../../ui/FilterChip.tsx";
import { NewerBar } from "../../ui/NewerBar.tsx";
import { personName } from "../../ui/PersonLink.tsx";
import { PresentOnly } from "../../ui/PresentOnly.tsx";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { Widget } from "../../ui/Widget.tsx";
import { learnerColumns } from "./learnerColumns.tsx";
import { useLearnersTotal } from "./useLearnersTotal.ts";

const sorts = ["name", "progress", "due", "lastActivity"] as const;
const rowId = (row: CourseLearner) => `${row.learner ?? row.enrolledAt} ${row.attempt}`;

/** Takes back what chooses some of them. */
const everyone = {
  state: undefined,
  lesson: undefined,
  segment: undefined,
  from: undefined,
  minDays: undefined,
  maxDays: undefined,
  dueFrom: undefined,
  dueBefore: undefined,
};

/** The learners of a course: all, or those behind one of its numbers. */
export default function LearnersTab({ course }: { course: string }) {
  const { change } = useView();
  const href = useHref();
  const { asOf: _, ...scope } = useScope();
  const query = useLearnersQuery();
  const { answer, rows, more } = useRows<CourseLearner, LearnersPage>(
    ["learners", course, query],
    (after) => readLearners(course, query, after),
  );
  const lessons = useAnswer("figures", ["lessons", course, scope], () =>
    readLessons(course, scope),
  );
  const titles = useMemo(
    () => new Map(lessons.data?.items.map(({ lesson, title }) => [lesson, title])),
    [lessons.data],
  );
  const columns = useMemo(() => learnerColumns(titles), [titles]);
  const total = useLearnersTotal(course, query);
  const { sort = "name", order = "asc" } = query;
  return (
    <>
      <PresentOnly what="The list of learners" />
      <NewerBar />
      <Widget answer={answer} height={520}>
        {() => (
          <>
            <DataTable
              name="course-learners"
              caption="Learners"
              columns={columns}
              rows={rows}
              rowId={rowId}
              rowLabel={personName}
              total={more === undefined ? rows.length : total}
              more={more}
              sorting={{ by: sort, order }}
              onSort={({ by, order: next }) => change({ sort: by, order: next })}
              onOpen={({ learner }) => {
                if (learner !== null) goTo(href(pages.learner(learner)));
              }}
              toolbar={<Toolbar course={course} query={query} titles={titles} />}
            />
            {rows.length === 0 ? (
              <Empty
                title="0 learners match"
                action={{
                  label: "Show all learners of the course",
                  run: () => change(everyone),
                }}
              />
            ) : null}
          </>
        )}
      </Widget>
    </>
  );
}

type LearnersPage = Awaited<ReturnType<typeof readLearners>>;

interface ToolbarProps {
  readonly course: string;
  readonly query: LearnersQuery;
  readonly titles: ReadonlyMap<string, string>;
}

function Toolbar({ course, query, titles }: ToolbarProps) {
  const { change } = useView();
  const zone = useZone();
  const { lesson, segment, state, from, dueFrom, dueBefore } = query;
  const path = `/v1/reports/courses/${encodeURIComponent(course)}/learners`;
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
      {lesson === undefined ? null : (
        <FilterChip by="lesson" remove={() => change({ lesson: undefined, segment: undefined })}>
          “{titles.get(lesson) ?? lesson}”
          {segment === undefined ? null : `: ${segmentNames[segment]}`}
        </FilterChip>
      )}
      {from === undefined ? null : (
        <FilterChip
          by="days taken"
          remove={() => change({ minDays: undefined, maxDays: undefined, from: undefined })}
        >
          Completed in {rangeText(query)} from{" "}
          {from === "firstAccess" ? "first access" : "enrollment"}
        </FilterChip>
      )}
      {dueFrom === undefined && dueBefore === undefined ? null : (
        <FilterChip
          by="deadline"
          remove={() => change({ dueFrom: undefined, dueBefore: undefined })}
        >
          {dueText(query, zone)}
        </FilterChip>
      )}
      <ExportButton path={path} query={query} />
    </>
  );
}

/** What the address chooses of the learners. */
function useLearnersQuery(): LearnersQuery {
  const { view } = useView();
  const whole = useScope();
  const zone = useZone();
  const state = learnerStates.find((one) => one === view.state);
  const segment = learnerSegments.find((one) => one === view.segment);
  const sort = oneOf(sorts, view.sort);
  const order = view.order === "desc" ? "desc" : "asc";
  const { lesson } = view;
  return useMemo(() => {
    const { asOf: _, ...scope } = whole;
    const days = daysQuery(view);
    const hasDays = days.minDays !== undefined || days.maxDays !== undefined;
    return {
      ...scope,
      ...dueQuery(view, zone),
      ...days,
      ...(hasDays ? { from: oneOf(origins, view.from) } : {}),
      ...(state === undefined ? {} : { state }),
      ...(lesson === undefined ? {} : { lesson, segment: segment ?? ("viewed" as const) }),
      sort,
      order,
    };
  }, [whole, zone, view, state, lesson, segment, sort, order]);
}
