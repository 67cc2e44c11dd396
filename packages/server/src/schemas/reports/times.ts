import { z } from "@hono/zod-openapi";
import { courseId } from "../ids.ts";
import { page } from "../page.ts";
import { count, curve, rate, reportHead, wholeDays, windowedHead } from "./fields.ts";

const reached = rate.openapi({ description: "Share completed at the end of the curve." });

export const timeToComplete = z
  .object({
    ...windowedHead,
    course: courseId,
    from: z.enum(["firstAccess", "enrolled"]),
    n: count.openapi({ description: "completed + censored + withdrawn." }),
    completed: count,
    censored: count.openapi({ description: "Still going." }),
    withdrawn: count,
    curve,
    shownThroughDay: wholeDays.openapi({
      description: "Last day of the curve with ten or more at risk.",
    }),
    p50Days: wholeDays.openapi({ description: "Null where the curve never gets there." }),
    p75Days: wholeDays,
    p90Days: wholeDays,
    reached,
    finishers: z
      .object({
        n: count,
        p50Days: wholeDays,
        p90Days: wholeDays,
        meanDays: z.number().nullable().openapi({ example: 5.3 }),
      })
      .openapi("Finishers", {
        description:
          "Of those who completed alone, however young the attempts: it leaves out everyone " +
          "still going, and flatters a young course. The quantiles of the curve do not.",
      }),
  })
  .openapi("TimeToComplete");

const by = z.enum(["week", "month"]);
const firstDay = z.iso.date().openapi({ example: "2026-02-23" });
const periodName = z.string().openapi({ example: "2026-W09" });

export const cohortsReport = z
  .object({
    ...reportHead,
    course: courseId,
    by,
    items: z
      .array(
        z
          .object({
            cohort: periodName,
            from: firstDay,
            enrolled: count,
            exempt: count,
            withdrawn: count,
            completed: count,
            inProgress: count,
            notStarted: count,
            completionRate: rate.openapi({ description: "completed ÷ (enrolled − exempt)." }),
            low: rate,
            high: rate,
            p50Days: wholeDays.openapi({ description: "From enrollment." }),
            reached,
            curve,
          })
          .openapi("CohortReport"),
      )
      .openapi({ description: "Those who enrolled in each period, oldest first." }),
  })
  .openapi("CohortsReport");

const activity = z
  .object({
    period: periodName,
    from: firstDay,
    enrollments: count,
    starts: count.openapi({ description: "First accesses." }),
    completions: count,
    complete: z.boolean().openapi({ description: "False while the period is running." }),
  })
  .openapi("PeriodActivity");

export const activityReport = z
  .object({
    ...windowedHead,
    course: courseId,
    by,
    items: z.array(activity).openapi({
      description:
        "Oldest first, from the first with anything in it through the present one, and each to " +
        "come with something in it.",
    }),
  })
  .openapi("ActivityReport");

export const courseActivityPage = page(
  "CourseActivityPage",
  z
    .object({
      course: courseId,
      title: z.string().openapi({ example: "Fire safety 2026" }),
      periods: z.array(activity).openapi({
        description:
          "Oldest first: the full ones that were asked for, and the one that is running.",
      }),
    })
    .openapi("CourseActivity"),
).extend({ ...windowedHead, by });
