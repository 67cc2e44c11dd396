import { ActionIcon, Menu } from "@mantine/core";
import { IconCheck, IconClock } from "@tabler/icons-react";
import { useView } from "../address/useView.ts";
import { oneOf } from "../address/view.ts";
import { useCaller, zoneOf, zones } from "./Session.tsx";

const names = { org: "Organisation", mine: "Mine", utc: "UTC" } as const;

/** The zone that every date on the page is of. */
export function ZonePicker() {
  const { timeZone } = useCaller();
  const { view, change } = useView();
  const chosen = oneOf(zones, view.zone);
  const label = zoneOf(chosen, timeZone).label;
  return (
    <Menu shadow="md" position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          w="auto"
          px={6}
          aria-label={`Time zone: ${label}`}
        >
          <IconClock size={17} aria-hidden />
          <span className="md-zone">{label}</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Dates in the zone of</Menu.Label>
        {zones.map((zone) => (
          <Menu.Item
            key={zone}
            onClick={() => change({ zone: zone === "org" ? undefined : zone })}
            rightSection={zone === chosen ? <IconCheck size={15} aria-label="chosen" /> : null}
          >
            {names[zone]} · {zoneOf(zone, timeZone).label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
