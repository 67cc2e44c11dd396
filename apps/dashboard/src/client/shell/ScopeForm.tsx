import { Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useView } from "../address/useView.ts";
import { readGroups } from "../api/reports.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { dayMs, dayOf, startOfDay } from "../text/times.ts";
import { useZone } from "./Session.tsx";

/** Chooses which attempts all pages are about. Each choice counts at once. */
export function ScopeForm() {
  const { view, change } = useView();
  const zone = useZone();
  const groups = useAnswer("fixed", ["groups"], readGroups);
  // As known at the end of a day: its first instant would leave the day itself out.
  const asOfDay = view.asOf === undefined ? "" : dayOf(new Date(Date.parse(view.asOf) - 1), zone);
  const chooseAsOf = (day: string) => {
    const start = startOfDay(day, zone);
    if (start === null) return change({ asOf: undefined });
    const end = new Date(start.getTime() + dayMs);
    change({ asOf: end > new Date() ? undefined : end.toISOString() });
  };
  const today = dayOf(new Date(), zone);
  return (
    <Stack gap="sm">
      <Select
        label="Group"
        placeholder="All learners"
        searchable
        clearable
        limit={100}
        data={(groups.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={view.group ?? null}
        onChange={(group) => change({ group: group ?? undefined })}
        comboboxProps={{ withinPortal: false }}
        // The form opens with the focus here; its other fields are not to be covered by that.
        openOnFocus={false}
        nothingFoundMessage={
          groups.data?.length === 0 ? "There are no groups yet" : "No such group"
        }
      />
      <EnrollmentWindow />
      <TextInput
        type="date"
        label="As known at the end of"
        description={`Days in ${zone.label}. Empty for now.`}
        max={today}
        value={asOfDay}
        onChange={({ currentTarget }) => chooseAsOf(currentTarget.value)}
      />
      <Button
        variant="default"
        size="xs"
        onClick={() =>
          change({
            group: undefined,
            enrolledFrom: undefined,
            enrolledBefore: undefined,
            asOf: undefined,
          })
        }
      >
        Reset
      </Button>
    </Stack>
  );
}

/** Attempts by when they began. */
function EnrollmentWindow() {
  const { view, change } = useView();
  const zone = useZone();
  const today = dayOf(new Date(), zone);
  return (
    <Group grow align="end" gap="xs">
      <TextInput
        type="date"
        label="Enrolled from"
        max={today}
        value={view.enrolledFrom ?? ""}
        onChange={({ currentTarget }) =>
          change({ enrolledFrom: currentTarget.value }, { replace: true })
        }
      />
      <TextInput
        type="date"
        label="and before"
        value={view.enrolledBefore ?? ""}
        onChange={({ currentTarget }) =>
          change({ enrolledBefore: currentTarget.value }, { replace: true })
        }
      />
    </Group>
  );
}
