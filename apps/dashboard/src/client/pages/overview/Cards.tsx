import type { OverviewReport } from "@milepost/client";
import { pages } from "../../address/pages.ts";
import { useHref } from "../../address/useView.ts";
import { useZone } from "../../shell/Session.tsx";
import { countText } from "../../text/numbers.ts";
import { dateText, dayText } from "../../text/times.ts";
import { Stat } from "../../ui/Stat.tsx";

/** The four numbers of the morning, each with the list behind it. */
export function Cards({ report }: { report: OverviewReport }) {
  const href = useHref();
  const zone = useZone();
  const { overdue, dueSoon, completed, stalled } = report;
  const more = overdue.attempts - overdue.attemptsYesterday;
  const oldest =
    overdue.oldestDueAt === null ? "" : ` · oldest due ${dateText(overdue.oldestDueAt, zone)}`;
  const before = completed.attemptsPrevious;
  const list = (href: string, n: number) => ({ href, label: `See the ${countText(n)} rows` });
  const overdueHref = href(pages.deadlines());
  const soonHref = href(pages.deadlines(), { tab: "next", days: "7" });
  return (
    <section className="md-stats" aria-label="Today">
      <Stat
        label="Overdue"
        value={countText(overdue.attempts)}
        tone={overdue.attempts > 0 ? "danger" : undefined}
        note={`${signed(more)} since yesterday${oldest}`}
        href={overdueHref}
        explain={{
          of: "overdue",
          n: overdue.attempts,
          rows: list(overdueHref, overdue.attempts),
        }}
      />
      <Stat
        label="Due in 7 days, at risk"
        value={countText(dueSoon.atRisk)}
        tone={dueSoon.atRisk > 0 ? "warn" : undefined}
        note={`of ${countText(dueSoon.attempts)} due in 7 days`}
        href={soonHref}
        explain={{ of: "dueSoon", n: dueSoon.attempts, rows: list(soonHref, dueSoon.attempts) }}
      />
      <Stat
        label="Completed, last 7 full days"
        value={countText(completed.attempts)}
        note={`${dayText(completed.from)} – before ${dayText(completed.before)} · ${countText(
          before,
        )} in the 7 days before`}
        explain={{ of: "completedRecently", n: completed.attempts }}
      />
      <Stat
        label="Stalled"
        value={countText(stalled.attempts)}
        note={
          stalled.course === null
            ? "Everybody who started is active"
            : `most in ${stalled.course.title}: ${countText(stalled.course.stalled)}`
        }
        href={
          stalled.course === null
            ? undefined
            : href(pages.course(stalled.course.course), { tab: "learners", state: "stalled" })
        }
        explain={{ of: "stalled", n: stalled.attempts }}
      />
    </section>
  );
}

function signed(n: number): string {
  if (n === 0) return "±0";
  return n > 0 ? `+${countText(n)}` : `−${countText(-n)}`;
}
