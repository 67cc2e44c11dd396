import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { enroll } from "../src/enroll.ts";
import { enrollMany } from "../src/enrollMany.ts";
import { eraseLearner } from "../src/eraseLearner.ts";
import { putLearner } from "../src/putLearner.ts";
import { recordEvents } from "../src/recordEvents.ts";
import type { LearnerSort } from "../src/reports/learnersCursor.ts";
import { type CourseLearner, reportCourseLearners } from "../src/reports/reportCourseLearners.ts";
import { reportDueNext } from "../src/reports/reportDueNext.ts";
import { reportOverdue } from "../src/reports/reportOverdue.ts";
import type { EventInput } from "../src/types.ts";
import { everyPage } from "./support/everyPage.ts";
import { newCourse } from "./support/newCourse.ts";
import { onDay } from "./support/onDay.ts";

const now = onDay(30);
const count = 23;
const ids = Array.from({ length: count }, (_, n) => `l${String(n).padStart(2, "0")}`);
/** By code point: capitals stand before small letters, as the database has them. */
const names = ["Zoë", "ada", "Ada", "Ben", "Ben", "ben"];

const sortedBy: Readonly<Record<LearnerSort, (one: CourseLearner) => number | string | null>> = {
  progress: ({ progressPercentage }) => progressPercentage,
  due: ({ dueAt }) => dueAt?.getTime() ?? null,
  lastActivity: ({ lastActivityAt }) => lastActivityAt?.getTime() ?? null,
  name: ({ name }) => name,
};
const sorts = Object.keys(sortedBy) as LearnerSort[];

describe.each(databaseKinds)("pages of reports on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;
  let course = "";

  // Ties everywhere: few names, deadlines, instants of activity and percentages, and some of none.
  beforeAll(async () => {
    const made = await newCourse(db(), ["a", "b", "c"]);
    course = made.course;
    const events: EventInput[] = [];
    for (const [n, learner] of ids.entries()) {
      const name = names[n % 7];
      if (name !== undefined) await putLearner(db(), { learner, name }, { now: onDay(1) });
      // Behind the present and before it, three on an instant.
      const due = n % 4 === 0 ? undefined : { at: onDay(24 + 4 * (n % 3)) };
      await enroll(db(), { course, learner, due }, { now: onDay(2) });
      const lessons = ["a", "b", "c"].slice(0, n % 4);
      const at = onDay(3 + (n % 5));
      for (const lesson of lessons.map(made.lesson)) {
        events.push({ type: n % 2 ? "lesson.completed" : "lesson.viewed", learner, lesson, at });
      }
    }
    await recordEvents(db(), { events }, { now: onDay(20) });
    await eraseLearner(db(), { learner: "l05" }, { now });
  });

  test.each(sorts.flatMap((sort) => [[sort, false] as const, [sort, true] as const]))(
    "by %s, descending %s, have everyone once and in order",
    async (sort, descending) => {
      const pages = await everyPage((after) =>
        reportCourseLearners(db(), { course, sort, descending, limit: 3, after }, { now }),
      );
      expect(pages.slice(0, -1).every(({ length }) => length === 3)).toBe(true);
      const people = pages.flat();
      expect(people).toHaveLength(count);
      const known = people.flatMap(({ learner }) => learner ?? []);
      expect(known.toSorted()).toEqual(ids.filter((id) => id !== "l05"));

      const values = people.map(sortedBy[sort]);
      const there = values.filter((value) => value !== null);
      const ordered = there.toSorted((a, b) => (a < b ? -1 : Number(a > b)));
      expect(there).toEqual(descending ? ordered.toReversed() : ordered);
      // No deadline is the latest; of anything else nothing is the least.
      const nulls = values.length - there.length;
      const nullsFirst = nulls > 0 && descending === (sort === "due");
      expect(values.slice(nullsFirst ? 0 : there.length, nullsFirst ? nulls : undefined)).toEqual(
        Array.from({ length: nulls }, () => null),
      );
      expect(nulls > 0).toBe(sort !== "progress");
      // In one page as in eight: ties have an order too.
      const whole = { course, sort, descending, limit: 1000 };
      expect((await reportCourseLearners(db(), whole, { now })).items).toEqual(people);
    },
  );

  test.each(sorts)("a cursor by %s is refused by every other order", async (sort) => {
    const { next } = await reportCourseLearners(db(), { course, sort, limit: 3 }, { now });
    const after = next ?? undefined;
    for (const other of sorts) {
      for (const descending of [false, true]) {
        const request = { course, sort: other, descending, limit: 3, after };
        const page = reportCourseLearners(db(), request, { now });
        if (other === sort && !descending) expect((await page).items).toHaveLength(3);
        else await expect(page).rejects.toMatchObject({ code: "cursor_invalid" });
      }
    }
  });

  test.each(sorts)("of finishers have them once and by %s, however few they are", async (sort) => {
    const { course: large, lesson } = await newCourse(db(), ["a"]);
    const learners = Array.from(
      { length: 400 },
      (_, n) => `${large}-${String(n).padStart(3, "0")}`,
    );
    await enrollMany(db(), { course: large, learners }, { now: onDay(2) });
    // Of four hundred three, of whom one took longer: less than a hundredth, which is sorted anew.
    const finishers = [7, 3, 5].map((n) => learners[n] ?? "");
    const events = finishers.map((learner, n) => ({
      type: "lesson.completed" as const,
      learner,
      lesson: lesson("a"),
      at: onDay(n === 0 ? 12 : 6),
    }));
    await recordEvents(db(), { events }, { now: onDay(20) });
    for (const descending of [false, true]) {
      const asked = { course: large, from: "enrolled" as const, sort, descending };
      const whole = await reportCourseLearners(db(), asked, { now });
      const ids = whole.items.map(({ learner }) => learner);
      expect(ids.toSorted()).toEqual(finishers.toSorted());
      const pages = await everyPage((after) =>
        reportCourseLearners(db(), { ...asked, limit: 1, after }, { now }),
      );
      expect(pages.flat().map(({ learner }) => learner)).toEqual(ids);
      const slow = await reportCourseLearners(db(), { ...asked, minDays: 5 }, { now });
      expect(slow.items.map(({ learner }) => learner)).toEqual(finishers.slice(0, 1));
    }
  });

  test.each([
    ["the overdue", reportOverdue],
    ["those due next", reportDueNext],
  ])("of %s have everyone once, soonest first, and the total on each", async (_, report) => {
    const totals: number[] = [];
    const pages = await everyPage<{ learner: string | null; dueAt: Date }>(async (after) => {
      const page = await report(db(), { course, limit: 2, after }, { now });
      totals.push(page.total);
      return page;
    });
    const found = pages.flat();
    expect(found.length).toBeGreaterThan(3);
    expect(new Set(totals)).toEqual(new Set([found.length]));
    expect(new Set(found.map(({ learner }) => learner)).size).toBe(found.length);
    const dues = found.map(({ dueAt }) => dueAt.getTime());
    expect(dues).toEqual(dues.toSorted((a, b) => a - b));
  });

  test.each([0, 1001, 1.5])("of %d rows are refused", async (limit) => {
    const refused = { code: "limit_out_of_range" };
    const request = { course, limit };
    await expect(reportCourseLearners(db(), request)).rejects.toMatchObject(refused);
    await expect(reportOverdue(db(), request)).rejects.toMatchObject(refused);
    await expect(reportDueNext(db(), request)).rejects.toMatchObject(refused);
  });
});
