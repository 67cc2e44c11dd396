import type { CourseReport } from "@milepost/client";
import { useMemo } from "react";
import { pages } from "../../address/pages.ts";
import { goTo, useHref, useView } from "../../address/useView.ts";
import type { readActivity } from "../../api/reports.ts";
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
  const order = view.order === "asc" ? "asc" : "desc";
  const sorting = view.sort === undefined ? worstFirst : { by: view.sort, order };
  const columns = useMemo(() => courseColumns(href, activity), [href, activity]);
  const sorted = useMemo(
    () => sortCourses(rows, { by: sorting.by, order: sorting.order as "asc" | "desc" }),
    [rows, sorting.by, sorting.order],
  );
  return (
    <DataTable
      name="courses"
      caption="Courses"
      columns={columns}
      rows={sorted}
      rowId={rowId}
      rowLabel={rowLabel}
      total={rows.length}
      sorting={sorting as { by: string; order: "asc" | "desc" }}
      onSort={({ by, order: next }) => change({ sort: by, order: next })}
      onOpen={(row) => goTo(href(pages.course(row.course)))}
      selection={selection}
      toolbar={toolbar}
      {...(maxHeight === undefined ? {} : { maxHeight })}
    />
  );
}

const worstFirst = { by: "overdue", order: "desc" };
