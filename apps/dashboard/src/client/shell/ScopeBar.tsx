import { Button, Popover } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { useView } from "../address/useView.ts";
import type { View, ViewKey } from "../address/view.ts";
import { readGroups } from "../api/reports.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { dayText, instantText } from "../text/times.ts";
import { ScopeForm } from "./ScopeForm.tsx";
import { useZone } from "./Session.tsx";

/** What is looked at: all attempts or those chosen, each choice with its way back. */
export function ScopeBar() {
  const { view, change } = useView();
  const chips = useChips(view);
  return (
    <div className="md-scope">
      <Popover width={320} position="bottom-start" shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconFilter size={15} aria-hidden />}
            data-shortcut="filters"
          >
            {chips.length === 0 ? "All learners" : "Filters"}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label="Filters">
          <ScopeForm />
        </Popover.Dropdown>
      </Popover>
      <ul className="md-chips" aria-label="Chosen filters">
        {chips.map(({ text, keys }) => (
          <li key={text}>
            <button
              type="button"
              className="md-chip"
              onClick={() => change(Object.fromEntries(keys.map((key) => [key, undefined])))}
              aria-label={`Remove the filter ${text}`}
            >
              {text} <span aria-hidden>×</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useChips(view: View): { text: string; keys: readonly ViewKey[] }[] {
  const zone = useZone();
  const groups = useAnswer("fixed", ["groups"], readGroups, { enabled: view.group !== undefined });
  const { group, enrolledFrom, enrolledBefore, asOf } = view;
  const name = groups.data?.find(({ id }) => id === group)?.name ?? group;
  const from = enrolledFrom === undefined ? "…" : dayText(enrolledFrom, { year: true });
  const before = enrolledBefore === undefined ? "…" : dayText(enrolledBefore, { year: true });
  return [
    ...(group === undefined ? [] : [{ text: `Group: ${name}`, keys: ["group"] as const }]),
    ...(enrolledFrom === undefined && enrolledBefore === undefined
      ? []
      : [
          {
            text: `Enrolled ${from} – before ${before}`,
            keys: ["enrolledFrom", "enrolledBefore"] as const,
          },
        ]),
    ...(asOf === undefined
      ? []
      : [{ text: `As of ${instantText(asOf, zone)} ${zone.label}`, keys: ["asOf"] as const }]),
  ];
}
