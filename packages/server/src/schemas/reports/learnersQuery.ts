import { z } from "@hono/zod-openapi";
import { lessonId } from "../ids.ts";
import { pageQuery } from "../page.ts";
import {
  checkWindow,
  completedQuery,
  daysQuery,
  dueQuery,
  timeOrigin,
  windowQuery,
} from "./query.ts";

/** The state of an attempt: the first in this order that applies. */
export const attemptStates = [
  "exempt",
  "withdrawn",
  "completed",
  "overdue",
  "active",
  "stalled",
  "notStarted",
] as const;

const state = z
  .enum(attemptStates)
  .optional()
  .openapi({ description: "Only attempts in this state." });

const segment = z
  .enum(["viewed", "completed", "viewedNotCompleted", "stillActive", "movedOn", "stoppedHere"])
  .optional()
  .openapi({
    default: "viewed",
    description: "Only those of whom the lesson's report says so. Needs `lesson`.",
  });

/** Which learners of a course, and in what order. */
export const learnersQuery = pageQuery
  .extend(windowQuery.shape)
  .extend(dueQuery.shape)
  .extend(daysQuery("those who completed, having been at it").shape)
  .extend({
    from: timeOrigin.optional().openapi({
      description:
        "Only those who completed: the finishers of the course's time to complete from here, of " +
        "a group those of who belonged to it when the attempt began. `firstAccess` when omitted " +
        "beside `minDays` or `maxDays`.",
    }),
    state,
    lesson: lessonId.optional().openapi({ description: "Only those of a segment of this lesson." }),
    segment,
    sort: z
      .enum(["progress", "due", "lastActivity", "name"])
      .optional()
      .openapi({
        default: "name",
        description:
          "Who has no deadline has the latest; who has no name, no progress or was never active " +
          "has the least.",
      }),
    order: z.enum(["asc", "desc"]).optional().openapi({ default: "asc" }),
  })
  .superRefine(checkWindow)
  .superRefine(({ lesson, segment }, { addIssue }) => {
    if (segment === undefined || lesson !== undefined) return;
    addIssue({ code: "custom", path: ["segment"], message: "Needs the lesson that it is one of." });
  });

/** Which attempts of all courses. */
export const attemptsQuery = pageQuery
  .extend(windowQuery.shape)
  .extend(dueQuery.shape)
  .extend(completedQuery.shape)
  .extend({ state })
  .superRefine(checkWindow);
