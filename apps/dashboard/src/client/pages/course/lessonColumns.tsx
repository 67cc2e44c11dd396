import type { LessonReport } from "@milepost/client";
import { countText, rateText, secondsText } from "../../text/numbers.ts";
import { Rate } from "../../ui/Rate.tsx";
import type { Column, Sorting } from "../../ui/table/Column.ts";
import { LessonBar } from "./LessonBar.tsx";
import { LessonTitle } from "./LessonTitle.tsx";

/** The columns of the lessons of a course. */
export function lessonColumns(
  items: readonly LessonReport[],
  isSettled: boolean,
): Column<LessonReport>[] {
  const widest = Math.max(...items.map(({ viewed }) => viewed), 1);
  return [
    {
      id: "lesson",
      label: "Lesson",
      width: 290,
      cell: (row) => <LessonTitle lesson={row} />,
    },
    {
      id: "bar",
      label: "Viewers",
      width: 250,
      cell: (row) => <LessonBar lesson={row} widest={widest} />,
    },
    {
      id: "reach",
      label: "Reach",
      width: 140,
      numeric: true,
      explain: "reach",
      cell: (row) => <Rate rate={row.reachRate} n={row.available} none="–" />,
    },
    {
      id: "dropOff",
      label: isSettled ? "Settled drop-off" : "Drop-off",
      width: 160,
      numeric: true,
      sort: { by: "dropOff", first: "desc" },
      explain: "dropOff",
      cell: (row) => <DropOff row={row} isSettled={isSettled} />,
    },
    {
      id: "stopped",
      label: "Stopped here",
      width: 150,
      numeric: true,
      sort: { by: "stopped", first: "desc" },
      explain: "stoppedHere",
      cell: (row) => <Rate rate={row.stoppedHereRate} n={row.viewed} none="No views yet" />,
    },
    {
      id: "time",
      label: "Median time",
      width: 140,
      numeric: true,
      explain: "lessonTime",
      cell: (row) =>
        row.medianSeconds === null ? (
          <span className="md-quiet">–</span>
        ) : (
          secondsText(row.medianSeconds)
        ),
    },
  ];
}

function DropOff({ row, isSettled }: { row: LessonReport; isSettled: boolean }) {
  if (!isSettled) {
    const { dropOffRateLow: low, dropOffRateHigh: high } = row;
    return <Rate rate={row.dropOffRate} n={row.viewed} low={low} high={high} none="No views yet" />;
  }
  const n = row.viewed - row.stillActive;
  return (
    <span title={`n = ${countText(n)}, without ${countText(row.stillActive)} still active`}>
      {rateText(row.settledDropOffRate)} <span className="md-quiet">of {countText(n)}</span>
    </span>
  );
}

/** The lessons as they are sorted; by a rate's lower bound, so that one of one tops no list. */
export function lessonOrder(
  items: readonly LessonReport[],
  sorting: Sorting | undefined,
  isSettled: boolean,
): readonly LessonReport[] {
  if (sorting === undefined) return items;
  const value = (row: LessonReport) =>
    sorting.by === "stopped"
      ? (row.stoppedHereRate ?? -1)
      : ((isSettled ? row.settledDropOffRate : row.dropOffRateLow) ?? -1);
  const sign = sorting.order === "asc" ? 1 : -1;
  return [...items].sort((a, b) => sign * (value(a) - value(b)) || a.position - b.position);
}
