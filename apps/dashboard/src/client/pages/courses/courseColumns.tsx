import type { CourseReport } from "@milepost/client";
import { PageLink } from "../../address/PageLink.tsx";
import { pages } from "../../address/pages.ts";
import type { Href } from "../../address/useView.ts";
import { maturedDays, type readActivity } from "../../api/reports.ts";
import { countText, daysText } from "../../text/numbers.ts";
import { Rate } from "../../ui/Rate.tsx";
import { Sparkline } from "../../ui/Sparkline.tsx";
import { countsOfRow, StateBar } from "../../ui/StateBar.tsx";
import type { Column } from "../../ui/table/Column.ts";

type Activity = Awaited<ReturnType<typeof readActivity>>[number];

/** The columns of a table of courses. */
export function courseColumns(href: Href, activity?: readonly Activity[]): Column<CourseReport>[] {
  const people = (row: CourseReport, state: string, n: number) =>
    n === 0 ? (
      <span className="md-quiet">0</span>
    ) : (
      <PageLink href={href(pages.course(row.course), { tab: "learners", state })}>
        {countText(n)}
      </PageLink>
    );
  return [
    {
      id: "title",
      label: "Course",
      width: 250,
      sort: { by: "title", first: "asc" },
      cell: (row) => (
        <PageLink href={href(pages.course(row.course))} className="md-link md-strong">
          {row.title}
        </PageLink>
      ),
    },
    {
      id: "states",
      label: "States",
      width: 170,
      cell: (row) => <StateBar counts={countsOfRow(row)} />,
    },
    {
      ...count("overdue", "Overdue"),
      explain: "overdue",
      cell: (row) => people(row, "overdue", row.overdue),
    },
    ...figures,
    {
      ...count("stalled", "Stalled"),
      explain: "stalled",
      cell: (row) => people(row, "stalled", row.stalled),
    },
    ...(activity === undefined ? [] : [trend(activity)]),
  ];
}

/** How many completed in each of the last full weeks. */
function trend(activity: readonly Activity[]): Column<CourseReport> {
  const weeks = new Map(
    activity.map(({ course, periods }) => [
      course,
      periods.filter(({ complete }) => complete).map(({ completions }) => completions),
    ]),
  );
  return {
    id: "trend",
    label: "Completions, 12 weeks",
    width: 170,
    cell: ({ course }) => {
      const values = weeks.get(course) ?? [];
      const label = `Completions a week, the last ${values.length}: ${values.join(", ")}`;
      return <Sparkline values={values} label={label} />;
    },
  };
}

function count(id: string, label: string) {
  const sort = { by: id, first: "desc" } as const;
  return { id, label, width: 112, numeric: true, sort } as const;
}

const figures: Column<CourseReport>[] = [
  {
    ...count("enrolled", "Enrolled"),
    explain: "enrolled",
    cell: (row) => countText(row.enrolled),
  },
  {
    ...count("completion", "Completion"),
    width: 150,
    explain: "completionRate",
    cell: (row) => (
      <Rate rate={row.completionRate} n={row.enrolled - row.exempt} none="Nobody yet" />
    ),
  },
  {
    ...count("matured", `Within ${maturedDays} days`),
    width: 160,
    explain: "matured",
    cell: ({ matured }) =>
      matured === undefined ? null : (
        <Rate
          rate={matured.rate}
          n={matured.n}
          low={matured.low}
          high={matured.high}
          none="None old enough"
        />
      ),
  },
  {
    ...count("median", "Median"),
    width: 130,
    sort: { by: "median", first: "asc" },
    explain: "medianDays",
    cell: (row) =>
      row.medianDays === null ? (
        <span className="md-quiet">Not reached</span>
      ) : (
        daysText(row.medianDays)
      ),
  },
];

type Order = (a: CourseReport, b: CourseReport) => number;

const by: Readonly<Record<string, Order>> = {
  title: (a, b) => a.title.localeCompare(b.title, "en"),
  enrolled: (a, b) => a.enrolled - b.enrolled,
  completion: (a, b) => (a.completionRate ?? -1) - (b.completionRate ?? -1),
  matured: (a, b) => (a.matured?.rate ?? -1) - (b.matured?.rate ?? -1),
  median: (a, b) => (a.medianDays ?? Infinity) - (b.medianDays ?? Infinity),
  overdue: (a, b) => a.overdue - b.overdue,
  stalled: (a, b) => a.stalled - b.stalled,
};

/** The courses in an order, ties by how many are overdue and then by title. */
export function sortCourses(
  rows: readonly CourseReport[],
  sorting: { by: string; order: "asc" | "desc" },
): CourseReport[] {
  const compare = by[sorting.by] ?? (() => 0);
  const sign = sorting.order === "asc" ? 1 : -1;
  const byTitle = (a: CourseReport, b: CourseReport) => a.title.localeCompare(b.title, "en");
  return [...rows].sort((a, b) => sign * compare(a, b) || b.overdue - a.overdue || byTitle(a, b));
}
