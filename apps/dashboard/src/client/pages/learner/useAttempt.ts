import type { CourseProgressPage } from "@milepost/client";
import { useView } from "../../address/useView.ts";
import { type AttemptPath, readExplanation, readProgress } from "../../api/learners.ts";
import { useAnswer } from "../../api/useAnswer.ts";

/** The attempt at a course that the address chooses; the current one where it chooses none. */
export function useAttemptPath(learner: string, course: string): AttemptPath {
  const { view } = useView();
  const attempt = /^[1-9]\d{0,8}$/.test(view.attempt ?? "") ? Number(view.attempt) : undefined;
  return { learner, course, attempt };
}

/** The attempt that an answer is of, also where it was asked for as the current one. */
export function attemptOf({ learner, course, attempt }: CourseProgressPage): AttemptPath {
  return { learner, course, attempt };
}

/** What the learner's own page of this attempt shows. */
export function useProgress(of: AttemptPath, options: { keep?: boolean } = {}) {
  return useAnswer("figures", ["progress", of], () => readProgress(of), options);
}

/** What the percentage of this attempt is made of. */
export function useExplanation(of: AttemptPath) {
  return useAnswer("figures", ["explanation", of], () => readExplanation(of));
}
