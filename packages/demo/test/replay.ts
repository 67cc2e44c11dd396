import type { Due, OutlineInput } from "@milepost/engine";
import type { Act, AttemptAct } from "../src/history/Act.ts";
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

/**
 * Replays one course's history and refuses, by an error, every act that could not have happened
 * then: out of order, before its enrollment, on a lesson that no outline has, after a withdrawal, a
 * retake of an open attempt.
 */
export function replay(acts: Iterable<Act>): Replay {
  const attempts: ReplayedAttempt[] = [];
  const current = new Map<string, ReplayedAttempt>();
  const zones = new Map<string, string>();
  const lessons = new Set<string>();
  let outline: OutlineInput | undefined;
  let previous = Number.NEGATIVE_INFINITY;

  for (const act of acts) {
    expectThat(act.at.getTime() >= previous, "out of order", act);
    previous = act.at.getTime();
    if (act.kind === "outline") {
      outline = act.outline;
      for (const lesson of outline.lessons) lessons.add(lesson.id);
      for (const attempt of current.values()) judge(attempt, outline, previous);
      continue;
    }
    if (act.kind === "learner") {
      expectThat(!zones.has(act.profile.learner), "a profile twice", act);
      zones.set(act.profile.learner, act.profile.timeZone ?? "UTC");
      continue;
    }
    expectThat(outline?.course === act.course, "before its outline", act);
    expectThat(zones.has(act.learner), "before the learner's profile", act);
    if (outline) apply(act, { outline, zone: zones.get(act.learner) ?? "UTC" });
  }
  return { attempts, current: [...current.values()] };

  function apply(act: AttemptAct, { outline, zone }: { outline: OutlineInput; zone: string }) {
    const known = current.get(act.learner);
    const attempt = opens(act, known, outline) ? open(act, zone) : known;
    if (attempt === undefined) throw new Error(`without enrollment: ${JSON.stringify(act)}`);
    expectThat(attempt.attempt === act.attempt, "on an attempt that is not current", act);
    expectThat(attempt.withdrawnAt === null, "after a withdrawal", act);
    expectThat(!attempt.exempted, "after an exemption", act);
    const at = act.at.getTime();
    attempt.lastActAt = at;
    if (act.kind === "deadline") attempt.dueAt = dueAt(act.due, attempt.openedAt, zone);
    if (act.kind === "exempt") attempt.exempted = true;
    if (act.kind === "withdraw") {
      expectThat(attempt.completedAt === null, "a withdrawal after the completion", act);
      attempt.withdrawnAt = at;
    }
    if (act.kind !== "view" && act.kind !== "complete") return;
    expectThat(lessons.has(act.lesson), "on a lesson that was never there", act);
    if (act.kind === "view") {
      if (!attempt.viewed.has(act.lesson)) attempt.viewed.set(act.lesson, at);
      return;
    }
    expectThat(!attempt.completed.has(act.lesson), "a second completion", act);
    const viewed = attempt.viewed.get(act.lesson) ?? Number.POSITIVE_INFINITY;
    expectThat(viewed < at, "a completion before its view", act);
    attempt.completed.set(act.lesson, at);
    judge(attempt, outline, at);
  }

  function opens(
    act: AttemptAct,
    known: ReplayedAttempt | undefined,
    { enrollment }: OutlineInput,
  ) {
    if (act.kind === "enroll") expectThat(known === undefined, "a second enrollment", act);
    if (act.kind === "retake") {
      expectThat(known?.attempt === act.attempt - 1, "a retake out of turn", act);
      expectThat(known?.completedAt !== null || known?.withdrawnAt !== null, "of an open one", act);
    }
    const enrollsThemselves = act.kind === "view" && known === undefined && enrollment === "open";
    return act.kind === "enroll" || act.kind === "retake" || enrollsThemselves;
  }

  function open(act: AttemptAct, zone: string): ReplayedAttempt {
    const openedAt = act.at.getTime();
    const assigned = act.kind === "enroll" || act.kind === "retake";
    const attempt: ReplayedAttempt = {
      learner: act.learner,
      attempt: act.attempt,
      assigned,
      openedAt,
      dueAt: assigned && act.due ? dueAt(act.due, openedAt, zone) : null,
      completedAt: null,
      withdrawnAt: null,
      exempted: false,
      lastActAt: openedAt,
      viewed: new Map(),
      completed: new Map(),
    };
    attempts.push(attempt);
    current.set(act.learner, attempt);
    return attempt;
  }
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
