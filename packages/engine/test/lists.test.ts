import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { createTenant } from "../src/createTenant.ts";
import { enroll } from "../src/enroll.ts";
import { exportEnrollments } from "../src/exportEnrollments.ts";
import { exportEvents } from "../src/exportEvents.ts";
import { exportGroupMembers } from "../src/exportGroupMembers.ts";
import { exportLearners } from "../src/exportLearners.ts";
import { listCourses } from "../src/listCourses.ts";
import { listGroupMembers } from "../src/listGroupMembers.ts";
import { listGroups } from "../src/listGroups.ts";
import { listLearnerCourses } from "../src/listLearnerCourses.ts";
import { listOutlineChanges } from "../src/listOutlineChanges.ts";
import { putGroup } from "../src/putGroup.ts";
import { putLearner } from "../src/putLearner.ts";
import { putOutline } from "../src/putOutline.ts";
import { readTimeline } from "../src/readTimeline.ts";
import { recordView } from "../src/recordView.ts";
import { retake } from "../src/retake.ts";
import type { Page, PageRequest } from "../src/types.ts";
import { withdraw } from "../src/withdraw.ts";
import { at } from "./support/at.ts";
import { newCourse } from "./support/newCourse.ts";

/** Every page of a list, to the last. */
async function pagesOf<T>(read: (page: PageRequest) => Promise<Page<T>>, limit: number) {
  const pages: T[][] = [];
  let after: string | undefined;
  do {
    const page = await read({ limit, after });
    pages.push(page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return pages;
}

const cursor = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString("base64url");

describe.each(databaseKinds)("lists on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  test("a learner's courses come newest activity first, or by their enrollment", async () => {
    const courses = [];
    for (let n = 0; n < 5; n++) courses.push(await newCourse(db(), ["a", "b"]));
    const learner = "ada";
    const [viewed, enrolled, completed, left, other] = courses;
    if (!viewed || !enrolled || !completed || !left || !other) throw new Error("five courses");
    await recordView(db(), { learner, lesson: viewed.lesson("a"), at: at(7) });
    await enroll(db(), {
      learner,
      course: enrolled.course,
      enrolledAt: at(9),
      due: { at: at(10) },
    });
    for (const name of ["a", "b"]) {
      await completeLesson(db(), { learner, lesson: completed.lesson(name), at: at(8) });
    }
    await enroll(db(), { learner, course: left.course, enrolledAt: at(1) });
    await withdraw(db(), { learner, course: left.course, at: at(50) });
    await enroll(db(), { learner: "bo", course: other.course });
    const list = (page: PageRequest) => listLearnerCourses(db(), { learner, ...page });
    const { items, next } = await listLearnerCourses(db(), { learner }, { now: at(11) });
    expect(next).toBeNull();
    expect(items.map(({ course }) => course)).toEqual(
      [enrolled, completed, viewed, left].map(({ course }) => course),
    );
    expect(items[0]?.due).toEqual({
      at: at(10),
      originalAt: at(10),
      timeZone: null,
      overdue: true,
    });
    expect(items[1]).toEqual({
      learner,
      course: completed.course,
      title: "A course",
      attempt: 1,
      completedLessons: 2,
      totalLessons: 2,
      progressPercentage: 100,
      firstViewedAt: at(8),
      lastViewedAt: at(8),
      completedAt: at(8),
      eligibleForCertificate: true,
      enrolledAt: at(8),
      withdrawnAt: null,
      exemptedAt: null,
      due: null,
    });
    expect(items[3]).toMatchObject({ withdrawnAt: at(50) });
    for (const limit of [1, 2, 3, 4, 5]) {
      const pages = await pagesOf(list, limit);
      expect(pages.flat().map(({ course }) => course)).toEqual(items.map(({ course }) => course));
    }
  });

  test("courses of the same instant are paged without a gap or a repetition", async () => {
    const learner = "same";
    for (let n = 0; n < 7; n++) {
      const { course } = await newCourse(db(), ["a"]);
      await enroll(db(), { learner, course, enrolledAt: at(5) });
    }
    const pages = await pagesOf((page) => listLearnerCourses(db(), { learner, ...page }), 2);
    expect(new Set(pages.flat().map(({ course }) => course)).size).toBe(7);
    expect(pages.map((page) => page.length).slice(0, 4)).toEqual([2, 2, 2, 1]);
  });

  test("a learner's list shows the current attempt only", async () => {
    const { course, learner } = await newCourse(db(), ["a"]);
    await enroll(db(), { learner, course, enrolledAt: at(1) });
    await retake(db(), { learner, course, force: true, at: at(2) });
    const { items } = await listLearnerCourses(db(), { learner });
    expect(items).toMatchObject([{ attempt: 2, enrolledAt: at(2) }]);
  });

  test("a known learner without courses has an empty list, an unknown one is refused", async () => {
    await putLearner(db(), { learner: "new-here" });
    const empty = await listLearnerCourses(db(), { learner: "new-here" });
    expect(empty).toEqual({ items: [], next: null });
    await expect(listLearnerCourses(db(), { learner: "nobody" })).rejects.toMatchObject({
      code: "learner_not_found",
    });
  });

  test("courses are listed by id, in the order of their bytes, page by page", async () => {
    await createTenant(database.superuser, { tenant: "sorted" });
    const scope = { tenant: "sorted" };
    const ids = ["B", "a", "Ä", "a-1", "a1", "b", "ж", "10", "9", "a b", "🎓"];
    for (const course of ids) await putOutline(db(), { course, title: "T", lessons: [] }, scope);
    const bytes = ids.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    for (const limit of [1, 3, 11, 12]) {
      const pages = await pagesOf((page) => listCourses(db(), page, scope), limit);
      expect(pages.flat().map(({ id }) => id)).toEqual(bytes);
    }
  });

  test("a timeline is all of a learner at a course, oldest first, page by page", async () => {
    const { course, learner, lesson } = await newCourse(db(), ["a", "b"]);
    await enroll(db(), { learner, course, due: { at: at(50) } });
    for (const name of ["a", "b"]) {
      await completeLesson(db(), { learner, lesson: lesson(name), at: at(2) });
    }
    await retake(db(), { learner, course });
    await completeLesson(db(), { learner, lesson: lesson("a"), at: at(4) });
    const timeline = (page: PageRequest) => readTimeline(db(), { learner, course, ...page });
    const { items } = await timeline({});
    expect(items.map(({ type, attempt, lesson: of }) => [type, attempt, of])).toEqual([
      ["enrollment.created", 1, null],
      ["lesson.completed", 1, lesson("a")],
      ["lesson.completed", 1, lesson("b")],
      ["course.completed", 1, null],
      ["enrollment.created", 2, null],
      ["lesson.completed", 2, lesson("a")],
    ]);
    for (const limit of [1, 2, 3, 6]) {
      expect((await pagesOf(timeline, limit)).flat()).toEqual(items);
    }
    const first = await readTimeline(db(), { learner, course, attempt: 1 });
    expect(first.items).toEqual(items.slice(0, 4));
    const unknown = readTimeline(db(), { learner, course, attempt: 3 });
    await expect(unknown).rejects.toMatchObject({ code: "enrollment_not_found" });
  });

  test("a timeline that grows is continued from its cursor without a gap", async () => {
    const { course, learner, lesson } = await newCourse(db(), ["a", "b"]);
    await completeLesson(db(), { learner, lesson: lesson("a") });
    const { next, items } = await readTimeline(db(), { learner, course, limit: 2 });
    expect(items).toHaveLength(2);
    const empty = await readTimeline(db(), { learner, course, limit: 2, after: next ?? "" });
    expect(empty).toEqual({ items: [], next: null });
    await completeLesson(db(), { learner, lesson: lesson("b") });
    const more = await readTimeline(db(), { learner, course, after: next ?? "" });
    expect(more.items.map(({ type }) => type)).toEqual(["lesson.completed", "course.completed"]);
  });

  const course = "tampered";
  const lists: Record<string, (page: PageRequest) => Promise<Page<unknown>>> = {
    listCourses: (page) => listCourses(db(), page),
    listLearnerCourses: (page) => listLearnerCourses(db(), { learner: "tamperer", ...page }),
    readTimeline: (page) => readTimeline(db(), { learner: "tamperer", course, ...page }),
    listOutlineChanges: (page) => listOutlineChanges(db(), { course, ...page }),
    listGroups: (page) => listGroups(db(), page),
    listGroupMembers: (page) => listGroupMembers(db(), { group: "tampered", ...page }),
    exportLearners: (page) => exportLearners(db(), page),
    exportGroupMembers: (page) => exportGroupMembers(db(), page),
    exportEnrollments: (page) => exportEnrollments(db(), { course, outlineVersion: 1, ...page }),
    exportEvents: (page) => exportEvents(db(), { course, outlineVersion: null, ...page }),
  };

  /** Those where any other text may be an id. */
  const byId = ["listCourses", "listGroups"];

  test.each(Object.keys(lists))("%s refuses a cursor that no page answered", async (name) => {
    await putGroup(db(), { group: "tampered", name: "T" });
    await putOutline(db(), { course, title: "T", lessons: [] });
    await enroll(db(), { learner: "tamperer", course });
    const tampered = [
      "",
      "!",
      "bm90IGpzb24",
      cursor(),
      cursor(1),
      cursor(null),
      cursor("", ""),
      cursor("a\u0000b"),
      cursor("x".repeat(256)),
      cursor("1", "2", "3"),
      cursor("-1", "1"),
      cursor("1", "1; drop table learner"),
      cursor("2026-13-45T99:99:99.999Z", "1"),
      cursor("0000-01-01T00:00:00.000Z", "1"),
      cursor("99999", "1"),
      ...(byId.includes(name) ? [] : [cursor("9".repeat(19))]),
      Buffer.from('{"0":"1","length":1}').toString("base64url"),
    ];
    for (const after of tampered) {
      await expect(lists[name]?.({ after }), after).rejects.toMatchObject({
        code: "cursor_invalid",
      });
    }
  });

  test.each(Object.keys(lists))("%s takes 1 to 1,000 rows a page", async (name) => {
    for (const limit of [0, -1, 1.5, 1001, Number.NaN, Number.POSITIVE_INFINITY]) {
      await expect(lists[name]?.({ limit }), String(limit)).rejects.toMatchObject({
        code: "limit_out_of_range",
        subject: { limit: String(limit) },
      });
    }
    await putGroup(db(), { group: "tampered", name: "T" });
    for (const limit of [1, 1000]) expect(await lists[name]?.({ limit })).toHaveProperty("items");
  });
});
