import { ActionIcon, Button, Checkbox, Popover } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconColumns3, IconMinus, IconPlus } from "@tabler/icons-react";

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
  /** By so many pixels. */
  resize(id: string, by: number): void;
  reset(): void;
}

/** Which columns a table shows, and in which order. */
export function ColumnMenu({ columns, show, move, resize, reset }: Props) {
  return (
    <Popover width={360} position="bottom-end" shadow="md" trapFocus returnFocus>
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
              <span className="md-column-acts">
                <Act label={`${label} narrower`} run={() => resize(id, -step)} Icon={IconMinus} />
                <Act label={`${label} wider`} run={() => resize(id, step)} Icon={IconPlus} />
                <Act
                  label={`Move ${label} up`}
                  run={() => move(id, -1)}
                  isOff={isFixed || at <= 1}
                  Icon={IconArrowUp}
                />
                <Act
                  label={`Move ${label} down`}
                  run={() => move(id, 1)}
                  isOff={isFixed || at === columns.length - 1}
                  Icon={IconArrowDown}
                />
              </span>
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

const step = 24;

interface ActProps {
  readonly label: string;
  readonly isOff?: boolean;
  readonly Icon: typeof IconPlus;
  run(): void;
}

function Act({ label, isOff = false, Icon, run }: ActProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={24}
      disabled={isOff}
      aria-label={label}
      onClick={run}
    >
      <Icon size={14} aria-hidden />
    </ActionIcon>
  );
}
