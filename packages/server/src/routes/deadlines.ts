import { z } from "@hono/zod-openapi";
import { changeDeadlines, type DeadlineAct } from "@milepost/engine";
import { mergeResults } from "../http/mergeResults.ts";
import { operation } from "../http/operation.ts";
import {
  attemptToMove,
  attemptToPlace,
  deadlineAnswer,
  deadlineBatch,
  documentedDeadlineBatch,
} from "../schemas/deadlines.ts";
import { noQuery } from "../schemas/noQuery.ts";
import { actRefusals } from "./actRefusals.ts";

export const deadlineOperations = [
  operation({
    method: "post",
    path: "/v1/deadlines",
    operationId: "changeDeadlines",
    tag: "Enrollments",
    summary: "Move the deadlines of up to 10,000 attempts",
    description:
      "By `extendDays`, to `due`, or to each one's own `dueAt`. A refused attempt fails alone: " +
      "one that is complete, withdrawn or exempt, that a retake has superseded, or whose " +
      "deadline is not the one expected. To take it back, send each `previousDueAt` and " +
      "`previousTimeZone` as `dueAt` and `timeZone`, and `dueAt` as `expectedDueAt`. The " +
      "first deadline stays on record as `originalDueAt`.",
    roles: ["administrator", "service"],
    params: z.object({}),
    query: noQuery,
    body: {
      schema: deadlineBatch,
      documented: documentedDeadlineBatch,
      required: true,
      large: true,
      example: {
        attempts: [{ learner: "ada", course: "fs", attempt: 1 }],
        extendDays: 14,
        reason: "Parental leave.",
      },
    },
    answer: deadlineAnswer,
    statuses: { 200: "What became of each." },
    refusals: [...actRefusals, "due_out_of_range", "time_out_of_range", "time_zone_unknown"],
    async handle({ db, scope, body: { attempts, ...terms } }) {
      const { extendDays, due, preview } = terms;
      const isPlaced = extendDays === undefined && due === undefined;
      const schema: z.ZodType<DeadlineAct> = isPlaced ? attemptToPlace : attemptToMove;
      const record = (items: readonly DeadlineAct[]) =>
        changeDeadlines(db, { ...terms, attempts: items }, scope);
      const results = await mergeResults(attempts, { schema, record });
      return { body: { ...(preview ? { preview } : {}), results } };
    },
  }),
];
