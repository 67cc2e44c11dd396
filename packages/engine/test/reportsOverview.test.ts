import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import * as engine from "../src/index.ts";
import { onDay } from "./support/onDay.ts";

/** Monday 30 March 2026, nine in the morning UTC: the last seven full days are an ISO week. */
const now = onDay(28);
const scope = { now };
const courses = ["fs", "gs", "idle"];

describe.each(databaseKinds)("the overview on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;
  const outline = (course: string) => ({
    course,
    title: `Course ${course}`,
    lessons: ["1", "2"].map((n) => ({ id: `${course}-${n}`, title: `Lesson ${n}` })),
  });
  const learners = (from: number, until: number) =>
    Array.from({ length: until - from }, (_, n) => `l${from + n}`);
  const record = (type: "lesson.viewed" | "lesson.completed", day: number, many: string[]) =>
    engine.recordEvents(
      db(),
      {
        events: many.flatMap((learner) =>
          ["fs-1", "fs-2"]
            .slice(0, type === "lesson.viewed" ? 1 : 2)
            .map((lesson) => ({ type, learner, lesson, at: onDay(day) })),
        ),
      },
      { now: onDay(day) },
    );

  beforeAll(async () => {
    for (const course of courses) {
      await engine.putOutline(db(), outline(course), { now: onDay(0) });
    }
    const enroll = (course: string, many: string[], due: number, told = 0) =>
      engine.enrollMany(
        db(),
        { course, learners: many, due: { at: onDay(due) }, enrolledAt: onDay(0) },
        { now: onDay(told) },
      );
    await enroll("fs", learners(0, 10), 20);
    await enroll("fs", learners(10, 14), 34);
    await enroll("fs", learners(14, 20), 60);
    await enroll("gs", learners(0, 3), 27);
    // Told today of deadlines that had passed: nobody knew of them yesterday.
    await enroll("gs", learners(3, 6), 26, 28);
    await record("lesson.viewed", 5, learners(0, 20));
    // Two in the week before last, three in the last one, one of them on time; one today.
    await record("lesson.completed", 16, learners(0, 2));
    await record("lesson.completed", 24, learners(2, 4));
    await record("lesson.completed", 27, learners(19, 20));
    await record("lesson.completed", 28, learners(4, 5));
    // Two are exempted this morning, and two get more time: overdue yesterday.
    const early = { now: new Date(now.getTime() - 3_600_000) };
    for (const learner of learners(5, 7)) {
      await engine.exempt(db(), { course: "fs", learner, reason: "did it before" }, early);
    }
    const more = { course: "fs", learners: learners(7, 9), due: { at: onDay(50) } };
    await engine.enrollMany(db(), more, early);
  });

  test("says who is overdue, where most are, and what has come of it since yesterday", async () => {
    const { overdue } = await engine.reportOverview(db(), {}, scope);
    expect(overdue).toEqual({
      attempts: 7,
      attemptsYesterday: 6,
      oldestDueAt: onDay(20),
      course: { course: "gs", title: "Course gs", overdue: 6 },
    });
    // The three that fell due at nine yesterday are overdue from the instant after.
    const { total } = await engine.reportOverdue(db(), { asOf: onDay(27) }, scope);
    expect(total).toBe(6);
  });

  test("has the figures of the reports of the same instant", async () => {
    const overview = await engine.reportOverview(db(), {}, scope);
    const dueNext = await engine.reportDueNext(db(), { days: 7 }, scope);
    expect(overview.dueSoon).toEqual({
      days: 7,
      attempts: dueNext.total,
      atRisk: dueNext.items.filter(({ atRisk }) => atRisk).length,
    });
    expect(dueNext.total).toBe(4);
    const weeks = await engine.reportActivity(db(), { course: "fs" }, scope);
    const done = Object.fromEntries(weeks.items.map((week) => [week.from, week.completions]));
    expect(overview.completed).toEqual({
      days: 7,
      from: "2026-03-23",
      before: "2026-03-30",
      attempts: done["2026-03-23"],
      attemptsPrevious: done["2026-03-16"],
    });
    expect([done["2026-03-23"], done["2026-03-16"]]).toEqual([3, 2]);
    const { items } = await engine.reportCourses(db(), {}, scope);
    const stalled = items.find(({ course }) => course === "fs")?.stalled;
    expect(overview.stalled).toEqual({
      attempts: stalled,
      course: { course: "fs", title: "Course fs", stalled },
    });
    const [lesson] = (await engine.reportLessons(db(), { course: "fs" }, scope)).items;
    expect(overview.attention.worstLesson).toMatchObject({
      course: "fs",
      courseTitle: "Course fs",
      lesson: "fs-1",
      title: "Lesson 1",
      stoppedHere: lesson?.stoppedHere,
      viewed: lesson?.viewed,
      stoppedHereRate: lesson?.stoppedHereRate,
    });
    const list = await engine.reportCourses(db(), {}, scope);
    expect(list.items.map(({ worstLesson }) => worstLesson)).toEqual(["fs-1", null, null]);
  });

  test("of nobody has nothing, and none where most are", async () => {
    await engine.createTenant(database.superuser, { tenant: "empty" });
    const overview = await engine.reportOverview(db(), {}, { tenant: "empty", now });
    expect(overview).toEqual({
      asOf: now,
      definition: 1,
      overdue: { attempts: 0, attemptsYesterday: 0, oldestDueAt: null, course: null },
      dueSoon: { days: 7, attempts: 0, atRisk: 0 },
      completed: {
        days: 7,
        from: "2026-03-23",
        before: "2026-03-30",
        attempts: 0,
        attemptsPrevious: 0,
      },
      stalled: { attempts: 0, course: null },
      attention: { worstLesson: null },
    });
  });

  test("of a group counts its members of now, yesterday too", async () => {
    await engine.putGroup(db(), { group: "crew", name: "The crew" }, scope);
    const members = { group: "crew", learners: ["l0", "l5", "l7", "l9"], joinedAt: now };
    await engine.putGroupMembers(db(), members, scope);
    const overview = await engine.reportOverview(db(), { group: "crew" }, scope);
    expect(overview).toMatchObject({
      group: "crew",
      membership: "current",
      overdue: { attempts: 3, attemptsYesterday: 3, course: { course: "gs", overdue: 2 } },
      completed: { attempts: 0, attemptsPrevious: 1 },
      stalled: { attempts: 1 },
    });
  });

  test("the activity of all courses comes in pages, with the present period last", async () => {
    const read = (after?: string) =>
      engine.reportActivityByCourse(db(), { limit: 2, periods: 2, after }, scope);
    const first = await read();
    expect(first.items.map(({ course }) => course)).toEqual(["fs", "gs"]);
    expect(first.items[0]).toEqual({
      course: "fs",
      title: "Course fs",
      periods: [
        ["2026-W12", "2026-03-16", 2, true],
        ["2026-W13", "2026-03-23", 3, true],
        ["2026-W14", "2026-03-30", 1, false],
      ].map(([period, from, completions, complete]) => ({
        period,
        from,
        enrollments: 0,
        starts: 0,
        completions,
        complete,
      })),
    });
    const rest = await read(first.next ?? undefined);
    expect([rest.items.map(({ course }) => course), rest.next]).toEqual([["idle"], null]);
    const months = await engine.reportActivityByCourse(db(), { by: "month" }, scope);
    expect(months).toMatchObject({ by: "month", next: null });
    expect(months.items[0]?.periods).toHaveLength(13);
    expect(months.items[0]?.periods.at(-1)).toMatchObject({ period: "2026-03", enrollments: 20 });
  });
});
