import type { Progress } from "../provider/ProgressContext.ts";

type ProgressStateName =
  | "loading"
  | "not-started"
  | "in-progress"
  | "complete"
  | "pending"
  | "overdue"
  | "error";

/** The one state a course's progress is shown in: what needs the learner first. */
export function progressState({ state, view }: Progress): ProgressStateName {
  if (view === null) return state.phase === "error" ? "error" : "loading";
  if (view.pending > 0) return "pending";
  if (view.isComplete) return "complete";
  if (view.isOverdue) return "overdue";
  return view.page.firstViewedAt === null ? "not-started" : "in-progress";
}

/** The line below the bar, such as `7 of 12 lessons`. */
export function progressText({ view, texts }: Progress): string {
  if (view === null) return texts.text("loading");
  const { confirmed, pending, total, page, addedSince } = view;
  if (page.completedAt !== null) {
    const done = texts.text("completedOn", { date: texts.day(page.completedAt) });
    return addedSince === 0 ? done : `${done} · ${texts.text("addedSince", { count: addedSince })}`;
  }
  if (total === 0) return texts.text("noneRequired");
  const done = texts.text("lessons", { completed: confirmed, total });
  return pending === 0 ? done : `${done} · ${texts.text("unsentLessons", { count: pending })}`;
}
