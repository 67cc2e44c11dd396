import {
  type LearnerState,
  type LearnersQuery,
  readCourse,
  readLessons,
  readTimeToComplete,
} from "../../api/reports.ts";
import { useAnswer } from "../../api/useAnswer.ts";

/**
 * How many learners a list has, which the reports count where the list does not: of one filter.
 * Null while it is not known, and of filters that no report has together.
 */
export function useLearnersTotal(course: string, query: LearnersQuery): number | null {
  const { state, lesson, segment, from, minDays, maxDays, dueFrom, dueBefore, ...rest } = query;
  const { sort: _sort, order: _order, ...scope } = rest;
  const report = useAnswer("figures", ["course", course, scope], () => readCourse(course, scope));
  const lessons = useAnswer("figures", ["lessons", course, scope], () =>
    readLessons(course, scope),
  );
  const time = useAnswer(
    "figures",
    ["time-to-complete", course, scope, from],
    () => readTimeToComplete(course, { ...scope, ...(from && { from }) }),
    { enabled: from !== undefined },
  );
  const chosen = [state, lesson, from, dueFrom ?? dueBefore].filter((one) => one !== undefined);
  if (chosen.length > 1) return null;
  if (lesson !== undefined && segment !== undefined) {
    return lessons.data?.items.find((one) => one.lesson === lesson)?.[segment] ?? null;
  }
  if (from !== undefined) return time.data ? finishersOf(time.data.curve, minDays, maxDays) : null;
  if (chosen.length > 0 && state === undefined) return null;
  if (report.data === undefined) return null;
  const { states, enrolled } = report.data;
  return state === undefined ? enrolled : countOf(states, state);
}

type Curve = Awaited<ReturnType<typeof readTimeToComplete>>["curve"];

function finishersOf(curve: Curve, least = 0, most = Number.POSITIVE_INFINITY): number {
  return curve.reduce(
    (n, { day, finished }) => n + (day >= least && day <= most ? finished : 0),
    0,
  );
}

type States = Awaited<ReturnType<typeof readCourse>>["states"];

function countOf(states: States, state: LearnerState): number {
  if (state === "completed") return states.completedOnTime + states.completedLate;
  return states[state];
}
