import { Button, Checkbox, Group, Modal, Stack, TextInput } from "@mantine/core";
import type { SavedView } from "@milepost/client";
import { type FormEvent, useState } from "react";
import { changeView, createView, deleteView, type PageName } from "../api/views.ts";

interface Props {
  readonly page: PageName;
  /** What is shown, and saved when the view is new. */
  readonly query: string;
  readonly view: SavedView | null;
  onSaved(): void;
  close(): void;
}

const longestName = 100;

/** Names a view, and says who sees it and whether the page opens with it. */
export default function ViewDialog({ page, query, view, onSaved, close }: Props) {
  const [name, setName] = useState(view?.name ?? "");
  const [isForAll, setForAll] = useState(view?.visibility === "everyone");
  const [isDefault, setDefault] = useState(view?.isDefault ?? false);
  const [error, setError] = useState<string | null>(null);
  const run = (work: Promise<unknown>) => {
    void work
      .then(() => {
        onSaved();
        close();
      })
      .catch((problem: Error) => setError(problem.message));
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const visibility = isForAll ? ("everyone" as const) : ("me" as const);
    const terms = { name: name.trim(), visibility, isDefault };
    run(view === null ? createView({ page, query, ...terms }) : changeView(view, terms));
  };
  return (
    <Modal
      opened
      onClose={close}
      title={view === null ? "Save this view" : `Change “${view.name}”`}
      centered
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form onSubmit={save}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            required
            maxLength={longestName}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={error}
            data-autofocus
          />
          <Checkbox
            label="Everyone may see it"
            description="Each with their own permissions."
            checked={isForAll}
            onChange={(event) => setForAll(event.currentTarget.checked)}
          />
          <Checkbox
            label="Open this page with it"
            checked={isDefault}
            onChange={(event) => setDefault(event.currentTarget.checked)}
          />
          <Buttons
            isNamed={name.trim() !== ""}
            onDelete={view === null ? null : () => run(deleteView(view))}
          />
        </Stack>
      </form>
    </Modal>
  );
}

function Buttons({ isNamed, onDelete }: { isNamed: boolean; onDelete: (() => void) | null }) {
  return (
    <Group justify="flex-end">
      {onDelete === null ? null : (
        <Button variant="subtle" color="red" onClick={onDelete} mr="auto">
          Delete
        </Button>
      )}
      <Button type="submit" disabled={!isNamed}>
        Save
      </Button>
    </Group>
  );
}
