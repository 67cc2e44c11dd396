import type { LearnerCourse } from "@milepost/client";
import { AgoCell, DateCell, ProgressCell } from "../../ui/Cells.tsx";
import type { Column } from "../../ui/table/Column.ts";
import { AttemptState } from "./AttemptState.tsx";
import { stateNow } from "./attemptText.ts";
import { DueText } from "./DueText.tsx";

interface Open {
  course(row: LearnerCourse): void;
  why(row: LearnerCourse): void;
}

/** The columns of the courses of a learner; `shown` is the one that is looked at below. */
export function courseColumns(shown: string | undefined, open: Open): Column<LearnerCourse>[] {
  return [
    {
      id: "course",
      label: "Course",
      width: 250,
      cell: (row) => (
        <span className="md-two">
          <button
            type="button"
            className="md-link md-plain md-strong"
            tabIndex={-1}
            aria-current={row.course === shown ? "true" : undefined}
            onClick={() => open.course(row)}
          >
            {row.title}
          </button>
          <span className="md-quiet">{row.course}</span>
        </span>
      ),
    },
    {
      id: "state",
      label: "State",
      width: 150,
      cell: (row) => <AttemptState state={stateNow(row)} />,
    },
    {
      id: "progress",
      label: "Progress",
      width: 240,
      explain: "progress",
      cell: (row) => <Progress row={row} why={() => open.why(row)} />,
    },
    { id: "due", label: "Due", width: 220, cell: (row) => <DueText {...row} /> },
    {
      id: "lastActivity",
      label: "Last activity",
      width: 130,
      cell: (row) => <AgoCell at={row.lastViewedAt} />,
    },
    ...further,
  ];
}

const further: Column<LearnerCourse>[] = [
  {
    id: "firstAccess",
    label: "First access",
    width: 120,
    cell: (row) => <DateCell at={row.firstViewedAt} none="Never" />,
  },
  {
    id: "enrolled",
    label: "Enrolled",
    width: 120,
    cell: (row) => <DateCell at={row.enrolledAt} />,
  },
  {
    id: "completed",
    label: "Completed on",
    width: 130,
    cell: (row) => <DateCell at={row.completedAt} />,
  },
  { id: "attempt", label: "Attempt", width: 90, numeric: true, cell: (row) => row.attempt },
];

function Progress({ row, why }: { row: LearnerCourse; why: () => void }) {
  const { progressPercentage, completedLessons: completed, totalLessons: total } = row;
  return (
    <span className="md-why">
      <ProgressCell
        percentage={progressPercentage}
        counts={{ completed, total }}
        isComplete={row.completedAt !== null}
      />
      <button
        type="button"
        className="md-link md-plain"
        aria-label={`Explain the progress in ${row.title}`}
        onClick={why}
      >
        Explain
      </button>
    </span>
  );
}
