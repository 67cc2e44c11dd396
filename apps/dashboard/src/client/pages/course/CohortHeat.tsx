import type { CohortReport } from "@milepost/client";
import { fewestAtRisk } from "../../charts/shownCurve.ts";
import { countText, rateText } from "../../text/numbers.ts";
import { dayMs } from "../../text/times.ts";

const days = [7, 14, 30, 60, 90, 180];

/** Cohorts by how many had completed within so many days; what is not known yet is hatched. */
export function CohortHeat({ items, asOf }: { items: readonly CohortReport[]; asOf: string }) {
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
          {newest.map((row, at) => (
            <tr key={row.cohort}>
              <th scope="row">{row.cohort}</th>
              <td>{countText(row.enrolled)}</td>
              {days.map((day) => (
                <Cell
                  key={day}
                  row={row}
                  day={day}
                  end={newest[at - 1]?.from ?? asOf}
                  asOf={asOf}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellProps {
  readonly row: CohortReport;
  readonly day: number;
  /** When the cohort's last attempts may have begun. */
  readonly end: string;
  readonly asOf: string;
}

function Cell({ row, day, end, asOf }: CellProps) {
  if (row.enrolled - row.exempt < fewestAtRisk) {
    return (
      <td className="md-quiet" title={`Not enough data (n = ${row.enrolled - row.exempt})`}>
        –
      </td>
    );
  }
  // Before the curve's first step nobody had completed it, which is known.
  const completed = row.curve.findLast((one) => one.day <= day)?.completed ?? 0;
  const isFollowed = Date.parse(end) + day * dayMs <= Date.parse(asOf);
  const share = Math.round(completed * 100);
  return (
    <td
      className={isFollowed ? "md-heat-cell" : "md-heat-cell md-heat-open"}
      style={{ "--md-share": `${share * 0.55}%` } as React.CSSProperties}
    >
      {rateText(completed)}
      {isFollowed ? null : <span className="md-sr"> so far</span>}
    </td>
  );
}
