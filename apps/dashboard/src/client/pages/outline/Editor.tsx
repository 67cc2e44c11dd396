import { useEffect, useState } from "react";
import { CourseFields } from "./CourseFields.tsx";
import { changeSentence } from "./draft/changeSentence.ts";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { LessonList } from "./LessonList.tsx";
import { Overtaken } from "./Overtaken.tsx";
import type { Loaded } from "./outlineApi.ts";
import { PublishBar } from "./PublishBar.tsx";
import { PublishDialog } from "./PublishDialog.tsx";
import { PublishedLine } from "./PublishedLine.tsx";
import { TheirOutline } from "./TheirOutline.tsx";
import { useEdit } from "./useEdit.ts";
import { usePublishing } from "./usePublishing.ts";

/** Edits an outline, from what is published to the next version. */
export function Editor({ course, loaded }: { course: string; loaded: Loaded }) {
  const edit = useEdit(loaded);
  const publishing = usePublishing(course, edit);
  const [isBeside, setBeside] = useState(false);
  const { overtaking } = publishing;
  const { act, changes } = edit;
  useUndoKeys(act, !publishing.isOpen);
  const sentence = changeSentence(changes);
  return (
    <div className="md-outline">
      <PublishedLine course={course} version={publishing.published} />
      {overtaking === null ? null : (
        <Overtaken
          overtaking={overtaking}
          isBeside={isBeside}
          onBeside={() => setBeside(!isBeside)}
          onGoOn={(options) => {
            setBeside(false);
            publishing.goOn(options);
          }}
        />
      )}
      <CourseFields edit={edit} />
      <div className={overtaking !== null && isBeside ? "md-outline-beside" : undefined}>
        <LessonList edit={edit} />
        {overtaking !== null && isBeside ? (
          <TheirOutline base={edit.history.base} theirs={overtaking.loaded.outline} />
        ) : null}
      </div>
      <PublishBar edit={edit} sentence={sentence} onPublish={publishing.open} />
      <PublishDialog edit={edit} publishing={publishing} />
      <LeaveDialog isEdited={changes.any} sentence={sentence} />
    </div>
  );
}

/** Undo and redo by their keys, but for what is being typed: that is the browser's own. */
function useUndoKeys(act: ReturnType<typeof useEdit>["act"], isOn: boolean): void {
  useEffect(() => {
    // What was previewed is what is published.
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (target instanceof HTMLInputElement && target.type !== "checkbox") return;
      const letter = key.toLowerCase();
      if (letter !== "z" && letter !== "y") return;
      event.preventDefault();
      act({ type: letter === "y" || event.shiftKey ? "redo" : "undo" });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [act, isOn]);
}
