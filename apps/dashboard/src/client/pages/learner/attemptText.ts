import { type AttemptState, type AttemptTimes, attemptState } from "@milepost/progress";
import type { LearnerState } from "../../api/reports.ts";
import { countOf } from "../../text/numbers.ts";
import { dayMs } from "../../text/times.ts";

interface Attempt extends Omit<AttemptTimes, "dueAt"> {
  readonly due: { readonly at: string } | null;
}

/** The state of an attempt now, by the function that the learner's own page uses. */
export function stateNow(attempt: Attempt): AttemptState {
  return attemptState({ ...attempt, dueAt: attempt.due?.at ?? null }, new Date());
}

/** A state by the name that reports have for it. */
export function stateName(state: AttemptState): LearnerState {
  if (state.state === "in-progress") return state.activity;
  return state.state === "not-started" ? "notStarted" : state.state;
}

/** What is left until a deadline, or how long it is over; null where it does not count any more. */
export function daysLeft(attempt: Attempt): { text: string; isOver: boolean } | null {
  const { completedAt, withdrawnAt, exemptedAt, due } = attempt;
  const isOpen = completedAt === null && withdrawnAt === null && exemptedAt === null;
  if (due === null || !isOpen) return null;
  const days = (Date.parse(due.at) - Date.now()) / dayMs;
  if (days < 0) return { text: `${countOf(Math.ceil(-days), "day")} over`, isOver: true };
  const text = days < 1 ? "less than a day left" : `${countOf(Math.floor(days), "day")} left`;
  return { text, isOver: false };
}
