import { z } from "@hono/zod-openapi";
import { type AttemptId, exemptMany, reinstateMany } from "@milepost/engine";
import { mergeResults } from "../http/mergeResults.ts";
import { operation } from "../http/operation.ts";
import { actAnswer, actTerms, attemptId, mostActs } from "../schemas/act.ts";
import { batchOf } from "../schemas/batch.ts";
import { nullableInstant } from "../schemas/instant.ts";
import { noQuery } from "../schemas/noQuery.ts";
import { actRefusals } from "./actRefusals.ts";

const attempt = z.strictObject(attemptId).openapi("AttemptId");
const shared = {
  method: "post",
  tag: "Enrollments",
  roles: ["administrator", "service"],
  params: z.object({}),
  query: noQuery,
  body: {
    schema: z.strictObject({ attempts: batchOf(mostActs), ...actTerms }),
    documented: z
      .strictObject({ attempts: z.array(attempt).openapi({ maxItems: mostActs }), ...actTerms })
      .openapi("ExemptionBatch"),
    required: true,
    large: true,
    example: {
      attempts: [{ learner: "ada", course: "fs", attempt: 1 }],
      reason: "Holds the external certificate.",
    },
  },
  answer: actAnswer("Exemption", { exemptedAt: nullableInstant.optional() }),
  statuses: { 200: "What became of each." },
  refusals: actRefusals,
} as const;

export const exemptionOperations = [
  operation({
    ...shared,
    path: "/v1/exemptions",
    operationId: "exemptMany",
    summary: "Exempt up to 10,000 attempts",
    description:
      "A refused attempt fails alone: one that is complete or withdrawn by now, or that a retake " +
      "has superseded. One that is exempt already stays as it is.",
    async handle({ db, scope, body }) {
      return { body: await merged(body, (input) => exemptMany(db, input, scope)) };
    },
  }),
  operation({
    ...shared,
    path: "/v1/reinstatements",
    operationId: "reinstateMany",
    summary: "Take the exemptions of up to 10,000 attempts back",
    description:
      "Each is then in the state that its facts say. A refused attempt fails alone; one that is " +
      "not exempt stays as it is.",
    async handle({ db, scope, body }) {
      return { body: await merged(body, (input) => reinstateMany(db, input, scope)) };
    },
  }),
];

type Body = z.output<typeof shared.body.schema>;

async function merged(
  { attempts, ...terms }: Body,
  act: (input: Omit<Body, "attempts"> & { attempts: AttemptId[] }) => ReturnType<typeof exemptMany>,
) {
  const record = (items: AttemptId[]) => act({ ...terms, attempts: items });
  const results = await mergeResults(attempts, { schema: attempt, record });
  return { ...(terms.preview ? { preview: terms.preview } : {}), results };
}
