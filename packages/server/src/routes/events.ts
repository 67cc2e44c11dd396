import { z } from "@hono/zod-openapi";
import { recordEvents } from "@milepost/engine";
import { mergeResults } from "../http/mergeResults.ts";
import { operation } from "../http/operation.ts";
import { Problem } from "../http/Problem.ts";
import type { Told } from "../intake/Intake.ts";
import { batchAnswer, batchOf } from "../schemas/batch.ts";
import { eventId, learnerId, lessonId } from "../schemas/ids.ts";
import { instantInput } from "../schemas/instant.ts";
import { noQuery } from "../schemas/noQuery.ts";

const most = 5_000;
const types = ["lesson.viewed", "lesson.completed"] as const;

const eventType = z
  .string()
  .transform((value, { addIssue }) => {
    const type = types.find((known) => known === value);
    if (type !== undefined) return type;
    const message = `Has to be ${types.join(" or ")}.`;
    addIssue({ code: "custom", message, params: { refusal: "event_type_unknown" } });
    return z.NEVER;
  })
  .openapi({ enum: [...types] });

const event = z
  .strictObject({
    id: eventId.optional().openapi({
      description: "Your own id of the event: seen before for this learner, it changes nothing.",
    }),
    type: eventType,
    learner: learnerId,
    lesson: lessonId,
    at: instantInput.optional().openapi({
      description: "When it happened; now when omitted. Ahead of our clock it is taken as now.",
    }),
  })
  .openapi("Event");

export const eventOperations = [
  operation({
    method: "post",
    path: "/v1/events",
    operationId: "recordEvents",
    tag: "Facts",
    summary: "Record up to 5,000 views and completions",
    description:
      "With the same outcome as one by one in their order. A refused event fails alone, also " +
      "when it is malformed. As `application/x-ndjson` the body is an event a line.",
    roles: ["learner", "service"],
    params: z.object({}),
    query: noQuery,
    body: {
      schema: z.strictObject({ events: batchOf(most) }),
      documented: z
        .strictObject({ events: z.array(event).openapi({ maxItems: most }) })
        .openapi("EventBatch"),
      required: true,
      large: true,
      lines: { of: "events", most },
      example: {
        events: [
          { type: "lesson.viewed", learner: "ada", lesson: "fs-1" },
          { type: "lesson.completed", learner: "ada", lesson: "fs-1", at: "2026-03-01T09:00:00Z" },
        ],
      },
    },
    answer: batchAnswer("Event", {
      clamped: z
        .literal(true)
        .optional()
        .openapi({ description: "Where `at` was ahead of our clock: it was taken as now." }),
    }),
    statuses: { 200: "What became of each." },
    refusals: ["batch_too_large"],
    async handle({ db, scope, intake, caller, body }) {
      const told: Told[] = [];
      const results = await mergeResults(body.events, {
        schema: event,
        check({ learner }) {
          const foreign = caller.learner !== null && learner !== caller.learner;
          if (foreign) throw new Problem("forbidden");
        },
        record: (events) =>
          recordEvents(
            db,
            { events: events.map(({ id, ...rest }) => ({ ...rest, eventId: id })) },
            scope,
          ),
        tell({ status, code, clamped }, event) {
          const occurredAt = event?.at ?? scope.now ?? new Date();
          told.push({ status, code, clamped, occurredAt });
        },
      });
      intake.count(caller, told);
      return { body: { results } };
    },
  }),
];
