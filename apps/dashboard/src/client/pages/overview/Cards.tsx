import type { OverviewReport } from "@milepost/client";
import { attemptsView, ofNow } from "../../address/behind.ts";
import { pages } from "../../address/pages.ts";
import { useHref } from "../../address/useView.ts";
import { useDayStart, useZone } from "../../shell/Session.tsx";
import { countText } from "../../text/numbers.ts";
import { dateText, dayText } from "../../text/times.ts";
import type { ExplainProps } from "../../ui/Explain.tsx";
import { Stat } from "../../ui/Stat.tsx";

/** The four numbers of the morning, each with the list behind it. */
export function Cards({ report }: { report: OverviewReport }) {
  const zone = useZone();
  const hrefs = useListHrefs(report);
  const { overdue, dueSoon, completed, stalled } = report;
  const more = overdue.attempts - overdue.attemptsYesterday;
  const oldest =
    overdue.oldestDueAt === null ? "" : ` · oldest due ${dateText(overdue.oldestDueAt, zone)}`;
  const before = completed.attemptsPrevious;
  return (
    <section className="md-stats" aria-label="Today">
      <Stat
        label="Overdue"
        value={countText(overdue.attempts)}
        tone={overdue.attempts > 0 ? "danger" : undefined}
        note={`${signed(more)} since yesterday${oldest}`}
        {...behind("overdue", overdue.attempts, hrefs.overdue)}
      />
      <Stat
        label="Due in 7 days, at risk"
        value={countText(dueSoon.atRisk)}
        tone={dueSoon.atRisk > 0 ? "warn" : undefined}
        note={`of ${countText(dueSoon.attempts)} due in 7 days`}
        {...behind("dueSoon", dueSoon.attempts, hrefs.soon)}
      />
      <Stat
        label="Completed, last 7 full days"
        value={countText(completed.attempts)}
        note={`${dayText(completed.from)} – before ${dayText(completed.before)} · ${countText(
          before,
        )} in the 7 days before`}
        {...behind("completedRecently", completed.attempts, hrefs.completed)}
      />
      <Stat
        label="Stalled"
        value={countText(stalled.attempts)}
        note={
          stalled.course === null
            ? "Everybody who started is active"
            : `most in ${stalled.course.title}: ${countText(stalled.course.stalled)}`
        }
        {...behind("stalled", stalled.attempts, hrefs.stalled)}
      />
    </section>
  );
}

/** What a number means, and where the list behind it is. */
function behind(of: ExplainProps["of"], n: number, href: string) {
  return { href, explain: { of, n, rows: { href, label: `See the ${countText(n)} rows` } } };
}

/** Where the list behind each is. */
function useListHrefs({ completed }: OverviewReport) {
  const href = useHref();
  const startOf = useDayStart();
  const week = {
    completedFrom: startOf(completed.from),
    completedBefore: startOf(completed.before),
  };
  return {
    overdue: href(pages.deadlines(), ofNow),
    soon: href(pages.deadlines(), { ...ofNow, tab: "next", days: "7" }),
    completed: href(pages.learners(), attemptsView(week)),
    stalled: href(pages.learners(), attemptsView({ state: "stalled" })),
  };
}

function signed(n: number): string {
  if (n === 0) return "±0";
  return n > 0 ? `+${countText(n)}` : `−${countText(-n)}`;
}
