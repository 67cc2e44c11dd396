import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import * as engine from "../src/index.ts";
import { onDay } from "./support/onDay.ts";

const course = "fs";
const group = "crew";
const now = onDay(30);

/**
 * Four learners, alike in all but their membership: `always` one, `joined` after the attempt began,
 * `left` since, `never` one. Each viewed, is overdue, and has a second course that is due next.
 */
const people = ["always", "joined", "left", "never"];
const current = ["always", "joined"];
const atStart = ["always", "left"];

describe.each(databaseKinds)("a report of a group on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  beforeAll(async () => {
    for (const id of [course, "gs"]) {
      const lessons = [{ id: `${id}-1`, title: "One" }];
      await engine.putOutline(db(), { course: id, title: id, lessons }, { now: onDay(0) });
    }
    await engine.putGroup(db(), { group, name: "The crew" }, { now: onDay(0) });
    const join = (learners: string[], day: number) =>
      engine.putGroupMembers(db(), { group, learners, joinedAt: onDay(day) }, { now });
    await join(["always", "left"], 1);
    for (const [id, day] of [
      [course, 20],
      ["gs", 40],
    ] as const) {
      const due = { at: onDay(day) };
      await engine.enrollMany(db(), { course: id, learners: people, due }, { now: onDay(2) });
    }
    const events = people.map((learner) => ({
      type: "lesson.viewed" as const,
      learner,
      lesson: "fs-1",
      at: onDay(3),
    }));
    await engine.recordEvents(db(), { events }, { now: onDay(3) });
    await join(["joined"], 4);
    const leaving = { group, learner: "left", leftAt: onDay(5) };
    await engine.removeGroupMember(db(), leaving, { now });
  });

  const of = { course, group };
  const scope = { now };
  const learnersOf = ({ items }: { items: readonly { learner: string | null }[] }) =>
    items.map(({ learner }) => learner).toSorted();

  test("lists those who belong to it now, and says so", async () => {
    const learners = await engine.reportCourseLearners(db(), of, scope);
    const overdue = await engine.reportOverdue(db(), { group }, scope);
    const dueNext = await engine.reportDueNext(db(), { group }, scope);
    for (const page of [learners, overdue, dueNext]) {
      expect(learnersOf(page)).toEqual(current);
      expect(page).toMatchObject({ group, membership: "current" });
    }
    expect([overdue.total, dueNext.total]).toEqual([2, 2]);
  });

  test("has the states, the rates and the lessons of those who belong to it now", async () => {
    // What became of them tells them apart: of today's one completed, of those at the start none.
    const gone = { course: "hs", learners: people };
    const lessons = [{ id: "hs-1", title: "One" }];
    await engine.putOutline(db(), { course: "hs", title: "hs", lessons }, { now: onDay(0) });
    await engine.enrollMany(db(), gone, { now: onDay(2) });
    await engine.withdraw(db(), { course: "hs", learner: "left" }, { now: onDay(9) });
    await engine.completeLesson(db(), { learner: "joined", lesson: "hs-1", at: onDay(6) }, scope);
    const report = await engine.reportCourse(db(), { course: "hs", group, maturedDays: 9 }, scope);
    expect(report).toMatchObject({
      membership: "current",
      enrolled: 2,
      withdrawn: 0,
      completed: 1,
      medianDays: 0,
      matured: { n: 2, immature: 0, completed: 1 },
    });
    const then = { course: "hs", group, asOf: now, maturedDays: 9 };
    expect(await engine.reportCourse(db(), then, scope)).toMatchObject({
      membership: "atStart",
      enrolled: 2,
      withdrawn: 1,
      completed: 0,
      medianDays: null,
      matured: { n: 2, immature: 0, completed: 0 },
    });
    const { items, membership } = await engine.reportLessons(db(), of, scope);
    expect([items[0]?.viewed, items[0]?.stoppedHere, membership]).toEqual([2, 2, "current"]);
    const all = await engine.reportCourses(db(), { group }, scope);
    expect(all.membership).toBe("current");
    expect(all.items.find((item) => item.course === course)).toMatchObject({ overdue: 2 });
  });

  test("is, of a past period, of those who belonged to it when the attempt began", async () => {
    await engine.completeLesson(db(), { learner: "left", lesson: "gs-1", at: onDay(6) }, scope);
    const asked = { course: "gs", group };
    const time = await engine.reportTimeToComplete(db(), { ...asked, from: "enrolled" }, scope);
    expect(time).toMatchObject({ n: 2, completed: 1, membership: "atStart" });
    const cohorts = await engine.reportCohorts(db(), asked, scope);
    expect(cohorts).toMatchObject({
      items: [{ enrolled: 2, completed: 1 }],
      membership: "atStart",
    });
    const activity = await engine.reportActivity(db(), asked, scope);
    expect(activity).toMatchObject({ membership: "atStart" });
    expect(activity.items[0]).toMatchObject({ enrollments: 2, completions: 1 });
  });

  test("is, as of an earlier instant, of those who belonged to it when the attempt began", async () => {
    const asOf = onDay(29);
    const overdue = await engine.reportOverdue(db(), { ...of, asOf }, scope);
    expect(learnersOf(overdue)).toEqual(atStart);
    expect(overdue).toMatchObject({ total: 2, group, membership: "atStart" });
    const time = await engine.reportTimeToComplete(db(), { ...of, asOf }, scope);
    expect(time).toMatchObject({ n: 2, membership: "atStart" });
  });

  test("that is not there is refused by every report", async () => {
    const none = { course, group: "none" };
    for (const report of [
      engine.reportCourses,
      engine.reportCourse,
      engine.reportLessons,
      engine.reportTimeToComplete,
      engine.reportCohorts,
      engine.reportActivity,
      engine.reportCourseLearners,
      engine.reportAttempts,
      engine.reportOverdue,
      engine.reportDueNext,
      engine.reportOverview,
      engine.reportDeadlines,
      engine.reportActivityByCourse,
    ]) {
      await expect(report(db(), none)).rejects.toMatchObject({
        code: "group_not_found",
        subject: expect.objectContaining({ group: "none" }),
      });
    }
  });

  test("says nothing of a membership where no group is asked for", async () => {
    const report = await engine.reportCohorts(db(), { course }, scope);
    expect(Object.keys(report)).not.toContain("membership");
  });
});
