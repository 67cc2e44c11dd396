import { ofNow } from "../../address/behind.ts";
import { pages } from "../../address/pages.ts";
import { useHref } from "../../address/useView.ts";
import { ColumnChart } from "../../charts/ColumnChart.tsx";
import { useDayStart } from "../../shell/Session.tsx";
import { countOf, countText } from "../../text/numbers.ts";
import { addDays, dayText } from "../../text/times.ts";

interface Day {
  readonly from: string;
  readonly due: number;
}

/** How many attempts fall due on each of the days to come. */
export default function Upcoming({ days }: { days: readonly Day[] }) {
  const href = useHref();
  const startOf = useDayStart();
  return (
    <ColumnChart
      name="Upcoming deadlines"
      caption={upcomingSentence(days)}
      columns={days.map(({ from, due }, at) => ({
        key: from,
        label: dayText(from),
        value: due,
        said: `${dayText(from)}: ${countOf(due, "attempt")} due`,
        href: href(pages.deadlines(), {
          ...ofNow,
          tab: "next",
          // Till the day is over, whenever that is.
          days: String(at + 2),
          dueFrom: startOf(from),
          dueBefore: startOf(addDays(from, 1)),
        }),
      }))}
      table={{
        head: ["Day", "Due"],
        rows: days.map(({ from, due }) => [dayText(from, { year: true }), countText(due)]),
      }}
      format={countText}
      height={190}
    />
  );
}

/** The day on which most fall due. */
export function upcomingSentence(days: readonly Day[]): string {
  const most = days.reduce((a, b) => (b.due > a.due ? b : a), { from: "", due: 0 });
  if (most.due === 0) return "Nothing falls due in the next six weeks.";
  return `Most fall due on ${dayText(most.from)}: ${countText(most.due)}.`;
}
