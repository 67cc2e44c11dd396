import fc from "fast-check";
import type { ModelEvent } from "./ProgressModel.ts";

/** The courses of a model run, with the lessons they choose their outlines from. */
export const modelCourses = [
  { course: "open", enrollment: "open", lessons: ["a", "b", "c", "d"] },
  { course: "other", enrollment: "open", lessons: ["m", "n"] },
  { course: "closed", enrollment: "required", lessons: ["x", "y"] },
] as const;
export const modelLearners = ["ada", "bo", "cy"];

/** One act on courses and attempts; each happens ten minutes after the one before. */
export type ModelStep =
  | { readonly act: "fact"; readonly event: ModelEvent }
  | { readonly act: "batch"; readonly events: readonly ModelEvent[] }
  | {
      readonly act: "edit";
      readonly course: string;
      readonly names: readonly string[];
      /** 0: the attempts follow by recounts, if there are any before the end. */
      readonly recountAtOnce?: number | undefined;
    }
  | { readonly act: "recount"; readonly limit: number }
  | {
      readonly act: "enroll" | "withdraw" | "exempt" | "reinstate";
      readonly learner: string;
      course: string;
    }
  | { readonly act: "retake"; readonly learner: string; course: string; force: boolean };

const learner = fc.constantFrom(...modelLearners);
const course = fc.constantFrom("open", "open", "open", "other", "closed");

/** Some before the calendar starts, some ahead of the clock, some too old, often the same again. */
const minute = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 8 }).map((n) => n * 10) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 }).map((n) => n * 10) },
  { weight: 1, arbitrary: fc.constantFrom(-100, 10_000) },
  { weight: 1, arbitrary: fc.constantFrom(-13_773_000, -14_000_000) },
);

export const modelEvents: fc.Arbitrary<ModelEvent> = fc.record(
  {
    type: fc.constantFrom("lesson.viewed", "lesson.completed", "lesson.completed"),
    learner,
    lesson: fc.constantFrom(..."aabbccddmmnxy", "unknown"),
    at: minute,
    eventId: fc.constantFrom("e1", "e2", "e3", "e4", undefined, undefined, undefined, undefined),
  },
  { requiredKeys: ["type", "learner", "lesson"] },
);

const edits = fc
  .constantFrom(...modelCourses, modelCourses[0], modelCourses[0])
  .chain(({ course: edited, lessons }) =>
    fc.shuffledSubarray([...lessons]).chain((some) =>
      fc.record({
        act: fc.constant("edit" as const),
        course: fc.constant(edited),
        names: fc.tuple(...some.map((name) => fc.constantFrom(name, name, `${name}?`))),
        recountAtOnce: fc.constantFrom(undefined, 0, 0),
      }),
    ),
  );

export const modelSteps: fc.Arbitrary<ModelStep> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ act: fc.constant("fact"), event: modelEvents }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant("batch"),
      events: fc.array(modelEvents, { maxLength: 12, size: "max" }),
    }),
  },
  { weight: 3, arbitrary: edits },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant("recount"),
      limit: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom("enroll", "withdraw", "exempt", "exempt", "reinstate", "reinstate"),
      learner,
      course,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant("retake"), learner, course, force: fc.boolean() }),
  },
);
