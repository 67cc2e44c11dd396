import { z } from "@hono/zod-openapi";
import {
  type GroupMembership,
  listGroupMembers,
  putGroupMember,
  putGroupMembers,
  removeGroupMember,
} from "@milepost/engine";
import { mergeResults } from "../http/mergeResults.ts";
import { operation } from "../http/operation.ts";
import { batchAnswer, batchOf } from "../schemas/batch.ts";
import { groupId, groupPath, learnerId, memberPath } from "../schemas/ids.ts";
import { instant, instantInput, nullableInstant } from "../schemas/instant.ts";
import { noQuery } from "../schemas/noQuery.ts";
import { page, pageQuery } from "../schemas/page.ts";

const most = 10_000;
const shared = { tag: "Groups", roles: ["administrator", "service"] } as const;

const clamped = "Now when omitted; ahead of our clock it is taken as now.";
const joinedAt = instantInput.optional().openapi({
  description: `When the membership begins. ${clamped} No earlier than the one before it ended.`,
});

const membership = z
  .object({
    status: z.enum(["recorded", "unchanged"]),
    group: groupId,
    learner: learnerId,
    joinedAt: nullableInstant.openapi({
      description: "Of the last membership; null where none is on record.",
    }),
    leftAt: nullableInstant.openapi({ description: "Null while the membership goes on." }),
  })
  .openapi("GroupMembership");

const member = z
  .object({ learner: learnerId, name: z.string().nullable(), joinedAt: instant })
  .openapi("GroupMember");

export const groupMemberOperations = [
  operation({
    ...shared,
    method: "get",
    path: "/v1/groups/{group}/members",
    operationId: "listGroupMembers",
    summary: "List who belongs to a group now",
    description: "Each once, in an order that means nothing. Erased learners are left out.",
    params: groupPath,
    query: pageQuery,
    answer: page("GroupMemberPage", member),
    statuses: { 200: "A page of members." },
    refusals: ["group_not_found", "cursor_invalid", "limit_out_of_range", "id_out_of_range"],
    async handle({ db, scope, params, query }) {
      return { body: await listGroupMembers(db, { ...params, ...query }, scope) };
    },
  }),
  operation({
    ...shared,
    method: "put",
    path: "/v1/groups/{group}/members/{learner}",
    operationId: "putGroupMember",
    summary: "Make a learner a member of a group",
    description: "Who is one already is left as they are. An unknown learner is created bare.",
    params: memberPath,
    query: noQuery,
    body: {
      schema: z.strictObject({ joinedAt }).openapi("GroupMemberInput"),
      required: false,
      example: { joinedAt: "2026-03-01T09:00:00Z" },
    },
    answer: membership,
    statuses: { 200: "The membership that goes on." },
    refusals: ["group_not_found", "learner_not_found", "time_out_of_range", "id_out_of_range"],
    async handle({ db, scope, params, body }) {
      return { body: answerOf(await putGroupMember(db, { ...params, ...body }, scope)) };
    },
  }),
  operation({
    ...shared,
    method: "delete",
    path: "/v1/groups/{group}/members/{learner}",
    operationId: "removeGroupMember",
    summary: "End a learner's membership of a group",
    description:
      "It stays on record. One that would end no later than it began is taken out. Who is no " +
      "member is left as they are.",
    params: memberPath,
    query: z.strictObject({
      leftAt: instantInput
        .optional()
        .openapi({ description: `When the membership ends. ${clamped}` }),
    }),
    answer: membership,
    statuses: { 200: "The last membership on record." },
    refusals: ["group_not_found", "learner_not_found", "time_out_of_range", "id_out_of_range"],
    async handle({ db, scope, params, query }) {
      return { body: answerOf(await removeGroupMember(db, { ...params, ...query }, scope)) };
    },
  }),
  operation({
    ...shared,
    method: "post",
    path: "/v1/groups/{group}/members",
    operationId: "putGroupMembers",
    summary: "Make up to 10,000 learners members of a group",
    description: "As one by one. A refused learner fails alone.",
    params: groupPath,
    query: noQuery,
    body: {
      schema: z.strictObject({ learners: batchOf(most), joinedAt }),
      documented: z
        .strictObject({ learners: z.array(learnerId).openapi({ maxItems: most }), joinedAt })
        .openapi("GroupMemberBatch"),
      required: true,
      large: true,
      example: { learners: ["ada", "grace"] },
    },
    answer: batchAnswer("GroupMember", { joinedAt: instant.optional() }),
    statuses: { 200: "What became of each." },
    refusals: ["group_not_found", "batch_too_large", "time_out_of_range", "id_out_of_range"],
    async handle({ db, scope, params, body: { learners, ...from } }) {
      const record = (ids: readonly string[]) =>
        putGroupMembers(db, { ...params, ...from, learners: ids }, scope);
      return { body: { results: await mergeResults(learners, { schema: learnerId, record }) } };
    },
  }),
];

function answerOf({ outcome, ...rest }: GroupMembership): z.input<typeof membership> {
  return { status: outcome, ...rest };
}
