import { z } from "@hono/zod-openapi";
import { reportActivityByCourse, reportDeadlines, reportOverview } from "@milepost/engine";
import { operation } from "../../http/operation.ts";
import { deadlinesReport, overviewReport } from "../../schemas/reports/overview.ts";
import {
  activityByCourseQuery,
  deadlinesQuery,
  windowAloneQuery,
} from "../../schemas/reports/query.ts";
import { courseActivityPage } from "../../schemas/reports/times.ts";
import { groupRefusals } from "./groupRefusals.ts";
import { reportRoute } from "./reportRoute.ts";

const refusals = ["id_out_of_range", "time_out_of_range", ...groupRefusals] as const;

/** Reports across courses. */
export const overviewReportOperations = [
  operation({
    ...reportRoute,
    path: "/v1/reports/overview",
    operationId: "reportOverview",
    summary: "Report what needs attention today, over all courses",
    description:
      "The sums of the other reports at the same instant, and the course or lesson where most of " +
      "each is.",
    params: z.object({}),
    query: windowAloneQuery,
    answer: overviewReport,
    statuses: { 200: "The overview." },
    refusals,
    async handle({ db, scope, query }) {
      return { body: await reportOverview(db, query, scope) };
    },
  }),
  operation({
    ...reportRoute,
    path: "/v1/reports/deadlines",
    operationId: "reportDeadlines",
    summary: "Report how deadlines are kept: overdue by age, due by day, on time by month",
    params: z.object({}),
    query: deadlinesQuery,
    answer: deadlinesReport,
    statuses: { 200: "The deadlines." },
    refusals: ["course_not_found", ...refusals],
    async handle({ db, scope, query }) {
      return { body: await reportDeadlines(db, query, scope) };
    },
  }),
  operation({
    ...reportRoute,
    path: "/v1/reports/activity",
    operationId: "reportActivityByCourse",
    summary: "Report the last weeks or months of every course, a row each",
    description: "By course id. What the activity of each course says, of as many periods for all.",
    params: z.object({}),
    query: activityByCourseQuery,
    answer: courseActivityPage,
    csv: "activity-by-course",
    statuses: { 200: "A page of courses." },
    refusals: ["cursor_invalid", "limit_out_of_range", ...refusals],
    async handle({ db, scope, query }) {
      return { body: await reportActivityByCourse(db, query, scope) };
    },
  }),
];
