import "../messages/enMore.ts";
import { type ReactNode, useId, useRef, useState } from "react";
import { useProgress } from "../provider/ProgressContext.ts";
import { completionMessage } from "./completionMessage.ts";
import { Icon } from "./Icon.tsx";

export interface CompletionToggleProps {
  /** The host's own id of the lesson. */
  readonly lesson: string;
  /**
   * Of a lesson that completes by a rule, such as a passed quiz: the rule in words. There is no
   * button then.
   */
  readonly rule?: ReactNode;
  /** Where a form is sent to (`POST`) where there is no script; no form when omitted. */
  readonly action?: string | undefined;
}

/**
 * The button that completes a lesson, and what became of it. Its name never changes and it keeps
 * the focus; whether it is pressed says the rest. A completion the server has is final.
 */
export function CompletionToggle({ lesson, rule, action }: CompletionToggleProps) {
  const { store, state, view, texts } = useProgress();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isAsked, setAsked] = useState(false);
  const found = view?.lessons.find((one) => one.id === lesson);
  const refusal = state.refusals.find(
    (one) => one.lesson === lesson && one.type === "lesson.completed",
  );
  const isDone = found?.status === "complete" || found?.status === "pending";
  const isPressable = found !== undefined && !isDone && !isClosed(found.status);

  const press = () => {
    if (!isPressable) return;
    setAsked(true);
    void store.complete(lesson).finally(() => setAsked(false));
  };
  const undo = () => {
    // Before the button that has the focus goes away.
    button.current?.focus();
    void store.undo(lesson);
  };
  const toggle = (
    <button
      ref={button}
      type={action === undefined ? "button" : "submit"}
      className="lp-button"
      part="button"
      aria-pressed={isDone || isAsked}
      aria-describedby={id}
      aria-disabled={!isPressable}
      onClick={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <Icon name={found === undefined || isPressable ? "not-started" : found.status} />
      {texts.text("complete")}
    </button>
  );
  const name = refusal === undefined ? (found?.status ?? "loading") : "error";
  return (
    <div className="lp lp-toggle" part="toggle" data-state={name}>
      {rule === undefined ? inForm(toggle, action) : <p className="lp-rule">{rule}</p>}
      <span className="lp-toggle-text" id={id} part="text">
        {completionMessage({ lesson: found, refusal, waiting: state.sync.waiting }, texts)}
      </span>
      {state.undoable.includes(lesson) ? <UndoButton onUndo={undo} /> : null}
    </div>
  );
}

function UndoButton({ onUndo }: { readonly onUndo: () => void }) {
  const { texts } = useProgress();
  return (
    <button type="button" className="lp-quiet-button" onClick={onUndo}>
      {texts.text("undo")}
    </button>
  );
}

function isClosed(status: string): boolean {
  return status === "locked" || status === "not-open";
}

function inForm(button: ReactNode, action: string | undefined): ReactNode {
  if (action === undefined) return button;
  return (
    <form method="post" action={action}>
      {button}
    </form>
  );
}
