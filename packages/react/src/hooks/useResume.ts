import type { MessageKey } from "../messages/en.ts";
import { type Progress, useProgress } from "../provider/ProgressContext.ts";
import type { CourseView, LessonView } from "../view/readView.ts";

export interface ResumeView {
  readonly mode: CourseView["resume"]["mode"];
  /** Null where it does not lead to a lesson. */
  readonly lesson: LessonView | null;
  /** What a link there is called. */
  readonly label: string;
  /** Why there, in a few words. */
  readonly reason: string;
  /** Null where the host has no such page. */
  readonly href: string | null;
}

/** Where the learner goes on, and why; null until there is a page. */
export function useResume(): ResumeView | null {
  const progress = useProgress();
  const { view, hrefFor } = progress;
  if (view === null) return null;
  const { course } = view.page;
  const { mode, lesson } = view.resume;
  const certificate = mode === "review" ? hrefFor({ to: "certificate", course }) : null;
  const href =
    lesson === null
      ? (certificate ?? hrefFor({ to: "course", course }))
      : hrefFor({ to: "lesson", course, lesson: lesson.id });
  const label = labelOf(progress, { mode, lesson, hasCertificate: certificate !== null });
  return { mode, lesson, label, href, reason: reasonOf(progress, view) };
}

/** @internal */
function labelOf(
  { texts }: Progress,
  {
    mode,
    lesson,
    hasCertificate,
  }: { mode: ResumeView["mode"]; lesson: LessonView | null; hasCertificate: boolean },
): string {
  if (mode === "start") return texts.text("start");
  if (lesson !== null) return texts.text("continue", { lesson: lesson.title });
  if (mode === "waiting") return texts.text("toOutline");
  return texts.text(hasCertificate ? "certificate" : "review");
}

const reasons: Readonly<Record<CourseView["resume"]["reason"], MessageKey>> = {
  new: "reasonNew",
  unfinished: "reasonUnfinished",
  next: "reasonNext",
  skipped: "reasonSkipped",
  retired: "reasonRetired",
  "new-content": "reasonNewContent",
  completed: "reasonCompleted",
};

function reasonOf({ texts, now }: Progress, { resume }: CourseView): string {
  const { mode, reason, lesson, waitingFor } = resume;
  if (mode === "optional") return texts.text("reasonOptional");
  if (mode === "start" && lesson !== null) return lesson.title;
  if (mode !== "waiting") return texts.text(reasons[reason]);
  if (waitingFor?.opensAt != null) {
    return texts.text("opens", { date: texts.dayAndTime(waitingFor.opensAt, now) });
  }
  const count = waitingFor?.blockedBy.length ?? 0;
  return count === 0 ? texts.text("reasonWaiting") : texts.text("needs", { count });
}
