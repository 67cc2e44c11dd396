import type { CourseLearner } from "@milepost/client";
import { countOf } from "../../text/numbers.ts";
import { dayMs } from "../../text/times.ts";
import { AgoCell, DateCell, ProgressCell, StateCell } from "../../ui/Cells.tsx";
import { PersonLink } from "../../ui/PersonLink.tsx";
import type { Column } from "../../ui/table/Column.ts";

/** The columns of the learners of a course; `titles` has those of its lessons. */
export function learnerColumns(titles: ReadonlyMap<string, string>): Column<CourseLearner>[] {
  return [
    {
      id: "name",
      label: "Learner",
      width: 220,
      sort: { by: "name", first: "asc" },
      cell: (row) => <PersonLink learner={row.learner} name={row.name} />,
    },
    { id: "state", label: "State", width: 130, cell: (row) => <StateCell state={row.state} /> },
    {
      id: "progress",
      label: "Progress",
      width: 170,
      sort: { by: "progress", first: "asc" },
      explain: "progress",
      cell: (row) => (
        <ProgressCell
          percentage={row.progressPercentage}
          counts={{ completed: row.completedLessons, total: row.totalLessons }}
          isComplete={row.completedAt !== null}
        />
      ),
    },
    {
      id: "lesson",
      label: "Current lesson",
      width: 220,
      cell: ({ currentLesson }) =>
        currentLesson === null ? (
          <span className="md-quiet">–</span>
        ) : (
          (titles.get(currentLesson) ?? currentLesson)
        ),
    },
    {
      id: "lastActivity",
      label: "Last activity",
      width: 140,
      sort: { by: "lastActivity", first: "desc" },
      cell: (row) => <AgoCell at={row.lastActivityAt} />,
    },
    {
      id: "due",
      label: "Due",
      width: 140,
      sort: { by: "due", first: "asc" },
      cell: (row) => <DateCell at={row.dueAt} none="No deadline" />,
    },
    { id: "left", label: "Days left", width: 130, cell: (row) => <DaysLeft row={row} /> },
    ...further,
  ];
}

const further: Column<CourseLearner>[] = [
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
    cell: (row) => <DateCell at={row.firstViewedAt} none="Never" />,
  },
  {
    id: "completed",
    label: "Completed",
    width: 130,
    hidden: true,
    cell: (row) => <DateCell at={row.completedAt} />,
  },
  { id: "attempt", label: "Attempt", width: 100, numeric: true, cell: (row) => row.attempt },
];

/** Only where it still counts: of who is through, nobody asks. */
function DaysLeft({ row }: { row: CourseLearner }) {
  const isOpen = row.completedAt === null && row.withdrawnAt === null && row.exemptedAt === null;
  if (row.dueAt === null || !isOpen) return <span className="md-quiet">–</span>;
  const days = (Date.parse(row.dueAt) - Date.now()) / dayMs;
  if (days < 0) {
    return <span className="md-danger">{countOf(Math.ceil(-days), "day")} over</span>;
  }
  return days < 1 ? "less than a day" : countOf(Math.floor(days), "day");
}
