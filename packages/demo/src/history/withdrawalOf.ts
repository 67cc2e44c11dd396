import { lognormal } from "../random/lognormal.ts";
import { pick } from "../random/pick.ts";
import { DAY, HOUR } from "../time/units.ts";
import type { AttemptPlan } from "./AttemptPlan.ts";
import type { Fate } from "./fateOf.ts";
import type { Fact } from "./Study.ts";

const REASONS = [
  "Changed to another department",
  "Left the company",
  "Will take it next year",
  "No time beside the project",
];

/**
 * When and why somebody is withdrawn, if they are: by mistake enrolled, within a day; otherwise
 * weeks later. Nobody is withdrawn from what they completed, or from what they never opened
 * themselves.
 */
export function withdrawalOf(
  { random, openedAt, assigned }: AttemptPlan,
  { fate, facts, completedAt }: { fate: Fate; facts: readonly Fact[]; completedAt: number | null },
): { at: number; reason: string } | null {
  if (fate !== "mistaken" && fate !== "leaves") return null;
  const since = assigned ? openedAt : facts[0]?.at;
  if (since === undefined) return null;
  const mistaken = fate === "mistaken";
  const after = mistaken
    ? Math.min(20 * HOUR, lognormal(random, 4 * HOUR, 0.8))
    : Math.max(1.3 * DAY, lognormal(random, 24 * DAY, 0.7));
  const at = Math.round(since + after);
  if (completedAt !== null && completedAt <= at) return null;
  return { at, reason: mistaken ? "Enrolled by mistake" : pick(random, REASONS) };
}
