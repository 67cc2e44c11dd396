import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { listOutlineChanges } from "../src/listOutlineChanges.ts";
import { putOutline } from "../src/putOutline.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { readOutline } from "../src/readOutline.ts";
import { recordView } from "../src/recordView.ts";
import { at } from "./support/at.ts";
import { newCourse } from "./support/newCourse.ts";
import { outlineLessons } from "./support/outlineLessons.ts";

const unchanged = {
  added: [],
  retired: [],
  moved: [],
  renamed: [],
  requirementChanged: [],
  dueChanged: [],
};

describe.each(databaseKinds)("outlines on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  test("the first outline creates the course, and every lesson of it is added", async () => {
    const saved = await putOutline(
      db(),
      {
        course: "fs",
        title: "Fire safety",
        lessons: [
          { id: "fs-1", title: "Why fires start", section: "Basics" },
          { id: "fs-2", title: "Extinguishers", required: false, dueAt: at(60) },
        ],
      },
      { now: at(0) },
    );
    const lessons = [
      {
        id: "fs-1",
        title: "Why fires start",
        section: "Basics",
        required: true,
        position: 1,
        publishedAt: at(0),
        dueAt: null,
      },
      {
        id: "fs-2",
        title: "Extinguishers",
        section: null,
        required: false,
        position: 2,
        publishedAt: at(0),
        dueAt: at(60),
      },
    ];
    const stored = {
      id: "fs",
      title: "Fire safety",
      enrollment: "open",
      outlineVersion: 1,
      totalLessons: 1,
      lessons,
    };
    const change = { ...unchanged, added: ["fs-1", "fs-2"] };
    expect(saved).toEqual({ ...stored, created: true, change });
    expect(await readOutline(db(), { course: "fs" })).toEqual(stored);
  });

  test("an identical outline changes nothing and keeps the version", async () => {
    const { course, put } = await newCourse(db(), ["a", "b?", "c"]);
    const before = await readOutline(db(), { course });
    const again = await put(["a", "b?", "c"], { now: at(5) });
    expect(again).toEqual({ ...before, created: false, change: unchanged });
    const { items } = await listOutlineChanges(db(), { course });
    expect(items).toHaveLength(1);
  });

  test.each([
    { edit: "adding a lesson", to: ["a", "x", "b", "c"], change: { added: ["x"] }, total: 4 },
    { edit: "retiring a lesson", to: ["a", "c"], change: { retired: ["b"] }, total: 2 },
    {
      edit: "taking the last to the front",
      to: ["c", "a", "b"],
      change: { moved: ["c"] },
      total: 3,
    },
    {
      edit: "taking the first to the end",
      to: ["b", "c", "a"],
      change: { moved: ["a"] },
      total: 3,
    },
    {
      edit: "making a lesson optional",
      to: ["a", "b?", "c"],
      change: { requirementChanged: ["b"] },
      total: 2,
    },
    {
      edit: "all at once",
      to: ["x?", "c?", "a", "y"],
      change: { added: ["x", "y"], retired: ["b"], moved: ["c"], requirementChanged: ["c"] },
      total: 2,
    },
    { edit: "retiring every lesson", to: [], change: { retired: ["a", "b", "c"] }, total: 0 },
  ])("$edit is the change that it says, and a new version", async ({ to, change, total }) => {
    const { lesson, put } = await newCourse(db(), ["a", "b", "c"]);
    const saved = await put(to);
    const expected = Object.entries({ ...unchanged, ...change }).map(([how, names]) => [
      how,
      names.map(lesson),
    ]);
    expect(saved.change).toEqual(Object.fromEntries(expected));
    expect(saved).toMatchObject({ outlineVersion: 2, totalLessons: total });
    expect(saved.lessons.map(({ id }) => id)).toEqual(
      to.map((name) => lesson(name.replace("?", ""))),
    );
    expect(saved.lessons.map(({ position }) => position)).toEqual(to.map((_, n) => n + 1));
  });

  test("turning an outline round moves all lessons but one", async () => {
    const names = Array.from({ length: 40 }, (_, n) => `l${n}`);
    const { put } = await newCourse(db(), names);
    const { change } = await put(names.toReversed());
    expect(change.moved).toHaveLength(39);
  });

  test("a lesson swapped with one far away moves these two, and none between them", async () => {
    const names = Array.from({ length: 40 }, (_, n) => `l${n}`);
    const { lesson, put } = await newCourse(db(), names);
    const swapped = names.map((name) => ({ l3: "l30", l30: "l3" })[name] ?? name);
    const { change } = await put(swapped);
    expect(change.moved).toEqual(["l30", "l3"].map(lesson));
  });

  test("a lesson whose title or section changes is renamed", async () => {
    const { course, lesson } = await newCourse(db(), ["a", "b", "c"]);
    const [a, b, c] = outlineLessons(["a", "b", "c"], lesson);
    if (a === undefined || b === undefined || c === undefined) throw new Error("three lessons");
    const lessons = [{ ...a, title: "Other" }, { ...b, section: "Basics" }, c];
    const saved = await putOutline(db(), { course, title: "A course", lessons });
    expect(saved.change).toEqual({ ...unchanged, renamed: [lesson("a"), lesson("b")] });
    const cleared = [{ ...a, title: "Other" }, b, c];
    const again = await putOutline(db(), { course, title: "A course", lessons: cleared });
    expect(again.change).toEqual({ ...unchanged, renamed: [lesson("b")] });
  });

  test("a lesson's deadline that is set, moved or removed is a change of its own", async () => {
    const { course, lesson } = await newCourse(db(), ["a"]);
    const due = async (dueAt: Date | null) => {
      const lessons = outlineLessons(["a"], lesson).map((one) => ({ ...one, dueAt }));
      return (await putOutline(db(), { course, title: "A course", lessons })).change.dueChanged;
    };
    expect(await due(at(1))).toEqual([lesson("a")]);
    expect(await due(at(1))).toEqual([]);
    expect(await due(at(2))).toEqual([lesson("a")]);
    expect(await due(null)).toEqual([lesson("a")]);
  });

  test("a new title or enrollment policy is a version, a policy left out stays", async () => {
    const { put } = await newCourse(db(), ["a"]);
    expect(await put(["a"], { title: "Other" })).toMatchObject({
      outlineVersion: 2,
      title: "Other",
      change: unchanged,
    });
    const closed = await put(["a"], { title: "Other", enrollment: "required" });
    expect(closed).toMatchObject({ outlineVersion: 3, enrollment: "required" });
    const kept = await put(["a"], { title: "Other" });
    expect(kept).toMatchObject({ outlineVersion: 3, enrollment: "required" });
    const open = await put(["a"], { title: "Other", enrollment: "open" });
    expect(open).toMatchObject({ outlineVersion: 4, enrollment: "open" });
  });

  test("an edit that names another version than the stored one changes nothing", async () => {
    const { course, put } = await newCourse(db(), ["a"]);
    await expect(put(["a", "b"], { ifVersion: 0 })).rejects.toMatchObject({
      code: "outline_version_mismatch",
    });
    await expect(put(["a", "b"], { ifVersion: 2 })).rejects.toMatchObject({
      code: "outline_version_mismatch",
      subject: { course },
    });
    expect((await readOutline(db(), { course })).lessons).toHaveLength(1);
    expect((await put(["a", "b"], { ifVersion: 1 })).outlineVersion).toBe(2);
  });

  test("version 0 names a course that is not there yet", async () => {
    const lessons = outlineLessons(["only-new-1"]);
    const outline = { course: "only-new", title: "New", lessons };
    const wrong = putOutline(db(), { ...outline, ifVersion: 1 });
    await expect(wrong).rejects.toMatchObject({ code: "outline_version_mismatch" });
    expect((await putOutline(db(), { ...outline, ifVersion: 0 })).created).toBe(true);
  });

  test("a lesson that belongs to another course is refused, retired there or not", async () => {
    const mine = await newCourse(db(), ["a"]);
    const theirs = await newCourse(db(), ["b", "c"]);
    await theirs.put(["b"]);
    for (const name of ["b", "c"]) {
      const lessons = outlineLessons([theirs.lesson(name)]);
      for (const course of [mine.course, "not-there-yet"]) {
        await expect(putOutline(db(), { course, title: "T", lessons })).rejects.toMatchObject({
          code: "lesson_of_another_course",
        });
      }
    }
    await expect(readOutline(db(), { course: "not-there-yet" })).rejects.toMatchObject({
      code: "course_not_found",
    });
  });

  test.each([
    { what: "a lesson twice", lessons: ["x", "y", "x"], code: "lesson_repeated" },
    { what: "an empty lesson id", lessons: [""], code: "id_out_of_range" },
    { what: "a lesson id of 256 characters", lessons: ["x".repeat(256)], code: "id_out_of_range" },
    {
      what: "2,001 lessons",
      lessons: Array.from({ length: 2001 }, (_, n) => `many-${n}`),
      code: "outline_too_large",
    },
  ])("an outline with $what is refused", async ({ lessons, code }) => {
    const { course } = await newCourse(db(), ["a"]);
    const outline = { course, title: "A course", lessons: outlineLessons(lessons) };
    await expect(putOutline(db(), outline)).rejects.toMatchObject({ code });
    expect((await readOutline(db(), { course })).outlineVersion).toBe(1);
  });

  test.each([
    { what: "an empty title", change: { title: "" }, code: "text_out_of_range" },
    { what: "a title too long", change: { title: "x".repeat(1001) }, code: "text_out_of_range" },
    { what: "an empty course id", change: { course: "" }, code: "id_out_of_range" },
    {
      what: "an empty lesson title",
      change: { lessons: [{ id: "q", title: "" }] },
      code: "text_out_of_range",
    },
    {
      what: "an empty section",
      change: { lessons: [{ id: "q", title: "Q", section: "" }] },
      code: "text_out_of_range",
    },
    {
      what: "a lesson due before the year 2000",
      change: { lessons: [{ id: "q", title: "Q", dueAt: new Date(0) }] },
      code: "time_out_of_range",
    },
  ])("an outline with $what is refused too", async ({ change, code }) => {
    const outline = { course: "refused", title: "T", lessons: [], ...change };
    await expect(putOutline(db(), outline)).rejects.toMatchObject({ code });
  });

  test("an outline of 2,000 lessons is taken", async () => {
    const names = Array.from({ length: 2000 }, (_, n) => `l${n}`);
    const { course } = await newCourse(db(), names);
    expect((await readOutline(db(), { course })).totalLessons).toBe(2000);
  });

  test("a retired lesson that comes back is added, as first published", async () => {
    const { course, lesson, put } = await newCourse(db(), ["a", "b"]);
    await put(["a"], { now: at(1) });
    const back = await put(["b", "a"], { now: at(2) });
    expect(back.change).toEqual({ ...unchanged, added: [lesson("b")] });
    expect(back.lessons.map(({ publishedAt }) => publishedAt)).toEqual([at(-10_000), at(-10_000)]);
    expect(await readOutline(db(), { course })).toMatchObject({ totalLessons: 2 });
  });

  test("a replacement is kept with the retired lesson until it comes back", async () => {
    const { course, learner, lesson, put } = await newCourse(db(), ["a", "b"]);
    await recordView(db(), { learner, lesson: lesson("a") });
    const replacedBy = { [lesson("a")]: lesson("c") };
    await put(["b", "c"], { replacedBy, now: at(3) });
    const states = async () => (await readCourseProgress(db(), { learner, course })).lessons;
    expect(await states()).toMatchObject([
      { id: lesson("b"), retiredAt: null },
      { id: lesson("c"), retiredAt: null },
      { id: lesson("a"), retiredAt: at(3), replacedBy: lesson("c"), viewed: true },
    ]);
    expect((await put(["b", "c"], { replacedBy })).outlineVersion).toBe(2);
    await put(["a", "b", "c"]);
    expect((await states()).map(({ replacedBy: by }) => by)).toEqual([null, null, null]);
  });

  test.each([
    { what: "of a lesson in the outline", from: "a", to: "b" },
    { what: "of a lesson nobody knows", from: "x", to: "b" },
    { what: "by a lesson nobody knows", from: "c", to: "x" },
    { what: "of a lesson by itself", from: "c", to: "c" },
  ])("a replacement $what is refused", async ({ from, to }) => {
    const { course, lesson, put } = await newCourse(db(), ["a", "b", "c"]);
    const replacedBy = { [lesson(from)]: lesson(to) };
    const edit = put(["a", "b"], { replacedBy });
    await expect(edit).rejects.toMatchObject({ code: "replacement_not_found" });
    expect((await readOutline(db(), { course })).outlineVersion).toBe(1);
  });

  test("the changes of a course come newest first, with the outline after each", async () => {
    const { course, lesson, put } = await newCourse(db(), ["a"]);
    await put(["a", "b"], { now: at(1) });
    await put(["b?"], { now: at(2), replacedBy: { [lesson("a")]: lesson("b") } });
    const first = await listOutlineChanges(db(), { course, limit: 2 });
    expect(first.items).toMatchObject([
      {
        outlineVersion: 3,
        changedAt: at(2),
        totalLessons: 0,
        change: { retired: [lesson("a")], requirementChanged: [lesson("b")] },
        lessons: outlineLessons(["b?"], lesson),
        replacedBy: { [lesson("a")]: lesson("b") },
      },
      { outlineVersion: 2, changedAt: at(1), lessons: outlineLessons(["a", "b"], lesson) },
    ]);
    const rest = await listOutlineChanges(db(), { course, limit: 2, after: first.next ?? "" });
    expect(rest).toMatchObject({ items: [{ outlineVersion: 1 }], next: null });
    await expect(listOutlineChanges(db(), { course: "none" })).rejects.toMatchObject({
      code: "course_not_found",
    });
  });
});
