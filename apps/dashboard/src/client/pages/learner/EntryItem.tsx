import type { LedgerEntry } from "@milepost/client";
import {
  IconArrowsExchange,
  IconCalendarDue,
  IconCheck,
  IconRepeat,
  IconTool,
  IconTrophy,
} from "@tabler/icons-react";
import { useZone } from "../../shell/Session.tsx";
import { exactText } from "../../text/times.ts";
import { type EntryKind, kindOf } from "./entryKinds.ts";
import { entryText, latenessOf, moveOf, sourceText } from "./entryText.ts";

const icons: Readonly<Record<EntryKind, typeof IconCheck>> = {
  enrollment: IconArrowsExchange,
  deadline: IconCalendarDue,
  lesson: IconCheck,
  repeated: IconRepeat,
  course: IconTrophy,
  repair: IconTool,
};

interface Props {
  readonly entry: LedgerEntry;
  readonly titles: ReadonlyMap<string, string>;
  /** Whether it is after the instant that is replayed. */
  readonly isAfter: boolean;
}

/** One entry of the ledger: what, when it was and when we learned of it, from where and by whom. */
export function EntryItem({ entry, titles, isAfter }: Props) {
  const zone = useZone();
  const kind = kindOf(entry);
  const Icon = icons[kind];
  const move = moveOf(entry, zone);
  return (
    <li className="md-entry" data-at={entry.occurredAt} data-after={isAfter} tabIndex={-1}>
      <time className="md-entry-time" dateTime={entry.occurredAt}>
        {exactText(entry.occurredAt, zone)}
        <span className="md-quiet">{zone.label}</span>
      </time>
      <span className="md-entry-mark" data-kind={kind} aria-hidden>
        <Icon size={15} stroke={2} />
      </span>
      <div className="md-entry-body">
        <div className="md-entry-what">
          <strong>{entryText(entry, titles)}</strong> <LateBadge entry={entry} />
          {isAfter ? <span className="md-sr">after the instant that is shown</span> : null}
        </div>
        {move === null ? null : (
          <div>
            {move[0]} <span aria-hidden>→</span>
            <span className="md-sr">to</span> {move[1]}
          </div>
        )}
        {entry.reason === null ? null : <div className="md-entry-reason">“{entry.reason}”</div>}
        <EntryFacts entry={entry} />
        <Repair entry={entry} />
      </div>
    </li>
  );
}

function LateBadge({ entry }: { entry: LedgerEntry }) {
  const { lateness, by } = latenessOf(entry);
  if (lateness === "prompt") return null;
  return (
    <span className="md-badge" data-tone={lateness === "late-arriving" ? "warn" : undefined}>
      {lateness === "late-arriving" ? `Late-arriving: ${by} later` : `Offline or late: ${by} later`}
    </span>
  );
}

function EntryFacts({ entry }: { entry: LedgerEntry }) {
  const zone = useZone();
  const { source, actor, outlineVersion, receivedAt, occurredAt } = entry;
  const received = exactText(receivedAt, zone);
  const facts = [
    received === exactText(occurredAt, zone)
      ? "received in the same second"
      : `received ${received} ${zone.label}`,
    source === null ? null : `from ${sourceText(source)}`,
    actor === null ? null : `by ${actor}`,
    outlineVersion === null ? null : `outline version ${outlineVersion}`,
    entry.eventId === null ? null : `event ${entry.eventId}`,
  ];
  return <div className="md-entry-facts">{facts.filter((fact) => fact !== null).join(" · ")}</div>;
}

/** Which stored numbers a repair changed, by their names in the database. */
function Repair({ entry: { type, data } }: { entry: LedgerEntry }) {
  if (type !== "progress.repaired" || data === null) return null;
  const [before, after] = [data.before, data.after].map((one) => Object(one));
  const changed = Object.keys(after).filter((key) => before[key] !== after[key]);
  return (
    <div className="md-entry-facts">
      {changed
        .map((key) => `${key}: ${before[key] ?? "none"} → ${after[key] ?? "none"}`)
        .join(", ")}
    </div>
  );
}
