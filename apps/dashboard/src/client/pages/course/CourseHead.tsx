import type { CourseReportDetail } from "@milepost/client";
import { PageLink } from "../../address/PageLink.tsx";
import { pages } from "../../address/pages.ts";
import { useHref } from "../../address/useView.ts";
import { countText, daysText, intervalText, rateText } from "../../text/numbers.ts";
import { Stat } from "../../ui/Stat.tsx";
import { StateBar, stateParts } from "../../ui/StateBar.tsx";

/** How a course stands: its attempts by state, and four numbers. */
export function CourseHead({ report }: { report: CourseReportDetail }) {
  const href = useHref();
  const { course, states, enrolled, exempt, matured, onTime, medianDays } = report;
  const people = (state?: string) => href(pages.course(course), { tab: "learners", state });
  const everybody = { href: people(), label: `See the ${countText(enrolled)} rows` };
  return (
    <section aria-label="How it stands" className="md-course-head">
      <div className="md-panel">
        <StateBar counts={states} size="large" />
        <ul className="md-legend">
          {stateParts.map(({ key, label, state, tone }) => (
            <li key={key}>
              <span className={`md-swatch md-tone-${tone}`} aria-hidden />
              <PageLink href={people(state)}>{label}</PageLink>
              <strong>{countText(states[key])}</strong>
            </li>
          ))}
          <li>
            <span className="md-swatch" aria-hidden />
            <PageLink href={people("exempt")}>Exempt</PageLink>
            <strong>{countText(exempt)}</strong>
          </li>
        </ul>
      </div>
      <div className="md-stats">
        <Stat
          label="Completion"
          value={rateText(report.completionRate)}
          note={`of ${countText(enrolled - exempt)} · 95 %: ${intervalText(
            report.completionRateLow,
            report.completionRateHigh,
          )}`}
          explain={{ of: "completionRate", n: enrolled - exempt, rows: everybody }}
        />
        <Stat
          label={`Within ${matured.days} days`}
          value={matured.n === 0 ? "–" : rateText(matured.rate)}
          note={`of ${countText(matured.n)} old enough, ${countText(matured.immature)} are not yet`}
          explain={{ of: "matured", n: matured.n }}
        />
        <Stat
          label="Median time"
          value={medianDays === null ? "Not reached" : daysText(medianDays)}
          note="first access → completion"
          explain={{ of: "medianDays", n: enrolled - exempt }}
        />
        <Stat
          label="On time"
          value={onTime.due === 0 ? "–" : rateText(onTime.rate)}
          note={onTime.due === 0 ? "No deadline has come yet" : `of ${countText(onTime.due)} due`}
          explain={{ of: "onTimeRate", n: onTime.due }}
        />
      </div>
    </section>
  );
}
