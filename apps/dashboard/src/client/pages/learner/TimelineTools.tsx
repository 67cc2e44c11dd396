import { TextInput } from "@mantine/core";
import type { LedgerEntry } from "@milepost/client";
import { useView } from "../../address/useView.ts";
import { useZone } from "../../shell/Session.tsx";
import { startOfDay } from "../../text/times.ts";
import { chosenKinds, type EntryKind, entryKinds, kindNames, kindOf } from "./entryKinds.ts";

interface Props {
  readonly entries: readonly LedgerEntry[];
  jumpTo(from: Date): void;
}

/** Which types of entries are listed, and the way to those of a day. */
export function TimelineTools({ entries, jumpTo }: Props) {
  const { view, change } = useView();
  const zone = useZone();
  const chosen = chosenKinds(view.types);
  const toggle = (kind: EntryKind) => {
    const next = chosen.includes(kind) ? chosen.filter((one) => one !== kind) : [...chosen, kind];
    change({ types: next.length === 0 ? undefined : next.join(",") });
  };
  const jump = (day: string) => {
    const from = startOfDay(day, zone);
    if (from !== null) jumpTo(from);
  };
  return (
    <div className="md-timeline-tools">
      <fieldset className="md-kinds">
        <legend className="md-sr">Types of entries</legend>
        {kindNames.map((kind) => {
          const count = entries.filter((entry) => kindOf(entry) === kind).length;
          if (count === 0 && !chosen.includes(kind)) return null;
          return (
            <button
              key={kind}
              type="button"
              className="md-kind"
              aria-pressed={chosen.includes(kind)}
              onClick={() => toggle(kind)}
            >
              {entryKinds[kind].label} <span className="md-kind-count">{count}</span>
            </button>
          );
        })}
      </fieldset>
      <TextInput
        type="date"
        size="xs"
        label="Jump to"
        className="md-jump"
        onChange={({ currentTarget }) => jump(currentTarget.value)}
      />
    </div>
  );
}
