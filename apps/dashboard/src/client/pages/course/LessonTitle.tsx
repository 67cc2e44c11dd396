import type { LessonReport } from "@milepost/client";
import { useView } from "../../address/useView.ts";

/** A lesson's name, which opens what is known of it. */
export function LessonTitle({ lesson }: { lesson: LessonReport }) {
  const { change } = useView();
  return (
    <span className="md-two">
      <button
        type="button"
        className="md-link md-plain md-strong"
        tabIndex={-1}
        onClick={() => change({ drawer: lesson.lesson })}
      >
        {lesson.title}
      </button>
      <span className="md-quiet">
        {[lesson.section, lesson.required ? null : "optional"].filter(Boolean).join(" · ")}
      </span>
    </span>
  );
}
