import type { CourseProgressPage, Explanation, LedgerEntry } from "@milepost/client";
import { type AttemptState, attemptState, progressPercentage } from "@milepost/progress";

/** A lesson: when it counted, and when it was looked at. */
export interface HistoricLesson {
  readonly id: string;
  /** Null for one that never counted. */
  readonly countsFrom: string | null;
  /** Null for one that counts now. */
  readonly countsUntil: string | null;
  /** The first and the last one, in this order. */
  readonly views: readonly string[];
}

/** What the replay of an attempt goes by. Nothing of it is made up: the API answers all of it. */
export interface History {
  readonly entries: readonly LedgerEntry[];
  readonly lessons: readonly HistoricLesson[];
  /** Of the outline, with how many lessons each required; oldest first. */
  readonly versions: readonly Version[];
  /** The version that the attempt is counted against now. */
  readonly countedVersion: number;
  readonly enrolledAt: string;
  /** The deadline now. */
  readonly dueAt: string | null;
}

export interface Version {
  readonly outlineVersion: number;
  readonly changedAt: string;
  readonly totalLessons: number;
}

/** By when something happened, or by when we learned of it. */
export type Clock = "receivedAt" | "occurredAt";

export interface StateThen {
  readonly state: AttemptState;
  /** Whether all views until then are known: of each lesson the first and the last one are. */
  readonly activityKnown: boolean;
  readonly completedLessons: number;
  readonly totalLessons: number;
  readonly progressPercentage: number | null;
  readonly dueAt: string | null;
  readonly completedAt: string | null;
}

/**
 * The state of an attempt at an instant, replayed from its ledger; null before it began. At the
 * present it is what the API answers.
 */
export function stateAt(history: History, at: Date, clock: Clock): StateThen | null {
  const isBy = (instant: string) => Date.parse(instant) <= at.getTime();
  const known = history.entries.filter((entry) => isBy(entry[clock]));
  const opened = history.entries.find(({ type }) => type === "enrollment.created");
  if (!isBy(opened?.[clock] ?? history.enrolledAt)) return null;

  const last = (...types: readonly LedgerEntry["type"][]) =>
    known.findLast(({ type }) => types.includes(type));
  const completion = last("course.completed");
  const exemption = last("enrollment.exempted", "enrollment.reinstated");
  const counts = countsAt(history, known, at, completion);
  const views = viewsAt(history, known, at);
  const times = {
    exemptedAt: exemption?.type === "enrollment.exempted" ? exemption.occurredAt : null,
    withdrawnAt: last("enrollment.withdrawn")?.occurredAt ?? null,
    completedAt: completion?.occurredAt ?? null,
    dueAt: dueAt(history, known),
    lastViewedAt: views.last,
  };
  return {
    state: attemptState(times, at),
    activityKnown: views.areAllKnown,
    ...counts,
    progressPercentage: progressPercentage(counts.completedLessons, counts.totalLessons),
    dueAt: times.dueAt,
    completedAt: times.completedAt,
  };
}

/** Lessons completed and required, by the outline of that instant. */
function countsAt(
  { versions, lessons, countedVersion }: History,
  known: readonly LedgerEntry[],
  at: Date,
  completion: LedgerEntry | undefined,
) {
  // An attempt may be older than its course here, where history was moved in.
  const latest = versions.findLast(({ changedAt }) => Date.parse(changedAt) <= +at) ?? versions[0];
  const version = completion?.outlineVersion ?? latest?.outlineVersion ?? countedVersion;
  const counted = Math.min(version, countedVersion);
  const totalLessons =
    versions.find(({ outlineVersion }) => outlineVersion === counted)?.totalLessons ?? 0;
  if (completion !== undefined) return { completedLessons: totalLessons, totalLessons };
  const begin = Math.max(+at, Date.parse(versions[0]?.changedAt ?? "") || 0);
  const then = new Set(
    lessons
      .filter(({ countsFrom }) => countsFrom !== null && Date.parse(countsFrom) <= begin)
      .filter(({ countsUntil }) => countsUntil === null || Date.parse(countsUntil) > +at)
      .map(({ id }) => id),
  );
  const completed = known.filter(
    ({ type, lesson }) => type === "lesson.completed" && lesson !== null && then.has(lesson),
  );
  return { completedLessons: Math.min(completed.length, totalLessons), totalLessons };
}

/** The newest view until then. A completion counts as one, from when it was known. */
function viewsAt(history: History, known: readonly LedgerEntry[], at: Date) {
  const completions = known.filter(({ type }) => type === "lesson.completed");
  const isKnown = new Set(completions.map(({ id }) => id));
  const unknown = new Set(
    history.entries
      .filter(({ type, id }) => type === "lesson.completed" && !isKnown.has(id))
      .map(({ lesson, occurredAt }) => `${lesson} ${occurredAt}`),
  );
  const views = history.lessons.flatMap(({ id, views }) =>
    views.filter((view) => Date.parse(view) <= +at && !unknown.has(`${id} ${view}`)),
  );
  const times = [...views, ...completions.map(({ occurredAt }) => occurredAt)].map(Date.parse);
  const areAllKnown = history.lessons.every(
    ({ views: [first, latest = first] }) =>
      first === undefined ||
      Date.parse(first) > +at ||
      (latest !== undefined && Date.parse(latest) <= +at),
  );
  const last = times.length === 0 ? null : new Date(Math.max(...times)).toISOString();
  return { last, areAllKnown };
}

/** Between two moves a deadline stays: what the next one moved it from is what it was. */
function dueAt(history: History, known: readonly LedgerEntry[]): string | null {
  const isMove = ({ type }: LedgerEntry) => type === "deadline.moved";
  const before = known.findLast(isMove);
  if (before !== undefined) return text(before.data?.to);
  const next = history.entries.find((entry) => isMove(entry) && !known.includes(entry));
  return next === undefined ? history.dueAt : text(next.data?.from);
}

function text(value: unknown): string | null {
  return typeof value === "string" ? new Date(value).toISOString() : null;
}

/** Puts together what the API answers of an attempt. */
export function historyOf(
  page: CourseProgressPage,
  explanation: Explanation,
  entries: readonly LedgerEntry[],
  versions: readonly Version[],
): History {
  const counting = new Set(explanation.denominator.map(({ lesson }) => lesson));
  const retired = new Map(page.retiredLessons.map(({ id, retiredAt }) => [id, retiredAt]));
  const lessons = [...page.lessons, ...page.retiredLessons].map((lesson) => {
    const views = [lesson.firstViewedAt, lesson.lastViewedAt].filter((view) => view !== null);
    const { id, publishedAt: countsFrom } = lesson;
    if (counting.has(id)) return { id, countsFrom, countsUntil: null, views };
    const retiredAt = lesson.required ? retired.get(id) : undefined;
    if (retiredAt === undefined) return { id, countsFrom: null, countsUntil: null, views };
    return { id, countsFrom, countsUntil: retiredAt, views };
  });
  return {
    entries,
    lessons,
    versions: [...versions].sort((a, b) => a.outlineVersion - b.outlineVersion),
    countedVersion: explanation.outlineVersion,
    enrolledAt: page.enrolledAt,
    dueAt: page.due?.at ?? null,
  };
}
