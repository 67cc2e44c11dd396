import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import * as engine from "../src/index.ts";
import { everyPage } from "./support/everyPage.ts";
import { onDay } from "./support/onDay.ts";

const now = onDay(40);
const scope = { now };
const group = "crew";
/** From the fourth day on, and before the eighth: of a learner a day, four of twelve. */
const window = { enrolledFrom: onDay(4), enrolledBefore: onDay(8) };
const learner = (n: number) => `l${String(n).padStart(2, "0")}`;
type List = (
  db: engine.Queryable,
  request: engine.OverdueRequest & engine.DueNextRequest,
  scope: engine.Scope,
) => Promise<engine.Page<{ readonly learner: string | null }> & { readonly total: number }>;
const lists: readonly List[] = [engine.reportOverdue, engine.reportDueNext];
const everyone = Array.from({ length: 12 }, (_, n) => learner(n));
const inside = everyone.slice(4, 8);

describe.each(databaseKinds)("a report of an enrollment window on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  /** A course in which these learners lived: who completes, is overdue or due next goes by name. */
  async function live(course: string, learners: readonly string[]): Promise<void> {
    const lessons = ["1", "2"].map((n) => ({ id: `${course}-${n}`, title: n }));
    await engine.putOutline(db(), { course, title: "A course", lessons }, { now: onDay(0) });
    for (const id of learners) {
      const n = everyone.indexOf(id);
      const due = { at: onDay(n % 2 ? 30 : 45) };
      await engine.enroll(db(), { course, learner: id, due }, { now: onDay(n) });
      const done = ["1", "2"].slice(0, n % 3).map((part) => ({
        type: "lesson.completed" as const,
        learner: id,
        lesson: `${course}-${part}`,
        at: onDay(n + 2 + Number(part)),
      }));
      await engine.recordEvents(db(), { events: done }, { now: onDay(20) });
    }
    const left = { course, learner: learner(4), reason: "moved away" };
    await engine.withdraw(db(), left, { now: onDay(25) });
  }

  beforeAll(async () => {
    await live("all", everyone);
    await live("some", inside);
    await engine.putGroup(db(), { group, name: "The crew" }, { now: onDay(0) });
    const joining = { group, learners: [learner(1), learner(5), learner(6)], joinedAt: onDay(0) };
    await engine.putGroupMembers(db(), joining, scope);
  });

  const ofBoth = (report: object) => JSON.parse(JSON.stringify(report).replaceAll("some-", "all-"));
  const said = { ...window, course: "all" };

  test.each(["firstAccess", "enrolled"] as const)(
    "is that of a course with those attempts alone, from %s",
    async (from) => {
      for (const filter of [{}, { group }, { asOf: onDay(28) }, { asOf: onDay(28), group }]) {
        const of = { course: "all", ...filter, ...window };
        const only = { course: "some", ...filter };
        const course = await engine.reportCourse(db(), of, scope);
        expect(ofBoth(course)).toEqual(
          ofBoth({
            ...(await engine.reportCourse(db(), only, scope)),
            ...said,
            worstLesson: course.worstLesson,
          }),
        );
        const time = await engine.reportTimeToComplete(db(), { ...of, from }, scope);
        const onlyTime = await engine.reportTimeToComplete(db(), { ...only, from }, scope);
        expect(time).toEqual({ ...onlyTime, ...said });
        if ("asOf" in filter) continue;
        const lessons = await engine.reportLessons(db(), of, scope);
        const onlyLessons = await engine.reportLessons(db(), only, scope);
        expect(ofBoth(lessons)).toEqual(ofBoth({ ...onlyLessons, ...said }));
        const { items } = await engine.reportCourses(db(), { ...filter, ...window }, scope);
        expect(items.find((item) => item.course === "all")).toMatchObject({
          enrolled: course.enrolled,
          completed: course.completed,
          medianDays: course.medianDays,
          worstLesson: course.worstLesson,
        });
      }
    },
  );

  test("lists those of it alone, a page after the other, and counts them all", async () => {
    for (const filter of [{}, { group }, { asOf: now }]) {
      for (const list of lists) {
        const listed = async (course: string, part: object) => {
          const pages = await everyPage((after) =>
            list(db(), { course, ...filter, ...part, limit: 1, after }, scope),
          );
          return pages.flat().map(({ learner: id }) => id);
        };
        const ids = await listed("all", window);
        expect(ids).toEqual(await listed("some", {}));
        const asked = { course: "all", ...filter, ...window, limit: 1 };
        expect((await list(db(), asked, scope)).total).toBe(ids.length);
      }
    }
    for (const sort of ["name", "progress", "due", "lastActivity"] as const) {
      const pages = await everyPage((after) =>
        engine.reportCourseLearners(
          db(),
          { course: "all", ...window, sort, limit: 3, after },
          scope,
        ),
      );
      expect(
        pages
          .flat()
          .map(({ learner: id }) => id)
          .toSorted(),
      ).toEqual(inside);
    }
  });

  test("begins with the instant it is from, and ends before the one it is before", async () => {
    const listed = async (of: object) => {
      const { items } = await engine.reportCourseLearners(db(), { course: "all", ...of }, scope);
      return items.map(({ learner: id }) => id);
    };
    expect(await listed({ enrolledFrom: onDay(10) })).toEqual([learner(10), learner(11)]);
    expect(await listed({ enrolledBefore: onDay(1) })).toEqual([learner(0)]);
    const after = new Date(onDay(10).getTime() + 1);
    expect(await listed({ enrolledFrom: after })).toEqual([learner(11)]);
    const open = await engine.reportCourse(db(), { course: "all", enrolledFrom: after }, scope);
    expect(open).toMatchObject({ enrolled: 1, enrolledFrom: after });
    expect(open).not.toHaveProperty("enrolledBefore");
  });

  test("in which nobody enrolled counts nobody", async () => {
    const none = { course: "all", enrolledFrom: onDay(12), enrolledBefore: onDay(13) };
    const nobody = { completed: 0, completionRate: null, medianDays: null, worstLesson: null };
    const course = await engine.reportCourse(db(), none, scope);
    expect(course).toMatchObject({ enrolled: 0, ...nobody, matured: { n: 0, immature: 0 } });
    expect(await engine.reportTimeToComplete(db(), none, scope)).toMatchObject({ n: 0, curve: [] });
    const { items } = await engine.reportLessons(db(), none, scope);
    expect(items).toMatchObject(
      [0, 0].map((n) => ({ available: n, viewed: n, medianSeconds: null })),
    );
    for (const list of [engine.reportOverdue, engine.reportDueNext]) {
      expect(await list(db(), none, scope)).toMatchObject({ total: 0, items: [], next: null });
    }
    expect((await engine.reportCourseLearners(db(), none, scope)).items).toEqual([]);
  });

  test("that ends before it begins, or as it begins, is refused by every report", async () => {
    for (const enrolledBefore of [onDay(3), onDay(4)]) {
      for (const report of [
        engine.reportCourses,
        engine.reportCourse,
        engine.reportLessons,
        engine.reportTimeToComplete,
        engine.reportCourseLearners,
        engine.reportAttempts,
        engine.reportOverview,
        engine.reportDeadlines,
        engine.reportActivityByCourse,
        engine.reportActivity,
        engine.reportOverdue,
        engine.reportDueNext,
      ]) {
        const asked = { course: "all", enrolledFrom: onDay(4), enrolledBefore };
        await expect(report(db(), asked)).rejects.toMatchObject({ code: "time_out_of_range" });
      }
    }
  });

  test("the list of courses tells the matured rate of each where it is asked for", async () => {
    const listed = async (of: object) => (await engine.reportCourses(db(), of, scope)).items[0];
    expect(await listed({})).not.toHaveProperty("matured");
    for (const of of [{}, { group }, window, { asOf: onDay(30) }]) {
      const { matured } = await engine.reportCourse(
        db(),
        { course: "all", ...of, maturedDays: 35 },
        scope,
      );
      expect((await listed({ ...of, maturedDays: 35 }))?.matured).toEqual(matured);
    }
  });
});
