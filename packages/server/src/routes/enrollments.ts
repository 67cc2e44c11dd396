import { z } from "@hono/zod-openapi";
import { type Enrollment, enroll, exempt, reinstate, retake, withdraw } from "@milepost/engine";
import { operation } from "../http/operation.ts";
import { enrolledAt, enrollment, enrollmentTerms } from "../schemas/enrollment.ts";
import { enrollmentPath } from "../schemas/ids.ts";
import { instantInput } from "../schemas/instant.ts";
import { noQuery } from "../schemas/noQuery.ts";
import { text } from "../schemas/text.ts";

const at = instantInput.optional().openapi({ description: "When it happened; now when omitted." });
const reason = text(0, 1000).openapi({ example: "Holds the external certificate." });

const shared = {
  tag: "Enrollments",
  roles: ["administrator", "service"],
  params: enrollmentPath,
  query: noQuery,
  answer: enrollment,
} as const;

const missing = [
  "course_not_found",
  "learner_not_found",
  "enrollment_not_found",
  "time_out_of_range",
  "text_out_of_range",
  "id_out_of_range",
] as const;

export const enrollmentOperations = [
  operation({
    ...shared,
    method: "put",
    path: "/v1/courses/{course}/enrollments/{learner}",
    operationId: "enroll",
    summary: "Enroll a learner, or move their deadline",
    description:
      "Opens the first attempt, or changes the deadline of the current one. An unknown learner " +
      "is created bare.",
    body: {
      schema: z.strictObject({ enrolledAt, ...enrollmentTerms }).openapi("EnrollmentInput"),
      required: false,
      example: { due: { onDate: "2026-04-24", timeZone: "Europe/Berlin" }, source: "hr" },
    },
    statuses: { 200: "The current attempt.", 201: "The first attempt was opened." },
    refusals: [
      "course_not_found",
      "time_zone_unknown",
      "due_out_of_range",
      "time_out_of_range",
      "text_out_of_range",
      "id_out_of_range",
    ],
    async handle({ db, scope, params, body }) {
      const saved = await enroll(db, { ...params, ...body }, scope);
      return { status: saved.created ? 201 : 200, body: answerOf(saved) };
    },
  }),
  operation({
    ...shared,
    method: "post",
    path: "/v1/courses/{course}/enrollments/{learner}/withdraw",
    operationId: "withdraw",
    summary: "Withdraw a learner's current attempt",
    description:
      "It leaves to-do lists and stays in history; facts that arrive afterwards are still " +
      "recorded on it. A second call changes nothing.",
    body: {
      schema: z.strictObject({ reason: reason.optional(), at }).openapi("WithdrawalInput"),
      required: false,
      example: { reason: "Left the company." },
    },
    statuses: { 200: "The withdrawn attempt." },
    refusals: missing,
    async handle({ db, scope, params, body }) {
      return { body: answerOf(await withdraw(db, { ...params, ...body }, scope)) };
    },
  }),
  operation({
    ...shared,
    method: "post",
    path: "/v1/courses/{course}/enrollments/{learner}/exempt",
    operationId: "exempt",
    summary: "Exempt a learner's current attempt",
    description: "With the reason on record. A second call changes nothing.",
    body: {
      schema: z.strictObject({ reason, at }).openapi("ExemptionInput"),
      required: true,
      example: { reason: "Holds the external certificate." },
    },
    statuses: { 200: "The exempted attempt." },
    refusals: [...missing, "reason_required"],
    async handle({ db, scope, params, body }) {
      return { body: answerOf(await exempt(db, { ...params, ...body }, scope)) };
    },
  }),
  operation({
    ...shared,
    method: "post",
    path: "/v1/courses/{course}/enrollments/{learner}/reinstate",
    operationId: "reinstate",
    summary: "Take the exemption of a learner's current attempt back",
    description:
      "With the reason on record. The attempt is then in the state that its facts say. One that " +
      "is not exempt stays as it is.",
    body: {
      schema: z.strictObject({ reason }).openapi("ReinstatementInput"),
      required: true,
      example: { reason: "The external certificate has expired." },
    },
    statuses: { 200: "The attempt, no more exempt." },
    refusals: [...missing, "reason_required"],
    async handle({ db, scope, params, body }) {
      return { body: answerOf(await reinstate(db, { ...params, ...body }, scope)) };
    },
  }),
  operation({
    ...shared,
    method: "post",
    path: "/v1/courses/{course}/enrollments/{learner}/retake",
    operationId: "retake",
    summary: "Open a learner's next attempt",
    description:
      "Facts go to it from now on; nothing of the one before is touched. Refused while that one " +
      "is neither complete, withdrawn nor exempt, unless forced.",
    body: {
      schema: z
        .strictObject({
          force: z.boolean().optional().openapi({
            default: false,
            description: "Also while the current attempt is open: it is left incomplete.",
          }),
          at,
          ...enrollmentTerms,
        })
        .openapi("RetakeInput"),
      required: false,
      example: { due: { afterDays: 30 } },
    },
    statuses: { 201: "The next attempt, which is the current one now." },
    refusals: [...missing, "attempt_open", "time_zone_unknown", "due_out_of_range"],
    async handle({ db, scope, params, body }) {
      return { status: 201, body: answerOf(await retake(db, { ...params, ...body }, scope)) };
    },
  }),
];

function answerOf({ source, ...attempt }: Enrollment): z.input<typeof enrollment> {
  const { learner, course, enrolledAt, dueAt, originalDueAt, withdrawnAt, exemptedAt } = attempt;
  return {
    learner,
    course,
    attempt: attempt.attempt,
    enrolledAt,
    dueAt,
    originalDueAt,
    timeZone: attempt.timeZone,
    withdrawnAt,
    exemptedAt,
  };
}
