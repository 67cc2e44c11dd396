import { z } from "@hono/zod-openapi";
import { courseId } from "../ids.ts";
import { instant, nullableInstant } from "../instant.ts";
import { page } from "../page.ts";
import { percentage } from "../progress.ts";
import { count, windowedHead } from "./fields.ts";
import { attemptStates } from "./learnersQuery.ts";

const who = {
  learner: z.string().nullable().openapi({ example: "ada", description: "Null once erased." }),
  name: z.string().nullable().openapi({ example: "Ada Lovelace" }),
};
const timeZone = z.string().nullable().openapi({ example: "Europe/Berlin" });
const total = count.openapi({ description: "All that match, not just those of the page." });
const seconds = z.int().openapi({ example: 86_400 });

/** How far an attempt is. */
const far = {
  state: z.enum(attemptStates),
  completedLessons: z.int(),
  totalLessons: z.int(),
  progressPercentage: percentage,
  enrolledAt: instant,
  firstViewedAt: nullableInstant,
  lastActivityAt: nullableInstant,
  dueAt: nullableInstant,
  timeZone,
};

export const courseLearnerPage = page(
  "CourseLearnerPage",
  z
    .object({
      ...who,
      attempt: z.int().openapi({ example: 1 }),
      ...far,
      completedAt: nullableInstant,
      withdrawnAt: nullableInstant,
      exemptedAt: nullableInstant,
      currentLesson: z
        .string()
        .nullable()
        .openapi({ example: "fs-2", description: "The lesson viewed last." }),
      lessonFirstViewedAt: nullableInstant,
      lessonLastViewedAt: nullableInstant,
      lessonCompletedAt: nullableInstant,
    })
    .openapi("CourseLearner", {
      description: "A current attempt; the last three fields are of the `lesson` asked for.",
    }),
).extend({ ...windowedHead, course: courseId });

const where = {
  course: courseId,
  courseTitle: z.string().openapi({ example: "Fire safety 2026" }),
  attempt: z.int().openapi({ example: 1 }),
};

export const attemptPage = page(
  "AttemptPage",
  z
    .object({ ...who, ...where, ...far, completedAt: nullableInstant })
    .openapi("ListedAttempt", { description: "A current attempt, whichever course it is at." }),
).extend({
  ...windowedHead,
  order: z.enum(["completed", "due", "lastActivity"]).openapi({
    description:
      "Completed: newest first. Due: soonest first. Last activity: longest ago first, never " +
      "before that.",
  }),
  total: count.openapi({ description: "All that match, counted on the first page." }),
});

const due = { ...who, ...where, dueAt: instant };
const standing = { progressPercentage: percentage, lastActivityAt: nullableInstant };

export const overduePage = page(
  "OverduePage",
  z
    .object({
      ...due,
      originalDueAt: instant,
      timeZone,
      daysOverdue: z.int().openapi({
        minimum: 1,
        example: 3,
        description:
          "The day begun counted whole: by the calendar of `timeZone`, of 24 hours without one.",
      }),
      ...standing,
    })
    .openapi("OverdueAttempt"),
).extend({ ...windowedHead, total });

export const dueNextPage = page(
  "DueNextPage",
  z
    .object({
      ...due,
      timeZone,
      lessonsLeft: z.int().openapi({ example: 2 }),
      started: z.boolean(),
      secondsPerLesson: seconds
        .nullable()
        .openapi({ description: "A median by the calendar; null while nobody has completed one." }),
      secondsLeft: seconds.openapi({ description: "Until the deadline." }),
      secondsNeeded: seconds.nullable().openapi({ description: "lessonsLeft × secondsPerLesson." }),
      atRisk: z.boolean().openapi({ description: "Not started, or secondsNeeded > secondsLeft." }),
      ...standing,
    })
    .openapi("DueAttempt"),
).extend({ ...windowedHead, days: z.int().openapi({ example: 14 }), total });
