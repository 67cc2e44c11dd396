import type { LessonReport } from "@milepost/client";
import { countText } from "../../text/numbers.ts";

/** What became of a lesson's viewers: everyone who viewed it is in one of the four. */
export const lessonParts = [
  { key: "completed", label: "Completed", tone: "done" },
  { key: "stillActive", label: "Still active", tone: "active" },
  { key: "movedOn", label: "Moved on", tone: "stalled" },
  { key: "stoppedHere", label: "Stopped here", tone: "overdue" },
] as const;

/** A lesson's viewers as one bar, as long as the share of attempts that it reached. */
export function LessonBar({ lesson, widest }: { lesson: LessonReport; widest: number }) {
  const { viewed } = lesson;
  if (viewed === 0) return <span className="md-quiet">No views yet</span>;
  const said = lessonParts.map(({ key, label }) => `${label} ${countText(lesson[key])}`).join(", ");
  return (
    <div
      className="md-bar"
      role="img"
      aria-label={said}
      style={{ width: `${Math.max(4, (viewed / Math.max(1, widest)) * 100)}%`, minWidth: 24 }}
    >
      {lessonParts.map(({ key, tone }) =>
        lesson[key] === 0 ? null : (
          <span key={key} className={`md-tone-${tone}`} style={{ flexGrow: lesson[key] }} />
        ),
      )}
    </div>
  );
}
