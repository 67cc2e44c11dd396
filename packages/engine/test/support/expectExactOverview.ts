import { expect } from "vitest";
import type { TestDatabase } from "../../../../tests/support/useDatabase.ts";
import { reportActivity } from "../../src/reports/reportActivity.ts";
import { reportActivityByCourse } from "../../src/reports/reportActivityByCourse.ts";
import { reportCourse } from "../../src/reports/reportCourse.ts";
import { reportCourses } from "../../src/reports/reportCourses.ts";
import { reportDeadlines } from "../../src/reports/reportDeadlines.ts";
import { reportDueNext } from "../../src/reports/reportDueNext.ts";
import { reportLessons } from "../../src/reports/reportLessons.ts";
import { reportOverdue } from "../../src/reports/reportOverdue.ts";
import { reportOverview } from "../../src/reports/reportOverview.ts";
import type { Queryable, Scope } from "../../src/types.ts";
import { BruteForceDeadlines } from "./BruteForceDeadlines.ts";
import type { Window } from "./BruteForceReports.ts";
import { everyPage } from "./everyPage.ts";

interface Of {
  /** A group, an enrollment window, or both. */
  readonly only: { readonly group: string | undefined } & Window;
  readonly scope: Scope & { readonly tenant: string; now: Date };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Of a few counts the largest and whose it is: the first one by its name where several are. */
function most<Name extends string>(counts: Readonly<Record<string, number>>, name: Name) {
  const [first] = Object.entries(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first === undefined || first[1] === 0
    ? null
    : expect.objectContaining({ course: first[0], [name]: first[1] });
}

/** The lowest rates of lessons that learners stop at, as the reports of all courses have them. */
async function worstLesson(db: Queryable, courses: readonly string[], { only, scope }: Of) {
  const lessons = await Promise.all(
    courses.map(async (course) => (await reportLessons(db, { course, ...only }, scope)).items),
  );
  const rates = lessons.flat().map(({ lesson, stoppedHere: k, viewed: n }) => {
    const z2 = 1.959963984540054 ** 2;
    const p = k / n;
    const low = p + z2 / (2 * n) - Math.sqrt(z2 * ((p * (1 - p)) / n + z2 / (4 * n * n)));
    return { lesson, stoppedHere: k, viewed: n, low: k === 0 ? 0 : low / (1 + z2 / n) };
  });
  const worst = Math.max(...rates.map(({ low }) => low));
  // Of two that are alike either: which one is first is for a test of its own.
  return rates.filter(({ low }) => low > 0 && worst - low < 1e-9);
}

async function expectOverview(db: Queryable, brute: BruteForceDeadlines, of: Of, said: string) {
  const { only, scope } = of;
  const overview = await reportOverview(db, only, scope);
  const { items } = await reportCourses(db, only, scope);
  const stalled = Object.fromEntries(items.map(({ course, stalled: n }) => [course, n]));
  const next = await everyPage((after) =>
    reportDueNext(db, { ...only, days: 7, after, limit: 2 }, scope),
  );
  const asOf = new Date(Number(scope.now) - 86_400_000);
  const yesterday = await reportOverdue(db, { ...only, asOf, limit: 1 }, scope);
  expect(overview, said).toMatchObject({
    overdue: {
      attempts: sum(Object.values(brute.overdue())),
      attemptsYesterday: yesterday.total,
      oldestDueAt: brute.oldestDueAt(),
      course: most(brute.overdue(), "overdue"),
    },
    dueSoon: {
      attempts: next.flat().length,
      atRisk: next.flat().filter(({ atRisk }) => atRisk).length,
    },
    completed: {
      attempts: brute.completed(7, 0),
      attemptsPrevious: brute.completed(14, 7),
    },
    stalled: { attempts: sum(Object.values(stalled)), course: most(stalled, "stalled") },
  });
  const worst = await worstLesson(
    db,
    items.map(({ course }) => course),
    of,
  );
  const { worstLesson: told } = overview.attention;
  if (worst.length === 0) expect(told, said).toBeNull();
  else {
    const named = worst.find(({ lesson }) => lesson === told?.lesson);
    const { low = Number.NaN, ...counts } = named ?? {};
    expect(told, said).toMatchObject({
      ...counts,
      stoppedHereRateLow: Math.round(low * 10_000) / 10_000,
    });
  }
}

/**
 * Compares the reports across courses with {@link BruteForceDeadlines} and with the reports of
 * single courses at the same instant: out of the summaries, and of group `all`, of all learners.
 */
export async function expectExactOverview(
  { app, superuser }: TestDatabase,
  {
    tenant,
    now,
    zone = "UTC",
    window = {},
  }: { tenant: string; now: Date; zone?: string; window?: Window },
): Promise<void> {
  const scope = { tenant, now };
  const all = await BruteForceDeadlines.read(superuser, { tenant, zone, window }, now);
  for (const group of [undefined, "all"]) {
    const only = { group, ...window };
    const said = `${tenant} ${now.toISOString()} ${JSON.stringify(only)}`;
    await expectOverview(app, all, { only, scope }, said);
    const { items } = await reportActivityByCourse(app, { ...only, periods: 60 }, scope);
    for (const { course, periods } of items) {
      const activity = await reportActivity(app, { course, ...only }, scope);
      const last = periods.at(-1)?.from ?? "";
      // It begins with the first that there is anything in, and goes on beyond the present.
      const own = activity.items.filter(({ from }) => from <= last);
      expect(periods.slice(periods.length - own.length), said).toEqual(own);
      const before = periods.slice(0, periods.length - own.length);
      expect(sum(before.map((one) => one.enrollments + one.starts + one.completions))).toBe(0);
    }
    for (const course of [undefined, ...items.map((item) => item.course)]) {
      const of = { tenant, zone, window, ...(course !== undefined && { course }) };
      const brute = await BruteForceDeadlines.read(superuser, of, now);
      const deadlines = await reportDeadlines(app, { ...only, course }, scope);
      expect(deadlines, `${said} ${course}`).toMatchObject({
        ageing: brute.ageing(),
        upcoming: brute.upcoming(),
        onTime: brute.onTime(),
      });
      const { total } = await reportOverdue(app, { ...only, course, limit: 1 }, scope);
      expect(sum(Object.values(deadlines.ageing))).toBe(total);
      if (course === undefined) continue;
      const { onTime } = await reportCourse(app, { ...only, course }, scope);
      const months = deadlines.onTime.map((one) => [one.due, one.onTime]);
      expect([sum(months.map(([due = 0]) => due)), sum(months.map(([, met = 0]) => met))]).toEqual([
        onTime.due,
        onTime.onTime,
      ]);
    }
  }
}
