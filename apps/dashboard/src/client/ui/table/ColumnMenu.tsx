import { ActionIcon, Button, Checkbox, Popover } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconColumns3 } from "@tabler/icons-react";

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly isShown: boolean;
  readonly isFixed: boolean;
}

interface Props {
  readonly columns: readonly Choice[];
  show(id: string, isShown: boolean): void;
  move(id: string, by: -1 | 1): void;
  reset(): void;
}

/** Which columns a table shows, and in which order. */
export function ColumnMenu({ columns, show, move, reset }: Props) {
  return (
    <Popover width={300} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconColumns3 size={15} aria-hidden />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <ul className="md-columns">
          {columns.map(({ id, label, isShown, isFixed }, at) => (
            <li key={id}>
              <Checkbox
                label={label}
                checked={isShown}
                disabled={isFixed}
                onChange={(event) => show(id, event.currentTarget.checked)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                ml="auto"
                disabled={isFixed || at <= 1}
                aria-label={`Move ${label} up`}
                onClick={() => move(id, -1)}
              >
                <IconArrowUp size={14} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                disabled={isFixed || at === columns.length - 1}
                aria-label={`Move ${label} down`}
                onClick={() => move(id, 1)}
              >
                <IconArrowDown size={14} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <Button variant="subtle" size="compact-xs" onClick={reset}>
          As it was
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
