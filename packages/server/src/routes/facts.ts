import { z } from "@hono/zod-openapi";
import { type FactAnswer, MilepostError, type TypedFact } from "@milepost/engine";
import { type AnyCall, operation } from "../http/operation.ts";
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
  refusals: [
    "lesson_not_found",
    // Of an event id seen before, in a course that the learner is not in: see factOfRow.
    "enrollment_not_found",
    "enrollment_required",
    "time_out_of_range",
    "id_out_of_range",
  ],
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
    async handle(call) {
      const { at, id: eventId } = call.body;
      return { body: await record({ type: "lesson.viewed", ...call.params, at, eventId }, call) };
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
    async handle(call) {
      const { at, id: eventId } = call.body;
      const fact = { type: "lesson.completed", ...call.params, at, eventId } as const;
      return { body: await record(fact, call) };
    },
  }),
];

/** Records a fact, and counts what came of it. */
async function record(
  fact: TypedFact,
  { recorder, intake, caller, scope }: Pick<AnyCall, "recorder" | "intake" | "caller" | "scope">,
) {
  try {
    const answer = await recorder.record(fact, scope);
    const occurredAt = fact.at ?? scope.now ?? new Date();
    intake.count(caller, [{ ...answer, occurredAt }]);
    return answerOf(answer);
  } catch (error) {
    if (error instanceof MilepostError) {
      intake.count(caller, [{ status: "refused", code: error.code }]);
    }
    throw error;
  }
}

function answerOf({ status, clamped, lesson, progress }: FactAnswer) {
  return { status, ...(clamped ? { clamped } : {}), lesson, progress };
}
