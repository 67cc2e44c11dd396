import { z } from "@hono/zod-openapi";
import { courseId, lessonId } from "../ids.ts";
import { page } from "../page.ts";
import { count, rate, wholeDays, windowedHead } from "./fields.ts";

const title = z.string().openapi({ example: "Fire safety 2026" });

const courseFields = {
  course: courseId,
  title,
  enrolled: count.openapi({
    description: "Current attempts, without those withdrawn within a day of enrollment.",
  }),
  exempt: count,
  withdrawn: count,
  notStarted: count,
  inProgress: count.openapi({ description: "Begun, not overdue, active in the last seven days." }),
  stalled: count.openapi({ description: "Begun, not overdue, silent for longer." }),
  overdue: count,
  completed: count,
  completedLate: count.openapi({ description: "Of `completed`, those after their deadline." }),
  completionRate: rate.openapi({ description: "completed ÷ (enrolled − exempt)." }),
  medianDays: wholeDays.openapi({
    description: "Days from first access by which half had completed; null where half have not.",
  }),
  overdueLearners: count,
  worstLesson: z.string().nullable().openapi({
    example: "fs-2",
    description: "Id of the lesson at which most leave the course, by the rate's lower bound.",
  }),
};

const interval = { rate, low: rate, high: rate };

const matured = z
  .object({
    days: z.int().openapi({ example: 30 }),
    n: count.openapi({ description: "Attempts that are at least `days` old." }),
    immature: count,
    completed: count.openapi({ description: "Within `days` of enrollment." }),
    ...interval,
  })
  .openapi("MaturedRate");

export const courseReportPage = page(
  "CourseReportPage",
  z
    .object({
      ...courseFields,
      matured: matured
        .optional()
        .openapi({ description: "There where `maturedDays` asked for it." }),
    })
    .openapi("CourseReport"),
).extend(windowedHead);

const onTime = z
  .object({
    due: count.openapi({ description: "Attempts whose deadline has come." }),
    onTime: count,
    ...interval,
  })
  .openapi("OnTimeRate");

/** One course in full. */
export const courseReport = z
  .object({
    ...windowedHead,
    ...courseFields,
    outlineVersion: z.int(),
    totalLessons: z.int(),
    completionRateLow: rate.openapi({ description: "Of Wilson's 95 % interval, as all here." }),
    completionRateHigh: rate,
    states: z
      .object({
        exempt: count,
        withdrawn: count,
        completedOnTime: count.openapi({ description: "Or without a deadline." }),
        completedLate: count,
        overdue: count,
        active: count,
        stalled: count,
        notStarted: count,
      })
      .openapi("CourseStates", { description: "Each attempt is in one of them." }),
    matured,
    onTime,
    onTimeOriginal: onTime,
  })
  .openapi("CourseReportDetail");

const lesson = z
  .object({
    lesson: lessonId,
    title: z.string().openapi({ example: "Why fires start" }),
    section: z.string().nullable().openapi({ example: "Basics" }),
    required: z.boolean(),
    position: z.int(),
    available: count.openapi({ description: "Attempts that could have viewed it." }),
    viewed: count,
    completed: count,
    viewedNotCompleted: count,
    dropOffRate: rate.openapi({ description: "viewedNotCompleted ÷ viewed." }),
    dropOffRateLow: rate,
    dropOffRateHigh: rate,
    stillActive: count.openapi({ description: "Of `viewedNotCompleted`, as are the next two." }),
    movedOn: count.openapi({ description: "Touched a later lesson." }),
    stoppedHere: count.openapi({ description: "No later lesson, and silent for 14 days." }),
    stoppedHereRate: rate.openapi({ description: "stoppedHere ÷ viewed." }),
    settledDropOffRate: rate.openapi({
      description: "(viewedNotCompleted − stillActive) ÷ (viewed − stillActive).",
    }),
    reachRate: rate.openapi({ description: "viewed ÷ available." }),
    medianSeconds: z
      .int()
      .nullable()
      .openapi({ description: "From first view to completion.", example: 540 }),
  })
  .openapi("LessonReport");

export const lessonsReport = z
  .object({
    ...windowedHead,
    course: courseId,
    items: z.array(lesson).openapi({ description: "The current outline, in order." }),
  })
  .openapi("LessonsReport");
