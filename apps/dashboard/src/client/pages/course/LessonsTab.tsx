import { SegmentedControl } from "@mantine/core";
import type { LessonReport } from "@milepost/client";
import { useMemo } from "react";
import { useView } from "../../address/useView.ts";
import { readLessons } from "../../api/reports.ts";
import { useAnswer } from "../../api/useAnswer.ts";
import { useScope } from "../../shell/Session.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { ExportButton } from "../../ui/ExportButton.tsx";
import { PresentOnly } from "../../ui/PresentOnly.tsx";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { Widget } from "../../ui/Widget.tsx";
import { lessonParts } from "./LessonBar.tsx";
import { LessonDrawer } from "./LessonDrawer.tsx";
import { lessonColumns, lessonOrder } from "./lessonColumns.tsx";
import { lessonSentence } from "./lessonSentence.ts";

const rowId = (row: LessonReport) => row.lesson;
const rowLabel = (row: LessonReport) => row.title;

/** Where learners drop off, lesson by lesson in the order of the outline. */
export default function LessonsTab({ course }: { course: string }) {
  const { view, change } = useView();
  const { asOf: _, ...scope } = useScope();
  const report = useAnswer("figures", ["lessons", course, scope], () => readLessons(course, scope));
  const isSettled = view.by === "settled";
  return (
    <>
      <PresentOnly what="What happened at a lesson" />
      <Widget answer={report} height={520}>
        {({ items }) => {
          if (items.length === 0) return <Empty title="This course has no lessons" />;
          const opened = items.find(({ lesson }) => lesson === view.drawer);
          return (
            <>
              <figure className="md-chart">
                <figcaption className="md-reading">{lessonSentence(items)}</figcaption>
                <LessonTable items={items} isSettled={isSettled} course={course} query={scope} />
              </figure>
              <LessonDrawer
                course={course}
                lesson={opened}
                close={() => change({ drawer: undefined })}
              />
            </>
          );
        }}
      </Widget>
    </>
  );
}

interface TableProps {
  readonly items: readonly LessonReport[];
  readonly isSettled: boolean;
  readonly course: string;
  readonly query: object;
}

function LessonTable({ items, isSettled, course, query }: TableProps) {
  const { view, change } = useView();
  const columns = useMemo(() => lessonColumns(items, isSettled), [items, isSettled]);
  const order = view.order === "asc" ? "asc" : "desc";
  const sorting = view.sort === undefined ? undefined : ({ by: view.sort, order } as const);
  const rows = useMemo(() => lessonOrder(items, sorting, isSettled), [items, sorting, isSettled]);
  return (
    <DataTable
      name="lessons"
      caption="Lessons"
      columns={columns}
      rows={rows}
      rowId={rowId}
      rowLabel={rowLabel}
      total={items.length}
      {...(sorting === undefined ? {} : { sorting })}
      onSort={(next) =>
        change(
          // The third time round is the outline's own order again.
          view.sort === next.by && next.order === "desc"
            ? { sort: undefined, order: undefined }
            : { sort: next.by, order: next.order },
        )
      }
      onOpen={({ lesson }) => change({ drawer: lesson })}
      maxHeight={900}
      toolbar={
        <>
          <SegmentedControl
            size="xs"
            aria-label="Drop-off"
            data={[
              { value: "raw", label: "Raw" },
              { value: "settled", label: "Settled" },
            ]}
            value={isSettled ? "settled" : "raw"}
            onChange={(by) => change({ by: by === "settled" ? by : undefined })}
          />
          <Legend />
          <ExportButton
            path={`/v1/reports/courses/${encodeURIComponent(course)}/lessons`}
            query={query}
          />
        </>
      }
    />
  );
}

function Legend() {
  return (
    <ul className="md-legend md-legend-inline" aria-label="Parts of the bars">
      {lessonParts.map(({ key, label, tone }) => (
        <li key={key}>
          <span className={`md-swatch md-tone-${tone}`} aria-hidden />
          {label}
        </li>
      ))}
    </ul>
  );
}
