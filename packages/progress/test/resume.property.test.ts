import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ResumeCourse, type ResumeLesson, resume } from "../src/index.ts";
import { at, now } from "./outline.ts";

const ids = ["a", "b", "c", "d", "e", "f", "g"];
// Few minutes, so that equal instants are common; the present is minute 100.
const minute = fc.constantFrom(1, 2, 3, 99, 100, 101, 200).map(at);
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 1 });
const anId = fc.constantFrom(...ids);

const lesson = (id: string, position: number): fc.Arbitrary<ResumeLesson> =>
  fc
    .record({
      required: fc.boolean(),
      view: sometimes(minute),
      completedAt: sometimes(minute),
      retiredAt: fc.option(minute, { nil: null, freq: 3 }),
      replacedBy: sometimes(anId),
      opensAt: sometimes(minute),
      blockedBy: fc.array(anId, { maxLength: 2 }),
    })
    .map(({ view, ...rest }) => {
      const lastViewedAt = view ?? rest.completedAt;
      return { ...rest, id, position, lastViewedAt, viewed: lastViewedAt !== null };
    });

const course: fc.Arbitrary<ResumeCourse> = fc.record({
  completedAt: fc.option(minute, { nil: null, freq: 1 }),
  lastViewedLesson: sometimes(anId),
  lessons: fc
    .integer({ min: 0, max: ids.length })
    .chain((count) => fc.tuple(...ids.slice(0, count).map(lesson))),
});

function isTarget(id: string, { lessons }: ResumeCourse): boolean {
  const target = lessons.find((candidate) => candidate.id === id);
  if (target === undefined || target.retiredAt || target.completedAt !== null) return false;
  const opens = target.opensAt instanceof Date ? target.opensAt : now;
  const met = (target.blockedBy ?? []).every((prerequisite) => {
    const found = lessons.find((candidate) => candidate.id === prerequisite);
    return found !== undefined && Boolean(found.completedAt || found.retiredAt);
  });
  return opens.getTime() <= now.getTime() && met;
}

describe("resume, of any attempt,", () => {
  test("never leads to a lesson that is closed, completed or retired", () => {
    fc.assert(
      fc.property(course, (given) => {
        const { lesson: target, alternatives } = resume(given, { now });
        const led = target === null ? alternatives : [target, ...alternatives];
        expect(led.filter((id) => !isTarget(id, given))).toEqual([]);
        expect(new Set(led).size).toBe(led.length);
      }),
      { numRuns: 2000 },
    );
  });

  test("is the same for server and browser, in whatever order the lessons come", () => {
    const shuffled = course.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray([...given.lessons], { minLength: given.lessons.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([given, lessons]) => {
        const fromJson = JSON.parse(JSON.stringify({ ...given, lessons }));
        expect(resume(fromJson, { now })).toEqual(resume(given, { now }));
      }),
      { numRuns: 1000 },
    );
  });

  test("leads on as long as a required lesson is open, and waits only where none is", () => {
    fc.assert(
      fc.property(course, (given) => {
        const { mode } = resume(given, { now });
        const open = given.lessons.some((l) => l.required && isTarget(l.id, given));
        if (open) expect(["start", "continue"]).toContain(mode);
        if (given.completedAt !== null) expect(["review", "continue"]).toContain(mode);
      }),
      { numRuns: 1000 },
    );
  });
});
