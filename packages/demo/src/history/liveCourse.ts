import { archetypes } from "../people/archetypes.ts";
import type { Person } from "../people/learnerAt.ts";
import { random } from "../random/random.ts";
import { weightedChoice } from "../random/weightedChoice.ts";
import type { Act } from "./Act.ts";
import type { AttemptLived, AttemptPlan } from "./AttemptPlan.ts";
import type { CourseCalendar } from "./CourseCalendar.ts";
import { deadlineOf } from "./deadlineOf.ts";
import { liveAttempt } from "./liveAttempt.ts";
import { nextOpening } from "./nextOpening.ts";

/** How often somebody goes about a course as is their way; otherwise anything may come of it. */
const TRUE_TO_TYPE = 0.6;

/**
 * Everything one learner does in one course, all attempts, in order of time: first their profile,
 * then the enrollment if the office made it. Nothing at all if they came by themselves and would
 * only come after the end.
 *
 * @param seed - this learner's in this course
 * @param entersAt - when they are enrolled, or first think of the course; milliseconds
 */
export function liveCourse(
  calendar: CourseCalendar,
  { seed, person, entersAt }: { seed: number; person: Person; entersAt: number },
): Act[] {
  const { course, end } = calendar;
  const draw = random(seed);
  const acts: Act[] = [];
  let opening: { at: number; assigned: boolean } | null = {
    at: entersAt,
    assigned: course.intake.kind === "assigned",
  };
  for (let attempt = 1; opening !== null && opening.at <= end; attempt++) {
    const position = draw() < TRUE_TO_TYPE ? person.temper : draw();
    const rule = opening.assigned ? course.deadline : null;
    const plan: AttemptPlan = {
      calendar,
      person,
      random: draw,
      archetype: archetypes[weightedChoice(course.mix, position)],
      attempt,
      openedAt: opening.at,
      deadline: rule && deadlineOf(rule, { openedAt: opening.at, zone: person.zone }),
      assigned: opening.assigned,
    };
    const lived: AttemptLived<Act> = liveAttempt(plan);
    opening = nextOpening(plan, lived);
    // What they do once the next attempt is open belongs to that one.
    const until = opening?.at ?? end;
    acts.push(...openingActs(plan), ...lived.acts.filter((act) => +act.at <= until));
  }
  const first = acts[0];
  if (first === undefined) return [];
  return [{ kind: "learner", at: first.at, profile: person.profile }, ...acts];
}

function openingActs({
  calendar,
  person,
  attempt,
  openedAt,
  deadline,
  assigned,
}: AttemptPlan): Act[] {
  if (attempt === 1 && !assigned) return [];
  const kind = attempt === 1 ? "enroll" : "retake";
  const ids = { course: calendar.course.id, learner: person.profile.learner, attempt };
  return [{ ...ids, kind, at: new Date(openedAt), due: deadline?.due ?? null }];
}
