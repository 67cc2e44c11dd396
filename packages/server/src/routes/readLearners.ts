import { z } from "@hono/zod-openapi";
import { listLearners, readLearner } from "@milepost/engine";
import { operation } from "../http/operation.ts";
import { learnerPath } from "../schemas/ids.ts";
import { learnerPage, learnerProfile, learnersSearch } from "../schemas/learner.ts";
import { noQuery } from "../schemas/noQuery.ts";

const shared = { method: "get", tag: "Learners", roles: ["administrator", "service"] } as const;

export const learnerReadOperations = [
  operation({
    ...shared,
    path: "/v1/learners",
    operationId: "listLearners",
    summary: "List or search learners, by name and then id",
    description: "Those without a name come first. Erased learners are left out.",
    params: z.object({}),
    query: learnersSearch,
    answer: learnerPage,
    statuses: { 200: "A page of learners." },
    refusals: ["text_out_of_range", "cursor_invalid", "limit_out_of_range"],
    async handle({ db, scope, query }) {
      return { body: await listLearners(db, query, scope) };
    },
  }),
  operation({
    ...shared,
    path: "/v1/learners/{learner}",
    operationId: "readLearner",
    summary: "Read a learner's profile and groups",
    params: learnerPath,
    query: noQuery,
    answer: learnerProfile,
    statuses: { 200: "The learner." },
    refusals: ["learner_not_found", "id_out_of_range"],
    async handle({ db, scope, params }) {
      return { body: await readLearner(db, params, scope) };
    },
  }),
];
