import { z } from "@hono/zod-openapi";
import { ledgerEntryTypes } from "@milepost/engine";
import { courseId, learnerId, lessonId } from "./ids.ts";
import { instant, nullableInstant } from "./instant.ts";

export const percentage = z.number().nullable().openapi({
  minimum: 0,
  maximum: 100,
  example: 50,
  description: "0–100, truncated to two decimals; null where no lesson is required.",
});

const progressFields = {
  learner: learnerId,
  course: courseId,
  attempt: z.int().openapi({ example: 1 }),
  completedLessons: z.int().openapi({ example: 1 }),
  totalLessons: z.int().openapi({ example: 2 }),
  progressPercentage: percentage,
  firstViewedAt: nullableInstant,
  lastViewedAt: nullableInstant,
  completedAt: nullableInstant,
  eligibleForCertificate: z.boolean(),
};

export const courseProgress = z.object(progressFields).openapi("CourseProgress");

// As a union: `nullable()` of a named schema would make every use of the name nullable.
const due = z.union([
  z
    .object({
      at: instant,
      originalAt: instant,
      timeZone: z.string().nullable(),
      overdue: z.boolean(),
    })
    .openapi("DueState"),
  z.null(),
]);

const lessonRecord = {
  viewed: z.boolean(),
  firstViewedAt: nullableInstant,
  lastViewedAt: nullableInstant,
  completedAt: nullableInstant,
};

export const factAnswer = z
  .object({
    status: z.enum(["recorded", "unchanged"]).openapi("Outcome", {
      description: "`unchanged`: the fact was already there.",
    }),
    clamped: z
      .literal(true)
      .optional()
      .openapi({ description: "Where `at` was ahead of our clock: it was taken as now." }),
    lesson: z.object({ id: lessonId, ...lessonRecord }).openapi("LessonRecord"),
    progress: courseProgress,
  })
  .openapi("FactAnswer");

const resume = z
  .object({
    mode: z.enum(["start", "continue", "review", "waiting", "optional"]),
    lesson: z.string().nullable(),
    reason: z.enum(["new", "unfinished", "next", "skipped", "retired", "new-content", "completed"]),
  })
  .openapi("Resume", { description: "Where the learner goes on, and why there." });

const lessonState = {
  id: lessonId,
  title: z.string().openapi({ example: "Why fires start" }),
  section: z.string().nullable().openapi({ example: "Basics" }),
  position: z.int(),
  required: z.boolean(),
  ...lessonRecord,
  publishedAt: instant.openapi({ description: "When it became part of the outline." }),
  dueAt: nullableInstant,
};

export const courseProgressPage = z
  .object({
    ...progressFields,
    title: z.string().openapi({ example: "Fire safety 2026", description: "Of the course." }),
    enrolledAt: instant,
    withdrawnAt: nullableInstant,
    exemptedAt: nullableInstant,
    outlineVersion: z.int(),
    completedOutlineVersion: z.int().nullable(),
    due,
    lessons: z
      .array(z.object(lessonState).openapi("LessonState"))
      .openapi({ description: "The current outline, in order." }),
    retiredLessons: z
      .array(
        z
          .object({ ...lessonState, retiredAt: instant, replacedBy: z.string().nullable() })
          .openapi("RetiredLessonState"),
      )
      .openapi({
        description:
          "Lessons no longer in the outline that this attempt touched or that were replaced.",
      }),
    lastViewedLesson: z.string().nullable().openapi({ description: "May be a retired one." }),
    resume,
    missing: z.array(z.string()).openapi({ description: "Ids of the lessons still required." }),
  })
  .openapi("CourseProgressPage");

export const learnerCourse = z
  .object({
    ...progressFields,
    title: z.string().openapi({ example: "Fire safety 2026" }),
    enrolledAt: instant,
    withdrawnAt: nullableInstant,
    exemptedAt: nullableInstant,
    due,
  })
  .openapi("LearnerCourse");

const namedLesson = z.object({
  lesson: lessonId,
  title: z.string().openapi({ example: "Why fires start" }),
});

export const explanation = z
  .object({
    learner: learnerId,
    course: courseId,
    attempt: z.int(),
    outlineVersion: z.int().openapi({ description: "The version that is counted against." }),
    progressPercentage: percentage,
    numerator: z.array(namedLesson.extend({ completedAt: instant })),
    denominator: z.array(namedLesson),
    missing: z.array(namedLesson),
    notCounted: z.array(
      namedLesson.extend({
        completedAt: instant,
        reason: z.enum(["optional", "retired", "added-later"]),
      }),
    ),
  })
  .openapi("Explanation");

export const ledgerEntry = z
  .object({
    id: z.string(),
    type: z.enum(ledgerEntryTypes).openapi("LedgerEntryType", { example: "lesson.completed" }),
    attempt: z.int().nullable(),
    lesson: z.string().nullable(),
    occurredAt: instant,
    receivedAt: instant,
    source: z.string().nullable(),
    actor: z.string().nullable(),
    eventId: z.string().nullable(),
    outlineVersion: z.int().nullable(),
    reason: z.string().nullable(),
    data: z
      .record(z.string(), z.unknown())
      .nullable()
      .openapi({ description: "What the type adds, such as the old and the new deadline." }),
  })
  .openapi("LedgerEntry");
