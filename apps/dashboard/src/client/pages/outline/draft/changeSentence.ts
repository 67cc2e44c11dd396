import type { OutlinePreview } from "@milepost/client";
import { countOf, countText } from "../../../text/numbers.ts";
import { type Changes, lessonChanges } from "./changesOf.ts";

const verbs = {
  added: "added",
  retired: "retired",
  moved: "moved",
  renamed: "renamed",
  requirementChanged: "made required or optional",
} as const;

/** What a draft changes, in passing: “2 lessons added, 1 moved”. */
export function changeSentence(changes: Changes): string {
  const kinds = [...changes.lessons.values()].flat();
  const counts = lessonChanges.map((kind) => ({
    n: kinds.filter((one) => one === kind).length,
    verb: verbs[kind],
  }));
  const parts = counts
    .filter(({ n }) => n > 0)
    .map(({ n, verb }, at) => `${at === 0 ? countOf(n, "lesson") : countText(n)} ${verb}`);
  const own = [
    ...(changes.title ? ["the course renamed"] : []),
    ...(changes.enrollment ? ["enrollment changed"] : []),
  ];
  return [...parts, ...own].join(", ") || "Nothing changed yet";
}

/** What publishing does to those who learn. */
export function effectSentence(effect: OutlinePreview["effect"]): string {
  const { openAttempts, percentageFalls, percentageRises, becomeComplete, completedKept } = effect;
  const kept =
    completedKept === 0
      ? ""
      : ` ${countOf(completedKept, "completion")} ${completedKept === 1 ? "is" : "are"} kept.`;
  if (openAttempts === 0) return `No open attempt is counted anew.${kept}`;
  const percentages = [
    { n: percentageFalls, one: "falls", more: "fall" },
    { n: percentageRises, one: "rises", more: "rise" },
  ].filter(({ n }) => n > 0);
  const parts = percentages.map(({ n, one, more }, at) => {
    const subject = at === 0 ? countOf(n, "percentage") : countText(n);
    return `${subject} ${n === 1 ? one : more}`;
  });
  if (becomeComplete > 0) {
    const verb = becomeComplete === 1 ? "becomes" : "become";
    parts.push(`${countText(becomeComplete)} ${verb} complete`);
  }
  const what = parts.length === 0 ? "no percentage changes" : parts.join(", ");
  return `${countOf(openAttempts, "open attempt")}: ${what}.${kept}`;
}
