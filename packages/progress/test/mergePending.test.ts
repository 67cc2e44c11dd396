import { describe, expect, test } from "vitest";
import {
  type PendableLesson as Lesson,
  mergePending,
  type PendableCourse,
  type PendingFact,
} from "../src/index.ts";

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 1, 9, minutes)).toISOString();
const untouched = {
  required: true,
  viewed: false,
  firstViewedAt: null,
  lastViewedAt: null,
  completedAt: null,
};
const lesson = (id: string, more: object = {}) => ({ ...untouched, id, ...more }) as Lesson;
const done = (id: string, minutes: number) => {
  const times = { firstViewedAt: at(minutes), lastViewedAt: at(minutes) };
  return lesson(id, { ...times, viewed: true, completedAt: at(minutes) });
};
const course = (...lessons: Lesson[]): PendableCourse<Lesson> => ({
  completedAt: null,
  completedLessons: lessons.filter((l) => l.required && l.completedAt !== null).length,
  totalLessons: lessons.filter(({ required }) => required).length,
  lessons,
});
const fact = (
  type: "viewed" | "completed",
  id: string,
  minutes: number,
  confirmed = false,
): PendingFact => ({ type: `lesson.${type}`, lesson: id, at: at(minutes), confirmed });

describe("merging what is on its way into the server's page", () => {
  test("nothing on its way leaves the page as it is", () => {
    const merged = mergePending(course(done("a", 1), lesson("b")), []);
    expect(merged).toMatchObject({ confirmed: 1, pending: 0, total: 2, lastViewedLesson: null });
    expect(merged.lessons.map(({ pending }) => pending)).toEqual([false, false]);
  });

  test("a completion on its way is counted apart from those the server has", () => {
    const merged = mergePending(course(done("a", 1), lesson("b")), [fact("completed", "b", 5)]);
    expect(merged).toMatchObject({ confirmed: 1, pending: 1, lastViewedLesson: "b" });
    expect(merged.lessons[1]).toMatchObject({
      pending: true,
      viewed: true,
      firstViewedAt: at(5),
      lastViewedAt: at(5),
      completedAt: at(5),
    });
  });

  test("once the server answered it counts as confirmed, before the page shows it", () => {
    const facts = [fact("completed", "b", 5, true)];
    const merged = mergePending(course(done("a", 1), lesson("b")), facts);
    expect(merged).toMatchObject({ confirmed: 2, pending: 0 });
    expect(merged.lessons[1]?.pending).toBe(false);
  });

  test("the completion sent first wins, the server's before any", () => {
    const both = [fact("completed", "b", 7), fact("completed", "b", 5)];
    expect(mergePending(course(lesson("b")), both).lessons[0]?.completedAt).toBe(at(7));
    const late = mergePending(course(done("b", 9)), [fact("completed", "b", 5)]);
    expect(late.lessons[0]).toMatchObject({ completedAt: at(9), pending: false });
    expect(late).toMatchObject({ confirmed: 1, pending: 0 });
  });

  test("the first view is the earliest and the last the latest, in whatever order", () => {
    const facts = [fact("viewed", "b", 9), fact("viewed", "b", 2), fact("viewed", "b", 4)];
    const viewed = lesson("b", { viewed: true, firstViewedAt: at(3), lastViewedAt: at(8) });
    const [merged] = mergePending(course(viewed), facts).lessons;
    expect(merged).toMatchObject({ firstViewedAt: at(2), lastViewedAt: at(9), pending: false });
  });

  test("an optional lesson is shown as completed and counts for nothing", () => {
    const optional = course(lesson("a"), lesson("x", { required: false }));
    const merged = mergePending(optional, [fact("completed", "x", 5)]);
    expect(merged).toMatchObject({ confirmed: 0, pending: 0, total: 1 });
    expect(merged.lessons[1]?.pending).toBe(true);
  });

  test("facts add nothing to the counts of a complete attempt", () => {
    const complete = { ...course(done("a", 1), lesson("new")), completedAt: at(1) };
    const kept = { ...complete, completedLessons: 1, totalLessons: 1 };
    const merged = mergePending(kept, [fact("completed", "new", 5)]);
    expect(merged).toMatchObject({ confirmed: 1, pending: 0, total: 1 });
    expect(merged.lessons[1]?.completedAt).toBe(at(5));
  });

  test("facts of lessons that the page does not have are left out", () => {
    const merged = mergePending(course(lesson("a")), [fact("completed", "gone", 5)]);
    expect(merged).toMatchObject({ confirmed: 0, pending: 0, lastViewedLesson: null });
  });

  test("a view on its way older than the server's newest is not the last viewed", () => {
    const seen = lesson("a", { viewed: true, firstViewedAt: at(8), lastViewedAt: at(8) });
    const merged = mergePending(course(seen, lesson("b")), [fact("viewed", "b", 5)]);
    expect(merged.lastViewedLesson).toBe(null);
  });

  test("text that is no instant is refused", () => {
    const facts: PendingFact[] = [{ ...fact("viewed", "a", 1), at: "2026-03-01" }];
    const seen = lesson("a", { viewed: true, firstViewedAt: at(8), lastViewedAt: at(8) });
    expect(() => mergePending(course(seen), facts)).toThrow(RangeError);
  });
});
