import { expect } from "vitest";
import type { TestDatabase } from "../../../../tests/support/useDatabase.ts";
import { type AttemptsRequest, reportAttempts } from "../../src/reports/reportAttempts.ts";
import { reportCourseLearners } from "../../src/reports/reportCourseLearners.ts";
import { reportDeadlines } from "../../src/reports/reportDeadlines.ts";
import { reportDueNext } from "../../src/reports/reportDueNext.ts";
import { reportOverdue } from "../../src/reports/reportOverdue.ts";
import { reportOverview } from "../../src/reports/reportOverview.ts";
import { reportTimeToComplete } from "../../src/reports/reportTimeToComplete.ts";

/** Whose numbers, and where and when they are read. */
export interface Behind {
  readonly database: TestDatabase;
  readonly tenant: string;
  readonly course: string;
  readonly now: Date;
}
interface Asked extends Behind {
  readonly group: string | undefined;
}

/** That the points of each chart of a course count as many people as are listed behind them. */
export async function expectPeopleBehind(behind: Behind): Promise<void> {
  for (const group of [undefined, "all"]) {
    await expectFinishers({ ...behind, group });
    await expectDeadlines({ ...behind, group });
  }
}

async function expectFinishers({ database, tenant, course, now, group }: Asked): Promise<void> {
  const [app, scope] = [database.app, { tenant, now }];
  for (const from of ["firstAccess", "enrolled"] as const) {
    const { curve, finishers } = await reportTimeToComplete(app, { course, group, from }, scope);
    const said = `${course} ${now.toISOString()} ${group} ${from}`;
    expect(sum(curve.map((point) => point.finished)), said).toBe(finishers.n);
    const days = curve.map(({ day }) => day);
    const some = [days[0], days[Math.floor(days.length / 2)], days.at(-1)];
    for (const day of some.filter((one) => one !== undefined)) {
      for (const [minDays, maxDays] of [
        [day, day],
        [undefined, day],
        [day + 1, undefined],
      ]) {
        const asked = { course, group, from, minDays, maxDays, limit: 1000 };
        const { items } = await reportCourseLearners(app, asked, scope);
        const points = curve.filter(
          (one) => one.day >= (minDays ?? 0) && one.day <= (maxDays ?? Number.POSITIVE_INFINITY),
        );
        expect(items, `${said} ${minDays} ${maxDays}`).toHaveLength(
          sum(points.map((point) => point.finished)),
        );
      }
    }
  }
}

async function expectDeadlines(asked: Asked): Promise<void> {
  const { database, tenant, course, now, group } = asked;
  const [app, scope] = [database.app, { tenant, now }];
  const said = `${course} ${now.toISOString()} ${group}`;
  const { ageing, upcoming, onTime } = await reportDeadlines(app, { course, group }, scope);
  const bands = [
    [ageing.days1To7, undefined, 7],
    [ageing.days8To30, 8, 30],
    [ageing.days31To90, 31, 90],
    [ageing.daysOver90, 91, undefined],
  ] as const;
  for (const [n, minDays, maxDays] of bands) {
    const page = await reportOverdue(app, { course, group, minDays, maxDays }, scope);
    expect([page.total, page.items.length], `${said} ${minDays}`).toEqual([n, n]);
  }
  const dueDays = upcoming.filter(({ due }) => due > 0).slice(0, 3);
  for (const { from, due } of dueDays) {
    const [dueFrom, dueBefore] = await period(asked, from, "1 day");
    const within = { course, group, days: 90, dueFrom, dueBefore };
    const { total, items } = await reportDueNext(app, within, scope);
    expect([total, items.length], `${said} ${from}`).toEqual([due, due]);
  }
  for (const { month, due, onTime: met } of onTime.filter((one) => one.due > 0)) {
    const [dueFrom, dueBefore] = await period(asked, `${month}-01`, "1 month");
    const fallen = new Date(Math.min(dueBefore.getTime(), now.getTime() + 1));
    const within = { course, group, dueFrom, dueBefore: fallen, limit: 1000 };
    const { items } = await reportCourseLearners(app, within, scope);
    const kept = items.filter(
      (one) => one.completedAt && one.dueAt && one.completedAt <= one.dueAt,
    );
    expect([items.length, kept.length], `${said} ${month}`).toEqual([due, met]);
  }
}

/** That the numbers of all courses together count as many attempts as are listed behind them. */
export async function expectAttemptsBehind(behind: Omit<Behind, "course">): Promise<void> {
  const { database, tenant, now } = behind;
  const [app, scope] = [database.app, { tenant, now }];
  for (const group of [undefined, "all"]) {
    const { overdue, completed, stalled } = await reportOverview(app, { group }, scope);
    const [completedFrom] = await period(behind, completed.from, "1 day");
    const [completedBefore] = await period(behind, completed.before, "1 day");
    const { onTime } = await reportDeadlines(app, { group }, scope);
    const months = onTime.filter(({ due }) => due > 0);
    const lists: [number, AttemptsRequest][] = [
      [overdue.attempts, { state: "overdue" }],
      [stalled.attempts, { state: "stalled" }],
      [completed.attempts, { completedFrom, completedBefore }],
    ];
    for (const { month, due } of months) {
      const [dueFrom, end] = await period(behind, `${month}-01`, "1 month");
      const dueBefore = new Date(Math.min(end.getTime(), now.getTime() + 1));
      lists.push([due, { dueFrom, dueBefore }]);
    }
    for (const [n, request] of lists) {
      const page = await reportAttempts(app, { ...request, group, limit: 1000 }, scope);
      const said = `${now.toISOString()} ${group} ${JSON.stringify(request)}`;
      expect([page.total, page.items.length], said).toEqual([n, n]);
    }
  }
}

/** When a period of the tenant's zone begins and ends. */
async function period(
  of: Omit<Behind, "course">,
  day: string,
  long: string,
): Promise<readonly [Date, Date]> {
  const { rows } = await of.database.superuser.query<{ from: Date; before: Date }>(
    `select $2::date::timestamp at time zone time_zone as "from",
       ($2::date + $3::interval) at time zone time_zone as before
     from milepost.tenant where name = $1`,
    [of.tenant, day, long],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`No tenant ${of.tenant}`);
  return [row.from, row.before];
}

const sum = (counts: readonly number[]) => counts.reduce((total, n) => total + n, 0);
