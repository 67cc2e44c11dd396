import type { Texts } from "../provider/texts.ts";
import type { Refusal } from "../store/types.ts";
import type { LessonView } from "../view/readView.ts";
import { refusalText } from "./refusalText.ts";

interface Completion {
  readonly lesson: LessonView | undefined;
  readonly refusal: Refusal | undefined;
  /** Whether what is pending waits for the network or a new try. */
  readonly waiting: boolean;
}

/** What stands beside the button that completes a lesson; nothing while it can be pressed. */
export function completionMessage({ lesson, refusal, waiting }: Completion, texts: Texts): string {
  if (refusal !== undefined) {
    return texts.text("notSaved", { reason: refusalText(refusal, texts) });
  }
  switch (lesson?.status) {
    case "pending":
      return texts.text(waiting ? "queued" : "saving");
    case "complete":
      return texts.text("savedOn", { date: texts.day(lesson.completedAt ?? "") });
    case "locked":
    case "not-open":
      return texts.text("notOpenYet");
    default:
      return "";
  }
}
