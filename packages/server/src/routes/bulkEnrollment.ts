import { z } from "@hono/zod-openapi";
import { enrollMany } from "@milepost/engine";
import { type ItemResult, mergeResults } from "../http/mergeResults.ts";
import { operation } from "../http/operation.ts";
import type { Told } from "../intake/Intake.ts";
import { batchAnswer, batchOf } from "../schemas/batch.ts";
import { enrolledAt, enrollmentTerms } from "../schemas/enrollment.ts";
import { coursePath, learnerId } from "../schemas/ids.ts";
import { noQuery } from "../schemas/noQuery.ts";

const most = 10_000;
const terms = { enrolledAt, ...enrollmentTerms };

export const bulkEnrollmentOperations = [
  operation({
    method: "post",
    path: "/v1/courses/{course}/enrollments",
    operationId: "enrollMany",
    tag: "Enrollments",
    summary: "Enroll up to 10,000 learners on the same terms",
    description: "As one by one. A refused learner fails alone.",
    roles: ["administrator", "service"],
    params: coursePath,
    query: noQuery,
    body: {
      schema: z.strictObject({ learners: batchOf(most), ...terms }),
      documented: z
        .strictObject({ learners: z.array(learnerId).openapi({ maxItems: most }), ...terms })
        .openapi("EnrollmentBatch"),
      required: true,
      large: true,
      example: { learners: ["ada", "grace"], due: { afterDays: 30 } },
    },
    answer: batchAnswer("Enrollment", { attempt: z.int().optional() }),
    statuses: { 200: "What became of each." },
    refusals: [
      "course_not_found",
      "batch_too_large",
      "time_zone_unknown",
      "due_out_of_range",
      "time_out_of_range",
      "text_out_of_range",
      "id_out_of_range",
    ],
    async handle({ db, scope, intake, caller, params, body: { learners, ...on } }) {
      const told: Told[] = [];
      const tell = ({ status, code }: ItemResult) => told.push({ status, code });
      const record = (ids: readonly string[]) =>
        enrollMany(db, { ...params, ...on, learners: ids }, scope);
      const results = await mergeResults(learners, { schema: learnerId, record, tell });
      intake.count(caller, told);
      return { body: { results } };
    },
  }),
];
