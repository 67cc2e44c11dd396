import { z } from "@hono/zod-openapi";
import { reportCourse, reportCourses, reportLessons } from "@milepost/engine";
import { operation } from "../../http/operation.ts";
import { coursePath } from "../../schemas/ids.ts";
import { courseReport, courseReportPage, lessonsReport } from "../../schemas/reports/courses.ts";
import { courseListQuery, courseQuery, windowAloneQuery } from "../../schemas/reports/query.ts";
import { groupRefusals } from "./groupRefusals.ts";
import { reportRoute } from "./reportRoute.ts";

const refusals = ["course_not_found", "id_out_of_range", ...groupRefusals] as const;

export const courseReportOperations = [
  operation({
    ...reportRoute,
    path: "/v1/reports/courses",
    operationId: "reportCourses",
    summary: "Report every course, a row each",
    description: "By course id.",
    params: z.object({}),
    query: courseListQuery,
    answer: courseReportPage,
    csv: "courses",
    statuses: { 200: "A page of courses." },
    refusals: [
      ...(["cursor_invalid", "limit_out_of_range", "time_out_of_range"] as const),
      ...(["id_out_of_range", ...groupRefusals] as const),
    ],
    async handle({ db, scope, query }) {
      return { body: await reportCourses(db, query, scope) };
    },
  }),
  operation({
    ...reportRoute,
    path: "/v1/reports/courses/{course}",
    operationId: "reportCourse",
    summary: "Report one course, with states and intervals",
    description:
      "Rates of what is over and of what is not: `matured` counts only attempts that are old " +
      "enough to tell, `onTime` only those that have fallen due.",
    params: coursePath,
    query: courseQuery,
    answer: courseReport,
    csv: "course",
    statuses: { 200: "The course." },
    refusals: [...refusals, "time_out_of_range"],
    async handle({ db, scope, params, query }) {
      return { body: await reportCourse(db, { ...params, ...query }, scope) };
    },
  }),
  operation({
    ...reportRoute,
    path: "/v1/reports/courses/{course}/lessons",
    operationId: "reportLessons",
    summary: "Report where learners drop off, lesson by lesson",
    description:
      "Whoever viewed a lesson and did not complete it is still active there, moved on to a " +
      "later one, or stopped here.",
    params: coursePath,
    query: windowAloneQuery,
    answer: lessonsReport,
    csv: "lessons",
    statuses: { 200: "The lessons." },
    refusals: [...refusals, "time_out_of_range"],
    async handle({ db, scope, params, query }) {
      return { body: await reportLessons(db, { ...params, ...query }, scope) };
    },
  }),
];
