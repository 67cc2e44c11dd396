import { expect, test } from "vitest";
import { demoCourses } from "../src/courses/demoCourses.ts";

test.each(demoCourses)("$id has 8 to 24 lessons, sections and something optional", (course) => {
  for (const { lessons } of course.outlines) {
    expect(lessons.length).toBeGreaterThanOrEqual(8);
    expect(lessons.length).toBeLessThanOrEqual(24);
    expect(new Set(lessons.map(({ section }) => section)).size).toBeGreaterThan(1);
    expect(lessons.some(({ required }) => !required)).toBe(true);
  }
  expect(course.outlines[0].from).toBe(0);
});

test("no lesson id stands in two courses, or twice in an outline", () => {
  const owner = new Map<string, string>();
  for (const { id, outlines } of demoCourses) {
    for (const { lessons } of outlines) {
      expect(new Set(lessons.map((lesson) => lesson.id)).size).toBe(lessons.length);
      for (const lesson of lessons) {
        expect(owner.get(lesson.id) ?? id).toBe(id);
        owner.set(lesson.id, id);
      }
    }
  }
});

test("the lessons of a section stand together", () => {
  for (const { outlines } of demoCourses) {
    for (const { lessons } of outlines) {
      const heads = lessons.filter((lesson, i) => lesson.section !== lessons[i - 1]?.section);
      expect(heads.length).toBe(new Set(lessons.map(({ section }) => section)).size);
    }
  }
});

test("one course takes enrolled learners only, to a deadline; one is taken every year", () => {
  const required = demoCourses.filter(({ enrollment }) => enrollment === "required");
  expect(required.map(({ deadline }) => deadline?.kind)).toEqual(["onDate"]);
  expect(demoCourses.filter(({ renewalDays }) => renewalDays !== null)).toHaveLength(1);
  const kinds = new Set(demoCourses.map(({ deadline }) => deadline?.kind));
  expect(kinds).toEqual(new Set(["afterDays", "onDate", "at", undefined]));
});

test("one outline is edited midway: a lesson added, retired for another, renamed, moved", () => {
  const [edited] = demoCourses.filter(({ outlines }) => outlines.length > 1);
  const [before, after] = edited?.outlines ?? [];
  if (!before || !after) throw new Error("No course is edited.");
  const ids = (outline: typeof before) => outline.lessons.map(({ id }) => id);
  const retired = ids(before).filter((id) => !ids(after).includes(id));
  const added = ids(after).filter((id) => !ids(before).includes(id));
  const stayed = ids(before).filter((id) => ids(after).includes(id));
  const titles = new Map(after.lessons.map(({ id, title }) => [id, title]));

  expect(after.replacedBy).toEqual({ [String(retired[0])]: "ln-search" });
  expect(retired).toHaveLength(1);
  expect(added).toEqual(["ln-search", "ln-suggested-replies"]);
  expect(ids(after).filter((id) => stayed.includes(id))).not.toEqual(stayed);
  expect(
    before.lessons.filter(({ id, title }) => titles.has(id) && titles.get(id) !== title),
  ).toHaveLength(1);
});
