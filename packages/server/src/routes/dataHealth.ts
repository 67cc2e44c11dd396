import { z } from "@hono/zod-openapi";
import { reportDataHealth } from "@milepost/engine";
import { operation } from "../http/operation.ts";
import { dataHealth } from "../schemas/dataHealth.ts";
import { noQuery } from "../schemas/noQuery.ts";
import { reportRoute } from "./reports/reportRoute.ts";

export const dataHealthOperations = [
  operation({
    ...reportRoute,
    path: "/v1/reports/data-health",
    operationId: "reportDataHealth",
    summary: "Is it the data or the people",
    description:
      "What came in by source, late, twice or refused; how far the feed, the reports and the " +
      "webhooks are; what the doctor found last. Facts and bulk enrollments are counted by the " +
      "server that answers them and show within seconds; those it counted last are lost where it " +
      "dies. Counts of 24 hours are of the hour that runs and the 23 before.",
    params: z.object({}),
    query: noQuery,
    answer: dataHealth,
    statuses: { 200: "How the data fares." },
    refusals: [],
    async handle({ db, scope }) {
      return { body: await reportDataHealth(db, scope) };
    },
  }),
];
