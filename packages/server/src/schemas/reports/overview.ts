import { z } from "@hono/zod-openapi";
import { courseId, lessonId } from "../ids.ts";
import { nullableInstant } from "../instant.ts";
import { count, rate, windowedHead } from "./fields.ts";

const title = z.string().openapi({ example: "Fire safety 2026" });
const day = z.iso.date().openapi({ example: "2026-02-23" });

const worstLesson = z
  .object({
    course: courseId,
    courseTitle: title,
    lesson: lessonId,
    title: z.string().openapi({ example: "Why fires start" }),
    stoppedHere: count,
    viewed: count,
    stoppedHereRate: rate.openapi({ description: "stoppedHere ÷ viewed." }),
    stoppedHereRateLow: rate.openapi({ description: "Of Wilson's 95 % interval." }),
  })
  .nullable()
  .openapi("WorstLesson", {
    description: "The lesson that most leave their course at, by the lower bound of that rate.",
  });

export const overviewReport = z
  .object({
    ...windowedHead,
    overdue: z
      .object({
        attempts: count,
        attemptsYesterday: count.openapi({
          description:
            "How many were 24 hours before `asOf`, as was known then. Of a group, of its members " +
            "of now.",
        }),
        oldestDueAt: nullableInstant,
        course: z
          .object({ course: courseId, title, overdue: count })
          .nullable()
          .openapi({ description: "The one with most of them." }),
      })
      .openapi("OverviewOverdue"),
    dueSoon: z
      .object({
        days: z.literal(7),
        attempts: count,
        atRisk: count.openapi({ description: "As in the list of whose deadline comes next." }),
      })
      .openapi("OverviewDueSoon"),
    completed: z
      .object({
        days: z.literal(7),
        from: day,
        before: day.openapi({ description: "The day of `asOf`, not counted: it is not over." }),
        attempts: count,
        attemptsPrevious: count.openapi({ description: "In the seven days before `from`." }),
      })
      .openapi("OverviewCompleted", {
        description: "In the last seven full days of the tenant's time zone.",
      }),
    stalled: z
      .object({
        attempts: count,
        course: z
          .object({ course: courseId, title, stalled: count })
          .nullable()
          .openapi({ description: "The one with most of them." }),
      })
      .openapi("OverviewStalled"),
    attention: z.object({ worstLesson }).openapi("OverviewAttention"),
  })
  .openapi("OverviewReport");

export const deadlinesReport = z
  .object({
    ...windowedHead,
    ageing: z
      .object({ days1To7: count, days8To30: count, days31To90: count, daysOver90: count })
      .openapi("OverdueAgeing", {
        description: "Overdue attempts by `daysOverdue`; together all of them.",
      }),
    upcoming: z.array(z.object({ from: day, due: count }).openapi("UpcomingDay")).openapi({
      description:
        "Open attempts that fall due on what is left of today and on each of the 41 days after, " +
        "in the tenant's time zone.",
    }),
    onTime: z
      .array(
        z
          .object({
            month: z.string().openapi({ example: "2026-03" }),
            due: count.openapi({ description: "Attempts whose deadline has come." }),
            onTime: count,
            rate: rate.openapi({ description: "onTime ÷ due, with Wilson's 95 % interval." }),
            low: rate,
            high: rate,
          })
          .openapi("OnTimeMonth"),
      )
      .openapi({
        description:
          "By the month of the deadline in the tenant's time zone: twelve, oldest first, the " +
          "last one still running.",
      }),
  })
  .openapi("DeadlinesReport");
