import { chooseLesson } from "./chooseLesson.ts";
import type { Gate } from "./findGate.ts";
import type { Facts } from "./readFacts.ts";
import type { ResumeWaiting } from "./types.ts";

/**
 * Waits for the first of the closed lessons to open, or, where all lack prerequisites, for the
 * first in the outline. Its reason is what the rules say once it is taken to be open.
 */
export function waitFor(
  facts: Facts,
  closed: readonly Gate[],
): Omit<ResumeWaiting, "alternatives"> {
  const gate = firstToOpen(closed);
  // Started, and nothing in the outline: then what was viewed or completed is all retired.
  const choices = gate === null ? null : chooseLesson(facts, [gate.lesson]);
  const reason = choices?.turn?.reason ?? choices?.optional?.reason ?? "retired";
  return {
    mode: "waiting",
    lesson: null,
    reason: facts.started ? reason : "new",
    waitingFor: gate && {
      lesson: gate.lesson.id,
      opensAt: gate.opensAt === null ? null : new Date(gate.opensAt).toISOString(),
      blockedBy: gate.blockedBy,
    },
  };
}

function firstToOpen(closed: readonly Gate[]): Gate | null {
  const dated = closed.filter(({ blockedBy }) => blockedBy.length === 0);
  const soonest = Math.min(...dated.map(({ opensAt }) => opensAt ?? Number.POSITIVE_INFINITY));
  return dated.find(({ opensAt }) => opensAt === soonest) ?? closed[0] ?? null;
}
