import { ActionIcon, Button } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { countOf } from "../../text/numbers.ts";
import type { Edit } from "./useEdit.ts";

interface Props {
  readonly edit: Edit;
  readonly sentence: string;
  readonly onPublish: () => void;
}

/** What is changed so far, the way back, and the way on. */
export function PublishBar({ edit, sentence, onPublish }: Props) {
  const { act, changes, history, mistakes } = edit;
  const wrong = mistakes.lessons.size + (mistakes.title === null ? 0 : 1);
  return (
    <section className="md-outline-bar" aria-label="Publish">
      <div className="md-outline-steps">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label="Undo"
          title="Undo (Ctrl+Z)"
          disabled={history.past.length === 0}
          onClick={() => act({ type: "undo" })}
        >
          <IconArrowBackUp size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label="Redo"
          title="Redo (Ctrl+Shift+Z)"
          disabled={history.future.length === 0}
          onClick={() => act({ type: "redo" })}
        >
          <IconArrowForwardUp size={18} aria-hidden />
        </ActionIcon>
      </div>
      <p className="md-outline-sum" aria-live="polite">
        {wrong === 0 ? (
          sentence
        ) : (
          <span className="md-danger">
            {countOf(wrong, "place needs", "places need")} attention
          </span>
        )}
      </p>
      <div className="md-outline-go">
        <Button
          variant="subtle"
          color="gray"
          disabled={!changes.any}
          onClick={() => act({ type: "reset" })}
        >
          Reset
        </Button>
        <Button disabled={!changes.any || edit.isMistaken} onClick={onPublish}>
          Preview and publish
        </Button>
      </div>
    </section>
  );
}
