import { z } from "@hono/zod-openapi";
import { listGroups, putGroup, readGroup } from "@milepost/engine";
import { operation } from "../http/operation.ts";
import { groupId, groupPath } from "../schemas/ids.ts";
import { instant } from "../schemas/instant.ts";
import { noQuery } from "../schemas/noQuery.ts";
import { page, pageQuery } from "../schemas/page.ts";
import { text } from "../schemas/text.ts";

const tag = "Groups";
const roles = ["administrator", "service"] as const;

const group = z
  .object({
    id: groupId,
    name: z.string(),
    kind: z.string().nullable(),
    createdAt: instant,
    memberCount: z.int().openapi({ description: "Learners who belong to it now." }),
  })
  .openapi("Group");

export const groupOperations = [
  operation({
    method: "put",
    path: "/v1/groups/{group}",
    operationId: "putGroup",
    tag,
    summary: "Create a group of learners, or rename it",
    description: "Its members stay. A kind that is left out is cleared.",
    roles,
    params: groupPath,
    query: noQuery,
    body: {
      schema: z
        .strictObject({
          name: text(1, 1000),
          kind: text(1, 100).nullable().optional().openapi({
            description: "Your own word for what it is, such as team, manager or site.",
            example: "team",
          }),
        })
        .openapi("GroupInput"),
      required: true,
      example: { name: "Night shift", kind: "team" },
    },
    answer: group,
    statuses: { 200: "The group as it is now.", 201: "The group was created." },
    refusals: ["id_out_of_range", "text_out_of_range"],
    async handle({ db, scope, params, body }) {
      const { created, ...saved } = await putGroup(db, { ...params, ...body }, scope);
      return { status: created ? 201 : 200, body: saved };
    },
  }),
  operation({
    method: "get",
    path: "/v1/groups",
    operationId: "listGroups",
    tag,
    summary: "List the groups, by id",
    roles,
    params: z.object({}),
    query: pageQuery,
    answer: page("GroupPage", group),
    statuses: { 200: "A page of groups." },
    refusals: ["cursor_invalid", "limit_out_of_range"],
    async handle({ db, scope, query }) {
      return { body: await listGroups(db, query, scope) };
    },
  }),
  operation({
    method: "get",
    path: "/v1/groups/{group}",
    operationId: "readGroup",
    tag,
    summary: "Read a group",
    roles,
    params: groupPath,
    query: noQuery,
    answer: group,
    statuses: { 200: "The group." },
    refusals: ["group_not_found", "id_out_of_range"],
    async handle({ db, scope, params }) {
      return { body: await readGroup(db, params, scope) };
    },
  }),
];
