import { z } from "@hono/zod-openapi";
import { reportChanges } from "@milepost/engine";
import { operation } from "../../http/operation.ts";
import { changesPage } from "../../schemas/reports/changes.ts";
import { changesQuery } from "../../schemas/reports/query.ts";
import { groupRefusals } from "./groupRefusals.ts";
import { reportRoute } from "./reportRoute.ts";

export const changeReportOperations = [
  operation({
    ...reportRoute,
    path: "/v1/reports/changes",
    operationId: "reportChanges",
    summary: "List what was done to attempts by hand, the newest first",
    description:
      "Deadlines moved, exemptions given and taken back, withdrawals: who did it, when and why.",
    params: z.object({}),
    query: changesQuery,
    answer: changesPage,
    csv: "changes",
    statuses: { 200: "A page of changes." },
    refusals: [
      ...(["course_not_found", "learner_not_found", "cursor_invalid"] as const),
      ...(["limit_out_of_range", "id_out_of_range", ...groupRefusals] as const),
    ],
    async handle({ db, scope, query }) {
      return { body: await reportChanges(db, query, scope) };
    },
  }),
];
