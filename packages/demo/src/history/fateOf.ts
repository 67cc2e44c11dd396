import { weightedChoice } from "../random/weightedChoice.ts";
import type { AttemptPlan } from "./AttemptPlan.ts";

/** What the office or the learner decides about an attempt, apart from studying. */
export type Fate = "studies" | "exempted" | "mistaken" | "leaves" | "extended";

const MISTAKEN = 0.022;
const LEAVES = 0.045;
const EXTENDED = 0.07;

/**
 * Draws what is decided about an attempt. Only what the office assigned is exempted, and only a
 * deadline is extended.
 */
export function fateOf({ calendar, random, assigned, deadline, attempt }: AttemptPlan): Fate {
  const { exemptShare } = calendar.course;
  const first = attempt === 1;
  const fates: readonly (readonly [Fate, number])[] = [
    ["exempted", assigned && first ? exemptShare : 0],
    ["mistaken", first ? MISTAKEN : 0],
    ["leaves", first ? LEAVES : LEAVES / 3],
    ["extended", deadline ? EXTENDED : 0],
  ];
  const others = fates.reduce((sum, [, share]) => sum + share, 0);
  return weightedChoice([...fates, ["studies", 1 - others]], random());
}
