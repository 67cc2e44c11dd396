import type { CourseReport } from "@milepost/client";
import { useMemo } from "react";
import { pages } from "../../address/pages.ts";
import { goTo, useHref, useView } from "../../address/useView.ts";
import type { View } from "../../address/view.ts";
import type { readActivity } from "../../api/reports.ts";
import type { Sorting } from "../../ui/table/Column.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import type { Selection } from "../../ui/table/useSelection.ts";
import { courseColumns, sortCourses } from "./courseColumns.tsx";

interface Props {
  readonly rows: readonly CourseReport[];
  readonly activity?: Awaited<ReturnType<typeof readActivity>> | undefined;
  readonly selection?: Selection;
  readonly toolbar?: React.ReactNode;
  readonly maxHeight?: number;
}

const rowId = (row: CourseReport) => row.course;
const rowLabel = (row: CourseReport) => row.title;

/** Courses, worst first unless the address says otherwise. */
export default function CourseTable({ rows, activity, selection, toolbar, maxHeight }: Props) {
  const href = useHref();
  const { view, change } = useView();
  const { by, order } = view.sort === undefined ? worstFirst : sortingOf(view);
  const columns = useMemo(() => courseColumns(href, activity), [href, activity]);
  const sorted = useMemo(() => sortCourses(rows, { by, order }), [rows, by, order]);
  return (
    <DataTable
      name="courses"
      caption="Courses"
      columns={columns}
      rows={sorted}
      rowId={rowId}
      rowLabel={rowLabel}
      total={rows.length}
      sorting={{ by, order }}
      onSort={(next) => change({ sort: next.by, order: next.order })}
      onOpen={(row) => goTo(href(pages.course(row.course)))}
      selection={selection}
      toolbar={toolbar}
      {...(maxHeight === undefined ? {} : { maxHeight })}
    />
  );
}

const worstFirst: Sorting = { by: "overdue", order: "desc" };

function sortingOf({ sort = "", order }: View): Sorting {
  return { by: sort, order: order === "asc" ? "asc" : "desc" };
}
