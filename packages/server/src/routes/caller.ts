import { z } from "@hono/zod-openapi";
import { readTenant } from "@milepost/engine";
import { operation } from "../http/operation.ts";
import { noQuery } from "../schemas/noQuery.ts";

export const callerOperations = [
  operation({
    method: "get",
    path: "/v1/caller",
    operationId: "readCaller",
    tag: "Callers",
    summary: "Say as whom a request is taken",
    description: "The role and tenant of the credential, and the zone of the tenant's days.",
    roles: ["learner", "administrator", "service"],
    params: z.object({}),
    query: noQuery,
    answer: z
      .object({
        role: z.enum(["service", "administrator", "learner"]),
        tenant: z.string(),
        timeZone: z.string().openapi({ example: "Europe/Berlin" }),
        learner: z.string().nullable().openapi({ description: "Of a learner's token, their id." }),
        open: z.boolean().openapi({
          description: "The server asks nobody who they are: for development only.",
        }),
      })
      .openapi("Caller"),
    statuses: { 200: "The caller." },
    refusals: [],
    async handle({ db, scope, caller }) {
      const { role, learner, mayAll = false } = caller;
      const { name: tenant, timeZone } = await readTenant(db, scope);
      return { body: { role, tenant, timeZone, learner, open: mayAll } };
    },
  }),
];
