import { expect } from "vitest";
import type { TestDatabase } from "../../../../tests/support/useDatabase.ts";
import { reportActivity } from "../../src/reports/reportActivity.ts";
import { reportCohorts } from "../../src/reports/reportCohorts.ts";
import { reportCourse } from "../../src/reports/reportCourse.ts";
import { reportCourseLearners } from "../../src/reports/reportCourseLearners.ts";
import { reportDueNext } from "../../src/reports/reportDueNext.ts";
import { reportLessons } from "../../src/reports/reportLessons.ts";
import { reportOverdue } from "../../src/reports/reportOverdue.ts";
import { reportTimeToComplete } from "../../src/reports/reportTimeToComplete.ts";
import type { Queryable, Scope } from "../../src/types.ts";
import { BruteForceReports, type Window } from "./BruteForceReports.ts";

const segments = ["viewed", "completed", "stillActive", "movedOn", "stoppedHere"] as const;

/** Which reports: of a course, and of the attempts that a group and a window leave of it. */
interface Asked extends Window {
  readonly course: string;
  readonly group: string | undefined;
}
/** Whose reports, against which numbers, and how a difference is called. */
type Against = readonly [db: Queryable, scope: Scope, brute: BruteForceReports, said: string];

/**
 * Compares each report of a course with {@link BruteForceReports}: out of the summaries, and out of
 * the facts where group `all`, of all learners, or an enrollment window is asked for.
 */
export async function expectExactReports(
  { app, superuser }: TestDatabase,
  { tenant, course, now, window }: { tenant: string; course: string; now: Date; window?: Window },
): Promise<void> {
  const scope = { tenant, now };
  const whole = await BruteForceReports.read(superuser, { tenant, course, now, window: {} });
  for (const group of [undefined, "all"]) {
    const said = `${course} ${now.toISOString()} ${group ?? "summaries"}`;
    await expectExactCourse({ course, group }, [app, scope, whole, said]);
    await expectExactPeriods({ course, group }, [app, scope, whole, said]);
  }
  if (window === undefined) return;
  const part = await BruteForceReports.read(superuser, { tenant, course, now, window });
  for (const group of [undefined, "all"]) {
    const said = `${course} ${now.toISOString()} ${group} ${JSON.stringify(window)}`;
    await expectExactCourse({ course, group, ...window }, [app, scope, part, said]);
  }
}

async function expectExactCourse(of: Asked, against: Against): Promise<void> {
  const [app, scope, brute, said] = against;
  const report = await reportCourse(app, of, scope);
  expect(report.states, said).toEqual(brute.states());
  expect(report.onTime, said).toMatchObject(brute.onTime("due_at"));
  expect(report.onTimeOriginal, said).toMatchObject(brute.onTime("original_due_at"));
  expect(report.matured, said).toMatchObject(brute.matured(30));
  for (const [from, origin] of [
    ["firstAccess", "first_viewed_at"],
    ["enrolled", "enrolled_at"],
  ] as const) {
    const time = await reportTimeToComplete(app, { ...of, from }, scope);
    const { curve, ...counts } = brute.timeToComplete(origin);
    expect(time, said).toMatchObject(counts);
    expect(
      time.curve.map(({ low: _low, high: _high, ...point }) => point),
      said,
    ).toEqual(curve);
  }
  const overdue = await reportOverdue(app, of, scope);
  expect(overdue.total, said).toBe(brute.states().overdue);
  expect(
    overdue.items.map(({ learner }) => learner),
    said,
  ).toEqual(brute.overdue());
  expect((await reportDueNext(app, of, scope)).total, said).toBe(brute.dueNext(14));
  await expectExactLessons(of, against);
  await expectExactActivity(of, against);
}

/** The lessons, and the learners behind their numbers. */
async function expectExactLessons(of: Asked, [app, scope, brute, said]: Against): Promise<void> {
  const lessons = (await reportLessons(app, of, scope)).items;
  expect(lessons, said).toMatchObject(brute.lessons());
  if (of.group !== undefined) return;
  const learners = (await reportCourseLearners(app, of, scope)).items;
  expect(learners.map(({ learner }) => learner).sort(), said).toEqual(brute.learners().sort());
  for (const lesson of lessons) {
    for (const segment of segments) {
      const asked = { ...of, lesson: lesson.lesson, segment };
      const { items } = await reportCourseLearners(app, asked, scope);
      expect(items, `${said} ${lesson.lesson} ${segment}`).toHaveLength(lesson[segment]);
    }
  }
}

async function expectExactActivity(of: Asked, [app, scope, brute, said]: Against): Promise<void> {
  const activity = (await reportActivity(app, of, scope)).items.filter(
    ({ enrollments, starts, completions }) => enrollments + starts + completions > 0,
  );
  expect(activity, said).toMatchObject(brute.activity());
}

async function expectExactPeriods(of: Asked, [app, scope, brute, said]: Against): Promise<void> {
  expect((await reportCohorts(app, of, scope)).items, said).toMatchObject(brute.cohorts());
}
