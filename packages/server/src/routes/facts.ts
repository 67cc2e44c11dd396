import { z } from "@hono/zod-openapi";
import type { FactAnswer } from "@milepost/engine";
import { operation } from "../http/operation.ts";
import { eventId, lessonPath } from "../schemas/ids.ts";
import { instantInput } from "../schemas/instant.ts";
import { noQuery } from "../schemas/noQuery.ts";
import { factAnswer } from "../schemas/progress.ts";

const factInput = z
  .strictObject({
    at: instantInput.optional().openapi({
      description: "When it happened; now when omitted. Ahead of our clock it is taken as now.",
    }),
    id: eventId.optional().openapi({
      description: "Your own id of this event: seen before for this learner, it changes nothing.",
    }),
  })
  .openapi("FactInput");

const shared = {
  method: "put",
  tag: "Facts",
  roles: ["learner", "service"],
  params: lessonPath,
  query: noQuery,
  body: { schema: factInput, required: false, example: { at: "2026-03-01T09:00:00Z" } },
  answer: factAnswer,
  statuses: { 200: "The lesson and the course progress after it." },
  refusals: ["lesson_not_found", "enrollment_required", "time_out_of_range", "id_out_of_range"],
} as const;

export const factOperations = [
  operation({
    ...shared,
    path: "/v1/learners/{learner}/lessons/{lesson}/view",
    operationId: "recordView",
    summary: "Record that a learner viewed a lesson",
    description:
      "The earliest view stays the first and the latest the last, whatever order they arrive " +
      "in. A learner who is not enrolled is enrolled by it, unless the course requires enrollment.",
    async handle({ recorder, scope, params, body: { at, id } }) {
      const fact = { type: "lesson.viewed" as const, ...params, at, eventId: id };
      return { body: answerOf(await recorder.record(fact, scope)) };
    },
  }),
  operation({
    ...shared,
    path: "/v1/learners/{learner}/lessons/{lesson}/completion",
    operationId: "completeLesson",
    summary: "Record that a learner completed a lesson",
    description:
      "The first completion wins and its time never changes: a second one answers `unchanged` " +
      "with the first time. Completing implies viewing.",
    async handle({ recorder, scope, params, body: { at, id } }) {
      const fact = { type: "lesson.completed" as const, ...params, at, eventId: id };
      return { body: answerOf(await recorder.record(fact, scope)) };
    },
  }),
];

function answerOf({ status, clamped, lesson, progress }: FactAnswer) {
  return { status, ...(clamped ? { clamped } : {}), lesson, progress };
}
