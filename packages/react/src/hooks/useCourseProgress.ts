import { useProgress } from "../provider/ProgressContext.ts";
import type { SyncState } from "../store/types.ts";
import type { CourseView } from "../view/readView.ts";

export interface CourseProgressHook {
  readonly phase: "loading" | "ready" | "error";
  /** Null until there is a page. */
  readonly view: CourseView | null;
  readonly sync: SyncState;
  /** Completes a lesson: pending at once, sent as soon as it can be. */
  readonly complete: (lesson: string) => Promise<void>;
  readonly refresh: () => Promise<void>;
}

/** The course's progress, for a host that draws it by itself. */
export function useCourseProgress(): CourseProgressHook {
  const { state, store, view } = useProgress();
  return {
    phase: state.phase,
    view,
    sync: state.sync,
    complete: (lesson) => store.complete(lesson),
    refresh: store.refresh,
  };
}
