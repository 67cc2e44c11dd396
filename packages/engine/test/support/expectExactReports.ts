import { expect } from "vitest";
import type { TestDatabase } from "../../../../tests/support/useDatabase.ts";
import { reportActivity } from "../../src/reports/reportActivity.ts";
import { reportCohorts } from "../../src/reports/reportCohorts.ts";
import { reportCourse } from "../../src/reports/reportCourse.ts";
import { reportCourseLearners } from "../../src/reports/reportCourseLearners.ts";
import { reportLessons } from "../../src/reports/reportLessons.ts";
import { reportOverdue } from "../../src/reports/reportOverdue.ts";
import { reportTimeToComplete } from "../../src/reports/reportTimeToComplete.ts";
import { BruteForceReports } from "./BruteForceReports.ts";

const segments = ["viewed", "completed", "stillActive", "movedOn", "stoppedHere"] as const;

/**
 * Compares each report of a course with {@link BruteForceReports}: out of the summaries, and out of
 * the facts where group `all`, of all learners, is asked for.
 */
export async function expectExactReports(
  { app, superuser }: TestDatabase,
  { tenant, course, now }: { tenant: string; course: string; now: Date },
): Promise<void> {
  const scope = { tenant, now };
  const brute = await BruteForceReports.read(superuser, tenant, course, now);
  for (const group of [undefined, "all"]) {
    const of = { course, group };
    const said = `${course} ${now.toISOString()} ${group ?? "summaries"}`;
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
        time.curve.map(({ day, completed, atRisk }) => ({ day, completed, atRisk })),
        said,
      ).toEqual(curve);
    }
    const lessons = (await reportLessons(app, of, scope)).items;
    expect(lessons, said).toMatchObject(brute.lessons());
    const activity = (await reportActivity(app, of, scope)).items.filter(
      ({ enrollments, starts, completions }) => enrollments + starts + completions > 0,
    );
    expect(activity, said).toMatchObject(brute.activity());
    expect((await reportCohorts(app, of, scope)).items, said).toMatchObject(brute.cohorts());
    const overdue = await reportOverdue(app, of, scope);
    expect(overdue.total, said).toBe(brute.states().overdue);
    expect(
      overdue.items.map(({ learner }) => learner),
      said,
    ).toEqual(brute.overdue());
    for (const lesson of group === undefined ? lessons : []) {
      for (const segment of segments) {
        const asked = { ...of, lesson: lesson.lesson, segment };
        const { items } = await reportCourseLearners(app, asked, scope);
        expect(items, `${said} ${lesson.lesson} ${segment}`).toHaveLength(lesson[segment]);
      }
    }
  }
}
