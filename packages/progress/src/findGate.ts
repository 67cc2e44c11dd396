import { isRetired } from "./isRetired.ts";
import { timeOf } from "./timeOf.ts";
import type { ResumeLesson } from "./types.ts";

export interface Gate {
  readonly lesson: ResumeLesson;
  /** Milliseconds since 1970, still ahead; null where the date does not keep it closed. */
  readonly opensAt: number | null;
  readonly blockedBy: readonly string[];
}

/** What keeps a lesson closed at `now`, milliseconds since 1970; null where it is open. */
export function findGate(
  lesson: ResumeLesson,
  lessons: ReadonlyMap<string, ResumeLesson>,
  now: number,
): Gate | null {
  const opening = lesson.opensAt ?? null;
  const opensAt = opening !== null && timeOf(opening) > now ? timeOf(opening) : null;
  const blockedBy = (lesson.blockedBy ?? []).filter((id) => !isMet(lessons.get(id)));
  return opensAt === null && blockedBy.length === 0 ? null : { lesson, opensAt, blockedBy };
}

function isMet(prerequisite: ResumeLesson | undefined): boolean {
  if (prerequisite === undefined) return false;
  return prerequisite.completedAt !== null || isRetired(prerequisite);
}
