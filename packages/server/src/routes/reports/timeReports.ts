import { reportActivity, reportCohorts, reportTimeToComplete } from "@milepost/engine";
import { operation } from "../../http/operation.ts";
import { coursePath } from "../../schemas/ids.ts";
import { activityQuery, cohortsQuery, timeQuery } from "../../schemas/reports/query.ts";
import { activityReport, cohortsReport, timeToComplete } from "../../schemas/reports/times.ts";
import { groupRefusals } from "./groupRefusals.ts";
import { reportRoute } from "./reportRoute.ts";

const refusals = ["course_not_found", "id_out_of_range", ...groupRefusals] as const;

export const timeReportOperations = [
  operation({
    ...reportRoute,
    path: "/v1/reports/courses/{course}/time-to-complete",
    operationId: "reportTimeToComplete",
    summary: "Report how long a course takes, from first access or enrollment to completion",
    description:
      "With those counted who are still at it. A quantile that the curve never reaches is null; " +
      "`reached` says how far it got.",
    params: coursePath,
    query: timeQuery,
    answer: timeToComplete,
    csv: "time-to-complete",
    statuses: { 200: "The curve and its quantiles." },
    refusals: [...refusals, "time_out_of_range"],
    async handle({ db, scope, params, query }) {
      return { body: await reportTimeToComplete(db, { ...params, ...query }, scope) };
    },
  }),
  operation({
    ...reportRoute,
    path: "/v1/reports/courses/{course}/cohorts",
    operationId: "reportCohorts",
    summary: "Report whether newer intakes do better, by week or month of enrollment",
    params: coursePath,
    query: cohortsQuery,
    answer: cohortsReport,
    csv: "cohorts",
    statuses: { 200: "The cohorts." },
    refusals,
    async handle({ db, scope, params, query }) {
      return { body: await reportCohorts(db, { ...params, ...query }, scope) };
    },
  }),
  operation({
    ...reportRoute,
    path: "/v1/reports/courses/{course}/activity",
    operationId: "reportActivity",
    summary: "Report enrollments, starts and completions, week by week or month by month",
    params: coursePath,
    query: activityQuery,
    answer: activityReport,
    csv: "activity",
    statuses: { 200: "The periods." },
    refusals: [...refusals, "time_out_of_range"],
    async handle({ db, scope, params, query }) {
      return { body: await reportActivity(db, { ...params, ...query }, scope) };
    },
  }),
];
