import { z } from "@hono/zod-openapi";
import { eraseLearner, putLearner } from "@milepost/engine";
import { operation } from "../http/operation.ts";
import { timeZone } from "../schemas/enrollment.ts";
import { learnerPath } from "../schemas/ids.ts";
import { instant } from "../schemas/instant.ts";
import { learner } from "../schemas/learner.ts";
import { noQuery } from "../schemas/noQuery.ts";
import { text } from "../schemas/text.ts";

const tag = "Learners";
const roles = ["administrator", "service"] as const;

export const learnerOperations = [
  operation({
    method: "put",
    path: "/v1/learners/{learner}",
    operationId: "putLearner",
    tag,
    summary: "Give a learner a profile",
    description:
      "Optional: an unknown learner in any other write is created bare. What the profile leaves " +
      "out is cleared.",
    roles,
    params: learnerPath,
    query: noQuery,
    body: {
      schema: z
        .strictObject({
          name: text(0, 1000).nullable().optional(),
          email: text(0, 320).nullable().optional(),
          locale: text(0, 100).nullable().optional().openapi({ example: "de-DE" }),
          timeZone: timeZone.nullable().optional(),
        })
        .openapi("LearnerInput"),
      required: true,
      example: { name: "Ada Lovelace", timeZone: "Europe/London" },
    },
    answer: learner,
    statuses: { 200: "The learner as they are now.", 201: "The learner was created." },
    refusals: ["id_out_of_range", "text_out_of_range", "time_zone_unknown"],
    async handle({ db, scope, params, body }) {
      const { created, ...saved } = await putLearner(db, { ...params, ...body }, scope);
      return { status: created ? 201 : 200, body: saved };
    },
  }),
  operation({
    method: "delete",
    path: "/v1/learners/{learner}",
    operationId: "eraseLearner",
    tag,
    summary: "Erase a person and keep the pseudonymous record",
    description: "Counts and completions do not change. Afterwards the id is unknown.",
    roles,
    params: learnerPath,
    query: noQuery,
    answer: z
      .object({
        erasedAt: instant,
        keptCompletions: z
          .int()
          .openapi({ description: "Lessons completed that stay on record without a name." }),
      })
      .openapi("LearnerErased"),
    statuses: { 200: "The person is gone." },
    refusals: ["learner_not_found", "id_out_of_range"],
    async handle({ db, scope, params }) {
      return { body: await eraseLearner(db, params, scope) };
    },
  }),
];
