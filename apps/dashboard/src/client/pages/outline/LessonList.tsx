import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { countOf, countText } from "../../text/numbers.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type DraftLesson, liveLessons, mostLessons } from "./draft/Draft.ts";
import { LessonRow } from "./LessonRow.tsx";
import { useDrag } from "./useDrag.ts";
import type { Edit } from "./useEdit.ts";
import { useLessonKeys } from "./useLessonKeys.ts";

/** The lessons in order, each to be moved, opened, retired and taken back. */
export function LessonList({ edit }: { edit: Edit }) {
  const { draft } = edit.history;
  const live = liveLessons(draft);
  const keys = useLessonKeys(edit);
  const isFull = live.length >= mostLessons;
  const required = live.filter((lesson) => lesson.required).length;
  return (
    <Panel
      title="Lessons"
      about={`${countOf(live.length, "lesson")}, ${countText(required)} required`}
      actions={
        <Button
          size="xs"
          variant="light"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={keys.add}
          disabled={isFull}
        >
          Add lesson
        </Button>
      }
      flush
    >
      {isFull ? (
        <p className="md-outline-limit" role="status">
          An outline has at most {countText(mostLessons)} lessons: retire one before you add
          another.
        </p>
      ) : null}
      {draft.lessons.length === 0 ? (
        <div className="md-outline-empty">
          <Empty title="No lessons yet" action={{ label: "Add the first lesson", run: keys.add }}>
            Learners see lessons in the order they stand here.
          </Empty>
        </div>
      ) : (
        <Rows edit={edit} keys={keys} />
      )}
      <div className="md-sr" aria-live="polite">
        {keys.said}
      </div>
    </Panel>
  );
}

interface RowsProps {
  readonly edit: Edit;
  readonly keys: ReturnType<typeof useLessonKeys>;
}

function Rows({ edit, keys }: RowsProps) {
  const { draft } = edit.history;
  const drag = useDrag(keys.move);
  const live = liveLessons(draft);
  const places = new Map(live.map(({ key }, at) => [key, at]));
  return (
    <>
      <p className="md-outline-keys md-quiet" id="outline-keys">
        <kbd>↑</kbd> <kbd>↓</kbd> go through the lessons, <kbd>Alt</kbd> with them moves one,{" "}
        <kbd>Enter</kbd> opens it, <kbd>Delete</kbd> retires it.
      </p>
      <ol
        className="md-olessons"
        ref={keys.list}
        aria-describedby="outline-keys"
        onKeyDown={keys.onKeyDown}
        {...drag.list}
      >
        {draft.lessons.map((lesson, at) => (
          <LessonRow
            key={lesson.key}
            lesson={lesson}
            section={sectionAbove(draft.lessons, at)}
            place={places.get(lesson.key) ?? null}
            isLast={places.get(lesson.key) === live.length - 1}
            kinds={edit.changes.lessons.get(lesson.key)}
            mistakes={edit.mistakes.lessons.get(lesson.key)}
            isCurrent={lesson.key === keys.current}
            isOpen={lesson.key === keys.opened}
            drop={drag.target?.key === lesson.key ? drag.target.side : null}
            lessons={lesson.key === keys.opened ? draft.lessons : undefined}
            act={edit.act}
            keys={keys.row}
            drag={drag.stable}
          />
        ))}
      </ol>
    </>
  );
}

/** The section that begins with a lesson, where one does. */
function sectionAbove(lessons: readonly DraftLesson[], at: number): string | null {
  const own = lessons[at]?.section ?? null;
  return own === (lessons[at - 1]?.section ?? null) ? null : (own ?? "Without a section");
}
