import type { LessonReport } from "@milepost/client";
import { countText, rateText } from "../../text/numbers.ts";

/** Too few viewers to name a lesson for what they did. */
const fewest = 5;

/** What the lessons' figures come to, as one sentence. */
export function lessonSentence(lessons: readonly LessonReport[]): string {
  const viewed = lessons.filter((lesson) => lesson.viewed >= fewest);
  if (viewed.length === 0) return "Not enough views yet to tell where learners drop off.";
  // By the lower bound: one of one would top every list.
  const worst = viewed.reduce((a, b) =>
    (b.dropOffRateLow ?? 0) > (a.dropOffRateLow ?? 0) ? b : a,
  );
  if (worst.viewedNotCompleted === 0) return "Everybody who viewed a lesson completed it.";
  return (
    `“${worst.title}” loses most: ${rateText(worst.dropOffRate)} of ` +
    `${countText(worst.viewed)} viewers did not complete it.`
  );
}
