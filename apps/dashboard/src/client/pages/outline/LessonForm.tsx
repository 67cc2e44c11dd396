import { Autocomplete, Button, Select, TextInput } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useZone } from "../../shell/Session.tsx";
import { instantText } from "../../text/times.ts";
import type { DraftLesson } from "./draft/Draft.ts";
import type { LessonField } from "./draft/findMistakes.ts";
import type { Edit } from "./useEdit.ts";
import type { RowKeys } from "./useLessonKeys.ts";

interface Props {
  readonly lesson: DraftLesson;
  readonly lessons: readonly DraftLesson[];
  readonly mistakes: Partial<Record<LessonField, string>> | undefined;
  readonly act: Edit["act"];
  readonly keys: RowKeys;
}

/** What is known of one lesson, to be edited; of one to be retired, what takes its place. */
export function LessonForm(props: Props) {
  const { lesson, keys } = props;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    // An open list of choices takes Escape for itself.
    const isChoosing =
      event.target instanceof Element && event.target.getAttribute("aria-expanded") === "true";
    if (event.key === "Escape" && !isChoosing) keys.close(lesson.key);
  };
  return (
    <form
      ref={form}
      className="md-olesson-form"
      aria-label={lesson.title.trim() || "New lesson"}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        keys.close(lesson.key);
      }}
    >
      {lesson.isRetired ? <Replacement {...props} /> : <Fields {...props} />}
      <div className="md-olesson-end">
        <Facts lesson={lesson} />
        <Button type="submit" size="xs" variant="default">
          Done
        </Button>
      </div>
    </form>
  );
}

function Fields({ lesson, lessons, mistakes, act }: Props) {
  const { key, isNew } = lesson;
  const sections = new Set(lessons.flatMap(({ section }) => section?.trim() || []));
  return (
    <>
      <TextInput
        label="Title"
        name="title"
        value={lesson.title}
        error={mistakes?.title}
        onChange={({ currentTarget }) =>
          act({ type: "change", key, change: { title: currentTarget.value } })
        }
      />
      <Autocomplete
        label="Section"
        placeholder="None"
        data={[...sections]}
        value={lesson.section ?? ""}
        error={mistakes?.section}
        onChange={(section) => act({ type: "change", key, change: { section } })}
      />
      {isNew ? (
        <TextInput
          label="Id"
          description="What your platform calls it. It stays once it is published."
          value={lesson.id}
          error={mistakes?.id}
          spellCheck={false}
          onChange={({ currentTarget }) =>
            act({ type: "change", key, change: { id: currentTarget.value } })
          }
        />
      ) : null}
    </>
  );
}

function Replacement({ lesson, lessons, act }: Props) {
  const others = lessons.filter(({ isRetired }) => !isRetired);
  return (
    <Select
      label="Replaced by"
      description="Where the retired lesson leads to instead. No completion of it is lost."
      placeholder="Nothing"
      clearable
      searchable
      limit={50}
      data={others.map(({ key, title }, at) => ({ value: key, label: `${at + 1}. ${title}` }))}
      value={lesson.replacedBy}
      onChange={(by) => act({ type: "replace", key: lesson.key, by })}
    />
  );
}

function Facts({ lesson }: { lesson: DraftLesson }) {
  const zone = useZone();
  const { id, isNew, dueAt } = lesson;
  return (
    <p className="md-quiet">
      {isNew ? null : (
        <>
          Id <code>{id}</code>
        </>
      )}
      {dueAt === null ? null : ` · due ${instantText(dueAt, zone)} ${zone.label}, kept as it is`}
    </p>
  );
}
