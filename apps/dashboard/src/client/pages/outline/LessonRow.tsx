import {
  IconArrowBarToUp,
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconGripVertical,
  IconRestore,
  IconTrash,
} from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import { useZone } from "../../shell/Session.tsx";
import { dateText } from "../../text/times.ts";
import { ChangeMarks } from "./ChangeMarks.tsx";
import type { LessonChangeKind } from "./draft/changesOf.ts";
import type { DraftLesson } from "./draft/Draft.ts";
import type { LessonField } from "./draft/findMistakes.ts";
import { LessonForm } from "./LessonForm.tsx";
import type { RowDrag } from "./useDrag.ts";
import type { Edit } from "./useEdit.ts";
import type { RowKeys } from "./useLessonKeys.ts";

interface Props {
  readonly lesson: DraftLesson;
  /** The section that begins here. */
  readonly section: string | null;
  /** Among the lessons that are not retired, from 0. */
  readonly place: number | null;
  readonly isLast: boolean;
  readonly kinds: readonly LessonChangeKind[] | undefined;
  readonly mistakes: Partial<Record<LessonField, string>> | undefined;
  /** Whether the Tab key stops here. */
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  readonly drop: "above" | "below" | null;
  /** All of them, where this one is open. */
  readonly lessons: readonly DraftLesson[] | undefined;
  readonly act: Edit["act"];
  readonly keys: RowKeys;
  readonly drag: RowDrag;
}

/** One lesson of the outline. Drawn again only where it changed: there may be two thousand. */
export const LessonRow = memo(function LessonRow(props: Props) {
  const { lesson, section, place, mistakes, isOpen, keys, drag } = props;
  const { key, isRetired } = lesson;
  return (
    <li
      className="md-olesson"
      data-key={key}
      data-place={place ?? undefined}
      data-retired={isRetired || undefined}
      data-open={isOpen || undefined}
      data-drop={props.drop ?? undefined}
      onFocus={() => keys.setCurrent(key)}
    >
      {section === null ? null : <h3 className="md-olesson-section">{section}</h3>}
      <div className="md-olesson-row">
        <span
          className="md-olesson-grip"
          draggable={!isRetired}
          onDragStart={(event) => drag.onDragStart(event, key)}
          onDragEnd={drag.onDragEnd}
          aria-hidden
        >
          <IconGripVertical size={16} />
        </span>
        <span className="md-olesson-place">{place === null ? "–" : place + 1}</span>
        <Title {...props} />
        <span className="md-olesson-marks">
          {mistakes === undefined ? null : <span className="md-danger">Needs attention</span>}
          <ChangeMarks kinds={props.kinds} required={lesson.required} />
        </span>
        <Actions {...props} />
      </div>
      {isOpen && props.lessons !== undefined ? (
        <LessonForm {...props} lessons={props.lessons} />
      ) : null}
    </li>
  );
});

function Title({ lesson, isCurrent, isOpen, keys }: Props) {
  const zone = useZone();
  const { key, title, dueAt, isNew, id } = lesson;
  const facts = [
    isNew ? `new, id ${id}` : null,
    dueAt === null ? null : `due ${dateText(dueAt, zone)}`,
  ].filter((fact) => fact !== null);
  return (
    <button
      type="button"
      className="md-olesson-title"
      aria-expanded={isOpen}
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => keys.toggle(key)}
    >
      <span className="md-olesson-name">
        {title.trim() === "" ? <em>Untitled lesson</em> : title}
        <IconChevronDown size={14} aria-hidden className="md-olesson-chevron" />
      </span>
      {facts.length === 0 ? null : <small>{facts.join(" · ")}</small>}
    </button>
  );
}

function Actions({ lesson, place, isLast, isCurrent, act, keys }: Props) {
  const { key, isRetired, isNew } = lesson;
  const name = lesson.title.trim() || "the new lesson";
  const tabIndex = isCurrent ? 0 : -1;
  if (isRetired) {
    return (
      <span className="md-olesson-actions">
        <Action label={`Take ${name} back`} tabIndex={tabIndex} run={() => keys.takeBack(key)}>
          <IconRestore size={16} aria-hidden /> <span>Take back</span>
        </Action>
      </span>
    );
  }
  return (
    <>
      <Required lesson={lesson} name={name} tabIndex={tabIndex} act={act} />
      <span className="md-olesson-actions">
        <Action
          label={`Move ${name} to the top`}
          tabIndex={tabIndex}
          disabled={place === 0}
          run={() => keys.shift(key, "first")}
        >
          <IconArrowBarToUp size={16} aria-hidden />
        </Action>
        <Action
          label={`Move ${name} up`}
          tabIndex={tabIndex}
          disabled={place === 0}
          run={() => keys.shift(key, -1)}
        >
          <IconArrowUp size={16} aria-hidden />
        </Action>
        <Action
          label={`Move ${name} down`}
          tabIndex={tabIndex}
          disabled={isLast}
          run={() => keys.shift(key, 1)}
        >
          <IconArrowDown size={16} aria-hidden />
        </Action>
        <Action
          label={isNew ? `Remove ${name}` : `Retire ${name}`}
          tabIndex={tabIndex}
          run={() => keys.retire(key)}
        >
          <IconTrash size={16} aria-hidden />
        </Action>
      </span>
    </>
  );
}

interface RequiredProps {
  readonly lesson: DraftLesson;
  readonly name: string;
  readonly tabIndex: number;
  readonly act: Edit["act"];
}

function Required({ lesson, name, tabIndex, act }: RequiredProps) {
  const { key } = lesson;
  return (
    <label className="md-olesson-required">
      <input
        type="checkbox"
        checked={lesson.required}
        tabIndex={tabIndex}
        aria-label={`${name} is required`}
        onChange={({ currentTarget }) =>
          act({ type: "change", key, change: { required: currentTarget.checked } })
        }
      />
      <span aria-hidden>{lesson.required ? "Required" : "Optional"}</span>
    </label>
  );
}

interface ActionProps {
  readonly label: string;
  readonly tabIndex: number;
  readonly disabled?: boolean;
  readonly run: () => void;
  readonly children: ReactNode;
}

/** A plain button: Mantine's would be five components for each of two thousand rows. */
function Action({ label, tabIndex, disabled = false, run, children }: ActionProps) {
  return (
    <button
      type="button"
      className="md-olesson-action"
      aria-label={label}
      title={label}
      tabIndex={tabIndex}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : run}
    >
      {children}
    </button>
  );
}
