import type { CohortReport } from "@milepost/client";
import { PageLink } from "../../address/PageLink.tsx";
import { fewestAtRisk } from "../../charts/shownCurve.ts";
import { countText, rateText } from "../../text/numbers.ts";
import { publishedText } from "./useVersions.ts";

const days = [7, 14, 30, 60, 90, 180];

/** A cohort, for how many days all of it have been followed, and where its learners are listed. */
interface Cohort extends CohortReport {
  readonly followed: number;
  /** Versions of the outline that were published while they enrolled. */
  readonly versions: readonly number[];
  readonly href: string;
  readonly hrefOf: (day: number) => string;
}

/** Cohorts by how many had completed within so many days; what is not known yet is hatched. */
export function CohortHeat({ items }: { items: readonly Cohort[] }) {
  const newest = [...items].reverse();
  return (
    <section className="md-numbers md-heat" tabIndex={0} aria-label="Cohorts by day">
      <table>
        <thead>
          <tr>
            <th scope="col">Cohort</th>
            <th scope="col">Enrolled</th>
            {days.map((day) => (
              <th key={day} scope="col">
                {day} days
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {newest.map((row) => (
            <tr key={row.cohort}>
              <th scope="row">
                {row.cohort}
                {row.versions.length === 0 ? null : (
                  <span className="md-published" title={publishedText(row.versions)}>
                    {row.versions.map((n) => `v${n}`).join(" ")}
                    <span className="md-sr"> published</span>
                  </span>
                )}
              </th>
              <td>
                <PageLink href={row.href}>{countText(row.enrolled)}</PageLink>
              </td>
              {days.map((day) => (
                <Cell key={day} row={row} day={day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ row, day }: { row: Cohort; day: number }) {
  if (row.enrolled - row.exempt < fewestAtRisk) {
    return (
      <td className="md-quiet" title={`Not enough data (n = ${row.enrolled - row.exempt})`}>
        –
      </td>
    );
  }
  // Before the curve's first step nobody had completed it, which is known.
  const completed = row.curve.findLast((one) => one.day <= day)?.completed ?? 0;
  const isFollowed = day <= row.followed;
  const share = Math.round(completed * 100);
  return (
    <td
      className={isFollowed ? "md-heat-cell" : "md-heat-cell md-heat-open"}
      style={{ "--md-share": `${share * 0.55}%` } as React.CSSProperties}
    >
      <PageLink href={row.hrefOf(day)}>{rateText(completed)}</PageLink>
      {isFollowed ? null : <span className="md-sr"> so far</span>}
    </td>
  );
}
