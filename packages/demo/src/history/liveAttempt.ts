import { organizationZone } from "../courses/organizationZone.ts";
import { pick } from "../random/pick.ts";
import { nextStudyTime } from "../time/nextStudyTime.ts";
import type { AttemptAct } from "./Act.ts";
import type { AttemptLived, AttemptPlan } from "./AttemptPlan.ts";
import { beginStudy } from "./beginStudy.ts";
import { extensionOf } from "./extensionOf.ts";
import { type Fate, fateOf } from "./fateOf.ts";
import { studyAttempt } from "./studyAttempt.ts";
import { withdrawalOf } from "./withdrawalOf.ts";

/** Lives an attempt from its opening to the calendar's end. */
export function liveAttempt(plan: AttemptPlan): AttemptLived<AttemptAct> {
  const fate = fateOf(plan);
  const lived = fate === "exempted" ? beExempted(plan) : study(plan, fate);
  const { end } = plan.calendar;
  return {
    acts: lived.acts.filter((act) => act.at.getTime() <= end).sort((a, b) => +a.at - +b.at),
    completedAt: notAfter(end, lived.completedAt),
    withdrawnAt: notAfter(end, lived.withdrawnAt),
  };
}

function study(plan: AttemptPlan, fate: Fate): AttemptLived<AttemptAct> {
  const of = idsOf(plan);
  const extension = fate === "extended" && plan.deadline ? extensionOf(plan, plan.deadline) : null;
  const work = beginStudy({
    calendar: plan.calendar,
    random: plan.random,
    rhythm: plan.person,
    openedAt: plan.openedAt,
    dueAt: (extension?.deadline ?? plan.deadline)?.dueAt ?? null,
    archetype: plan.archetype,
  });
  const completedAt = studyAttempt(work);
  const withdrawal = withdrawalOf(plan, { fate, facts: work.facts, completedAt });
  const until = withdrawal?.at ?? Number.POSITIVE_INFINITY;
  const acts: AttemptAct[] = work.facts
    .filter((fact) => fact.at < until)
    .map((fact) => ({ ...of, ...fact, at: new Date(fact.at) }));
  if (extension && extension.at < Math.min(until, completedAt ?? Number.POSITIVE_INFINITY)) {
    acts.push({ ...of, kind: "deadline", at: new Date(extension.at), due: extension.deadline.due });
  }
  if (!withdrawal) return { acts, completedAt, withdrawnAt: null };
  acts.push({ ...of, kind: "withdraw", at: new Date(until), reason: withdrawal.reason });
  return { acts, completedAt: null, withdrawnAt: until };
}

function beExempted(plan: AttemptPlan): AttemptLived<AttemptAct> {
  const { calendar, random, openedAt } = plan;
  const at = nextStudyTime(
    random,
    { zone: organizationZone, leisure: 0 },
    { from: openedAt, gapDays: 1 + random() * 10 },
  );
  const reason = pick(random, calendar.course.exemptReasons);
  const act: AttemptAct = { ...idsOf(plan), kind: "exempt", at: new Date(at), reason };
  return { acts: [act], completedAt: null, withdrawnAt: null };
}

function idsOf({ calendar, person, attempt }: AttemptPlan) {
  return { course: calendar.course.id, learner: person.profile.learner, attempt };
}

function notAfter(end: number, instant: number | null): number | null {
  return instant !== null && instant <= end ? instant : null;
}
