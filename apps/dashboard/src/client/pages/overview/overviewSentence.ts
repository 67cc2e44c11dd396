import type { OverviewReport } from "@milepost/client";
import { countOf, countText } from "../../text/numbers.ts";

/** The state of things in a sentence or two: what a reader who sees no card is told first. */
export function overviewSentence({ overdue, dueSoon }: OverviewReport): string {
  const { attempts, attemptsYesterday, course } = overdue;
  if (attempts === 0) {
    const soon =
      dueSoon.attempts === 0
        ? "Nothing falls due in the next 7 days."
        : `${countOf(dueSoon.attempts, "deadline")} in the next 7 days, ` +
          `${countText(dueSoon.atRisk)} of them at risk.`;
    return `Nobody is overdue. ${soon}`;
  }
  const verb = attempts === 1 ? "is" : "are";
  const change = changeText(attempts - attemptsYesterday);
  const cause =
    course === null || course.overdue === attempts
      ? course === null
        ? ""
        : ` All of them are in ${course.title}.`
      : ` ${course.title} is the main cause, with ${countText(course.overdue)}.`;
  return `${countOf(attempts, "attempt")} ${verb} overdue, ${change}.${cause}`;
}

function changeText(change: number): string {
  if (change === 0) return "as many as yesterday";
  return `${countText(Math.abs(change))} ${change > 0 ? "more" : "fewer"} than yesterday`;
}
