import { ActionIcon, Switch } from "@mantine/core";
import { useDisclosure, useLocalStorage } from "@mantine/hooks";
import { IconKeyboard } from "@tabler/icons-react";
import { useEffect } from "react";
import { Dialog } from "../ui/Dialog.tsx";

/** Single keys, each doing what a button on the page does: it is found by `data-shortcut`. */
const shortcuts = [
  { key: "/", label: "Search", target: "search" },
  { key: "f", label: "Filters", target: "filters" },
  { key: "e", label: "Export", target: "export" },
  { key: "s", label: "Save view", target: "save-view" },
] as const;

/** The keys that work everywhere, their list, and the switch that turns them off. */
export function Shortcuts() {
  const [isOpen, { open, close }] = useDisclosure();
  const [isOn, setOn] = useLocalStorage({ key: "milepost-shortcuts", defaultValue: true });
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (event.key === "?") open();
      const shortcut = shortcuts.find(({ key }) => key === event.key);
      const found = document.querySelector<HTMLElement>(`[data-shortcut="${shortcut?.target}"]`);
      if (found === null) return;
      event.preventDefault();
      found.focus();
      if (found instanceof HTMLButtonElement) found.click();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [isOn, open]);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        visibleFrom="sm"
        onClick={open}
        aria-label="Keyboard shortcuts"
      >
        <IconKeyboard size={18} aria-hidden />
      </ActionIcon>
      <Dialog isOpen={isOpen} close={close} title="Keyboard">
        <KeyList />
        <Switch
          mt="md"
          label="Single-key shortcuts"
          checked={isOn}
          onChange={(event) => setOn(event.currentTarget.checked)}
        />
      </Dialog>
    </>
  );
}

/** What is no shortcut but works within a table or a chart. */
const others = [
  { keys: ["?"], does: "This list" },
  { keys: ["↑", "↓"], does: "In a table: the rows. In a chart: the points" },
  { keys: ["Space"], does: "Select the row, with Shift all rows up to it" },
  { keys: ["Enter"], does: "Open the row, or the people behind a point" },
  { keys: ["Alt", "↑", "↓"], does: "In an outline: move the lesson" },
  { keys: ["t"], does: "In a chart: the same numbers as a table" },
];

function KeyList() {
  const all = [...shortcuts.map(({ key, label }) => ({ keys: [key], does: label })), ...others];
  return (
    <dl className="md-keys">
      {all.map(({ keys, does }) => (
        <div key={does}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(radio|checkbox|button)$/.test(target.type);
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}
