import { z } from "@hono/zod-openapi";
import {
  reportAttempts,
  reportCourseLearners,
  reportDueNext,
  reportOverdue,
} from "@milepost/engine";
import { operation } from "../../http/operation.ts";
import { coursePath } from "../../schemas/ids.ts";
import {
  attemptPage,
  courseLearnerPage,
  dueNextPage,
  overduePage,
} from "../../schemas/reports/learners.ts";
import { attemptsQuery, learnersQuery } from "../../schemas/reports/learnersQuery.ts";
import { dueNextQuery, overdueQuery } from "../../schemas/reports/query.ts";
import { groupRefusals } from "./groupRefusals.ts";
import { reportRoute } from "./reportRoute.ts";

const refusalsOfAll = [
  "cursor_invalid",
  "limit_out_of_range",
  "time_out_of_range",
  "id_out_of_range",
  ...groupRefusals,
] as const;
const refusals = ["course_not_found", ...refusalsOfAll] as const;

export const learnerReportOperations = [
  operation({
    ...reportRoute,
    path: "/v1/reports/courses/{course}/learners",
    operationId: "reportCourseLearners",
    summary: "List the learners behind a number of a course's reports",
    description:
      "Current attempts, in a state, in a segment of a lesson, or all. A cursor goes on in the " +
      "order it was made in, and is refused in another.",
    params: coursePath,
    query: learnersQuery,
    answer: courseLearnerPage,
    csv: "learners",
    statuses: { 200: "A page of learners." },
    refusals: [...refusals, "lesson_not_found"],
    async handle({ db, scope, params, query: { order, ...query } }) {
      const request = { ...params, ...query, descending: order === "desc" };
      return { body: await reportCourseLearners(db, request, scope) };
    },
  }),
  operation({
    ...reportRoute,
    path: "/v1/reports/attempts",
    operationId: "reportAttempts",
    summary: "List the attempts behind a number of all courses",
    description:
      "Current attempts in a state, with a deadline or a completion within some time, or all. " +
      "Newest completion first where completions are asked for; soonest deadline first where " +
      "deadlines are, and of who is overdue or has not started; else longest without activity " +
      "first. A cursor goes on in the order it was made in, and is refused in another.",
    params: z.object({}),
    query: attemptsQuery,
    answer: attemptPage,
    csv: "attempts",
    statuses: { 200: "A page of attempts." },
    refusals: refusalsOfAll,
    async handle({ db, scope, query }) {
      return { body: await reportAttempts(db, query, scope) };
    },
  }),
  operation({
    ...reportRoute,
    path: "/v1/reports/overdue",
    operationId: "reportOverdue",
    summary: "List who is overdue, most overdue first",
    description: "Current attempts that are not complete, not withdrawn and not exempt.",
    params: z.object({}),
    query: overdueQuery,
    answer: overduePage,
    csv: "overdue",
    statuses: { 200: "A page of overdue attempts." },
    refusals,
    async handle({ db, scope, query }) {
      return { body: await reportOverdue(db, query, scope) };
    },
  }),
  operation({
    ...reportRoute,
    path: "/v1/reports/due-next",
    operationId: "reportDueNext",
    summary: "List whose deadline comes next, soonest first",
    description: "With the arithmetic by which an attempt is at risk of missing it.",
    params: z.object({}),
    query: dueNextQuery,
    answer: dueNextPage,
    csv: "due-next",
    statuses: { 200: "A page of attempts with a deadline." },
    refusals,
    async handle({ db, scope, query }) {
      return { body: await reportDueNext(db, query, scope) };
    },
  }),
];
