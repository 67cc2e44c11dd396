import type { Act, ActResult } from "../../api/acts.ts";
import { useZone } from "../../shell/Session.tsx";
import { countOf, countText } from "../../text/numbers.ts";
import { instantText } from "../../text/times.ts";
import { personName } from "../../ui/PersonLink.tsx";
import type { AttemptRow } from "./AttemptTable.tsx";
import { skippedWhy } from "./skippedWhy.ts";

interface Props {
  readonly step: "preview" | "done" | "undone";
  readonly kind: Act["kind"];
  readonly results: readonly ActResult[];
  readonly rows: readonly AttemptRow[];
}

const verbs = {
  preview: {
    extend: "will be extended",
    exempt: "will be exempted",
    reinstate: "will be reinstated",
  },
  done: { extend: "extended", exempt: "exempted", reinstate: "reinstated" },
  undone: { extend: "put back as they were", exempt: "reinstated", reinstate: "exempt again" },
} as const;

/** How many rows it is about, who is skipped and why, and what becomes of each of the others. */
export function Outcome({ step, kind, results, rows }: Props) {
  const done = results.filter(({ status }) => status === "recorded");
  const skipped = skippedWhy(results);
  const names = new Map(rows.map((row) => [`${row.course} ${row.learner}`, personName(row)]));
  const nameOf = ({ course, learner }: ActResult) =>
    names.get(`${course} ${learner}`) ?? learner ?? "";
  return (
    <div className="md-outcome">
      <p role="status">
        <strong>
          {countOf(done.length, "attempt")} {verbs[step][kind]}.
        </strong>{" "}
        {skipped.length === 0
          ? "Nobody is skipped."
          : `${countText(results.length - done.length)} skipped:`}
      </p>
      {skipped.map(({ why, of }) => (
        <details key={why}>
          <summary>
            {countText(of.length)} {why}
          </summary>
          <ul>
            {of.slice(0, mostNamed).map((result) => (
              <li key={`${result.course} ${result.learner}`}>{nameOf(result)}</li>
            ))}
            {of.length > mostNamed ? <li>and {countText(of.length - mostNamed)} more</li> : null}
          </ul>
        </details>
      ))}
      <Details results={done} nameOf={nameOf} />
    </div>
  );
}

const mostNamed = 100;

interface DetailsProps {
  readonly results: readonly ActResult[];
  nameOf(result: ActResult): string;
}

/** Each deadline from and to. */
function Details({ results, nameOf }: DetailsProps) {
  const zone = useZone();
  const moved = results.filter((result) => "previousDueAt" in result).slice(0, mostNamed);
  if (moved.length === 0) return null;
  const text = (at: string | null | undefined) => (at ? instantText(at, zone) : "no deadline");
  return (
    <section className="md-numbers" tabIndex={0} aria-label="Deadlines">
      <table>
        <thead>
          <tr>
            <th scope="col">Learner</th>
            <th scope="col">From</th>
            <th scope="col">To ({zone.label})</th>
          </tr>
        </thead>
        <tbody>
          {moved.map((result) => (
            <tr key={`${result.course} ${result.learner} ${result.attempt}`}>
              <th scope="row">{nameOf(result)}</th>
              <td>{"previousDueAt" in result ? text(result.previousDueAt) : null}</td>
              <td>{"dueAt" in result ? text(result.dueAt) : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {results.length > mostNamed ? (
        <p className="md-quiet">and {countText(results.length - mostNamed)} more</p>
      ) : null}
    </section>
  );
}
