import { type RefObject, useEffect } from "react";
import { useProgress } from "../provider/ProgressContext.ts";
import type { Store } from "../store/types.ts";
import { watchDwell } from "./watchDwell.ts";

export interface LessonViewOptions {
  /** The lesson's element, of which some has to be on the screen; the whole page when omitted. */
  readonly element?: RefObject<Element | null> | undefined;
  /** Milliseconds on the screen that count as a view. 5,000 when omitted. */
  readonly dwellMs?: number | undefined;
}

/**
 * Records a view of the lesson once it was on the screen for five seconds in all, or the learner
 * did something with it. A tab opened and closed, or left in the background, is none.
 */
export function useLessonView(lesson: string, options: LessonViewOptions = {}): void {
  const { element, dwellMs } = options;
  const { store } = useProgress();
  useEffect(
    () => recordView(store, lesson, { element: element?.current ?? null, dwellMs }),
    [store, lesson, element, dwellMs],
  );
}

/** As the hook does it, for pages without React. @returns the function that ends it */
export function recordView(
  store: Store,
  lesson: string,
  { element, dwellMs }: { element?: Element | null | undefined; dwellMs?: number | undefined } = {},
): () => void {
  return watchDwell({ element: element ?? null, dwellMs }, () => void store.view(lesson));
}
