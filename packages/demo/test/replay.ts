import type { Due, OutlineInput } from "@milepost/engine";
import type { Act, AttemptAct, FactAct, OutlineAct } from "../src/history/Act.ts";
import { endOfLocalDay } from "../src/time/endOfLocalDay.ts";
import { localDay } from "../src/time/localDay.ts";
import { DAY } from "../src/time/units.ts";

/** What a history says of one attempt, told by somebody who only reads its acts. */
export interface ReplayedAttempt {
  readonly learner: string;
  readonly attempt: number;
  readonly assigned: boolean;
  readonly openedAt: number;
  dueAt: number | null;
  completedAt: number | null;
  withdrawnAt: number | null;
  exempted: boolean;
  lastActAt: number;
  readonly viewed: Map<string, number>;
  readonly completed: Map<string, number>;
}

export interface Replay {
  readonly attempts: ReplayedAttempt[];
  /** The latest attempt of each learner. */
  readonly current: ReplayedAttempt[];
}

/** What is known of the course after the acts so far. */
interface World {
  readonly attempts: ReplayedAttempt[];
  readonly current: Map<string, ReplayedAttempt>;
  readonly zones: Map<string, string>;
  readonly lessons: Set<string>;
  outline: OutlineInput | undefined;
}

/**
 * Replays one course's history and refuses, by an error, every act that could not have happened
 * then: out of order, before its enrollment, on a lesson that no outline has, after a withdrawal, a
 * retake of an open attempt.
 */
export function replay(acts: Iterable<Act>): Replay {
  const world: World = {
    attempts: [],
    current: new Map(),
    zones: new Map(),
    lessons: new Set(),
    outline: undefined,
  };
  let previous = Number.NEGATIVE_INFINITY;
  for (const act of acts) {
    expectThat(+act.at >= previous, "out of order", act);
    previous = +act.at;
    if (act.kind === "outline") edit(world, act);
    else if (act.kind === "learner") {
      expectThat(!world.zones.has(act.profile.learner), "a profile twice", act);
      world.zones.set(act.profile.learner, act.profile.timeZone ?? "UTC");
    } else apply(world, act);
  }
  return { attempts: world.attempts, current: [...world.current.values()] };
}

function edit(world: World, { outline, at }: OutlineAct) {
  world.outline = outline;
  for (const lesson of outline.lessons) world.lessons.add(lesson.id);
  for (const attempt of world.current.values()) judge(attempt, outline, +at);
}

function apply(world: World, act: AttemptAct) {
  const { outline } = world;
  if (outline?.course !== act.course) throw new Error(`before its outline: ${JSON.stringify(act)}`);
  expectThat(world.zones.has(act.learner), "before the learner's profile", act);
  const attempt = opens(world, act) ? open(world, act) : world.current.get(act.learner);
  if (attempt === undefined) throw new Error(`without enrollment: ${JSON.stringify(act)}`);
  expectThat(attempt.attempt === act.attempt, "on an attempt that is not current", act);
  expectThat(attempt.withdrawnAt === null, "after a withdrawal", act);
  expectThat(!attempt.exempted, "after an exemption", act);
  attempt.lastActAt = +act.at;
  if (act.kind === "deadline") attempt.dueAt = dueAt(act.due, attempt.openedAt, zoneOf(world, act));
  if (act.kind === "exempt") attempt.exempted = true;
  if (act.kind === "withdraw") {
    expectThat(attempt.completedAt === null, "a withdrawal after the completion", act);
    attempt.withdrawnAt = +act.at;
  }
  if (act.kind === "view" || act.kind === "complete") {
    expectThat(world.lessons.has(act.lesson), "on a lesson that was never there", act);
    study(attempt, act);
    judge(attempt, outline, +act.at);
  }
}

function study(attempt: ReplayedAttempt, act: FactAct) {
  const viewedAt = attempt.viewed.get(act.lesson);
  if (act.kind === "view") {
    attempt.viewed.set(act.lesson, viewedAt ?? +act.at);
    return;
  }
  expectThat(!attempt.completed.has(act.lesson), "a second completion", act);
  expectThat(viewedAt !== undefined && viewedAt < +act.at, "a completion before its view", act);
  attempt.completed.set(act.lesson, +act.at);
}

function opens({ current, outline }: World, act: AttemptAct): boolean {
  const known = current.get(act.learner);
  if (act.kind === "enroll") expectThat(known === undefined, "a second enrollment", act);
  if (act.kind === "retake") {
    const ended = known?.completedAt ?? known?.withdrawnAt ?? null;
    expectThat(known?.attempt === act.attempt - 1, "a retake out of turn", act);
    expectThat(ended !== null, "a retake of an open attempt", act);
  }
  const comesAlone = act.kind === "view" && known === undefined && outline?.enrollment === "open";
  return act.kind === "enroll" || act.kind === "retake" || comesAlone;
}

function open(world: World, act: AttemptAct): ReplayedAttempt {
  const assigned = act.kind === "enroll" || act.kind === "retake";
  const attempt: ReplayedAttempt = {
    learner: act.learner,
    attempt: act.attempt,
    assigned,
    openedAt: +act.at,
    dueAt: assigned && act.due ? dueAt(act.due, +act.at, zoneOf(world, act)) : null,
    completedAt: null,
    withdrawnAt: null,
    exempted: false,
    lastActAt: +act.at,
    viewed: new Map(),
    completed: new Map(),
  };
  world.attempts.push(attempt);
  world.current.set(act.learner, attempt);
  return attempt;
}

function zoneOf({ zones }: World, { learner }: AttemptAct): string {
  return zones.get(learner) ?? "UTC";
}

function judge(attempt: ReplayedAttempt, { lessons }: OutlineInput, at: number) {
  const missing = lessons.filter(({ id, required }) => required && !attempt.completed.has(id));
  if (missing.length === 0) attempt.completedAt ??= at;
}

function dueAt(due: Due, openedAt: number, zone: string): number {
  if ("at" in due) return due.at.getTime();
  if ("onDate" in due) return endOfLocalDay(due.timeZone, Date.parse(due.onDate) / DAY);
  return endOfLocalDay(zone, localDay(zone, openedAt) + due.afterDays);
}

function expectThat(holds: boolean, rule: string, act: Act) {
  if (!holds) throw new Error(`${rule}: ${JSON.stringify(act)}`);
}
