import type { Progress } from "../provider/ProgressContext.ts";
import type { LessonView } from "../view/readView.ts";

/** A lesson's state in words, such as `completed`. */
export function statusText(
  lesson: LessonView,
  { texts, now }: Pick<Progress, "texts" | "now">,
): string {
  const { status, opensAt, completedAt } = lesson;
  switch (status) {
    case "not-started":
      return texts.text("statusNotStarted");
    case "in-progress":
      return texts.text("statusInProgress");
    case "complete":
      return texts.text("statusComplete");
    case "pending":
      return texts.text("statusPending");
    case "locked":
      return texts.text("statusLocked");
    case "not-open":
      return texts.text("statusNotOpen", { date: texts.dayAndTime(opensAt ?? "", now) });
    case "retired":
      return texts.text("statusRetired", { date: texts.day(completedAt ?? "") });
  }
}
