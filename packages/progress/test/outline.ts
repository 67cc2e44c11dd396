import type { Resume, ResumeAwaiting, ResumeCourse, ResumeLesson } from "../src/types.ts";

const start = Date.UTC(2026, 2, 1, 9);

/** The instant `minutes` after the start of every table; they count up from 1. */
export function at(minutes: number): Date {
  return new Date(start + minutes * 60_000);
}

/** The present of every table, unless a row says otherwise. */
export const now = at(100);

const lessonPattern =
  /^(~?)(\w+)(\??)(?:#(\d+))?(?:@(\d+))?(?:\+(\d+))?(?:>(\w+))?(?:\^(\d+))?(?:<([\w,]+))?(!?)$/;

/**
 * An attempt in one line, a word a lesson in outline order:
 *
 *     a        required, never viewed        a?       optional
 *     a@3      last viewed at minute 3       a+4      completed at 4, which is a view too
 *     a@6+4    completed at 4, viewed at 6   a!       lastViewedLesson
 *     a^200    opens at 200                  a<b,c    its prerequisites
 *     ~a       retired                       ~a#2>b   last stood at place 2, replaced by b
 *
 * The word `completed` in front: the attempt is complete. Places count without the retired ones.
 */
export function outline(text: string): ResumeCourse {
  const words = text.split(" ").filter((word) => word !== "");
  const completed = words[0] === "completed";
  let position = 0;
  const lessons = words.slice(completed ? 1 : 0).map((word) => {
    const match = lessonPattern.exec(word);
    if (match === null) throw new Error(`Not a lesson: ${word}`);
    if (match[1] === "") position += 1;
    return readLesson(match, position);
  });
  const marked = words.find((word) => word.endsWith("!"));
  const lastViewedLesson = marked?.match(/\w+/)?.[0] ?? null;
  return { completedAt: completed ? at(99) : null, lastViewedLesson, lessons };
}

function readLesson(match: RegExpExecArray, position: number): ResumeLesson {
  const [, retired, id = "", optional, place, viewed, completed, successor, opens, needs] = match;
  const view = viewed ?? completed;
  return {
    id,
    position: place === undefined ? position : Number(place),
    required: optional === "",
    viewed: view !== undefined,
    lastViewedAt: view === undefined ? null : at(Number(view)),
    completedAt: completed === undefined ? null : at(Number(completed)),
    retiredAt: retired === "~" ? at(50) : null,
    replacedBy: successor ?? null,
    ...(opens === undefined ? {} : { opensAt: at(Number(opens)) }),
    ...(needs === undefined ? {} : { blockedBy: needs.split(",") }),
  };
}

/** The answer in one line, without its alternatives: `continue b: next`. */
export function inWords(answer: Resume | ResumeAwaiting): string {
  const words: string[] = [answer.mode];
  if (answer.lesson !== null) words.push(answer.lesson);
  if (answer.mode === "waiting" && answer.waitingFor !== null) {
    const { lesson, opensAt, blockedBy } = answer.waitingFor;
    words.push("for", lesson);
    if (opensAt !== null) words.push(`until ${(Date.parse(opensAt) - start) / 60_000}`);
    if (blockedBy.length > 0) words.push(`after ${blockedBy.join(",")}`);
  }
  if (answer.mode === "awaiting") words.push(answer.awaiting.join(","));
  return `${words.join(" ")}: ${answer.reason}`;
}
