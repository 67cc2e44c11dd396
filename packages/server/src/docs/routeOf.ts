import { type RouteConfig, z } from "@hono/zod-openapi";
import type { Operation } from "../http/operation.ts";
import { problemResponses } from "./problemResponses.ts";
import { textHeaders } from "./textHeaders.ts";

const idempotencyKey = z.object({
  "idempotency-key": z.string().optional().openapi({
    minLength: 1,
    maxLength: 200,
    description: "Makes repeating safe: the same key and request are answered as the first time.",
  }),
});

/** An operation as the generator takes it. */
export function routeOf(operation: Operation): RouteConfig {
  const { method, path, operationId, summary, description, tag, params, query } = operation;
  const isPost = method === "post";
  const headers = isPost
    ? idempotencyKey.extend(operation.headers?.shape ?? {})
    : operation.headers;
  const body = bodyOf(operation);
  return {
    method,
    path,
    operationId,
    summary,
    ...(description === undefined ? {} : { description }),
    tags: [tag],
    security: securityOf(operation),
    request: {
      params,
      query,
      ...(headers ? { headers } : {}),
      ...(body ? { body } : {}),
    },
    responses: { ...answersOf(operation), ...problemResponses(operation) },
  };
}

/** Roles stand where OAuth has its scopes: OpenAPI 3.1 allows it for other schemes. */
function securityOf({ roles }: Operation) {
  const ofKeys = roles.filter((role) => role !== "learner");
  const ofTokens = roles.filter((role) => role !== "service");
  return [
    ...(ofKeys.length > 0 ? [{ apiKey: ofKeys }] : []),
    ...(ofTokens.length > 0 ? [{ token: ofTokens }] : []),
  ];
}

function bodyOf({ body }: Operation) {
  if (body === undefined) return undefined;
  const schema = body.documented ?? body.schema;
  const example = body.example === undefined ? {} : { example: body.example };
  return {
    required: body.required,
    content: {
      "application/json": { schema, ...example },
      ...(body.lines === undefined ? {} : { "application/x-ndjson": { schema: z.string() } }),
    },
  };
}

function answersOf({ method, query, statuses, answer, answerHeaders, csv, stream }: Operation) {
  const headers = textHeaders({
    ...answerHeaders,
    ...("after" in query.shape && !stream ? { Link: 'The next page: `<…>; rel="next"`.' } : {}),
    ...(csv === undefined ? {} : { "Content-Disposition": "Of a file: its name." }),
    ...(method === "post" ? { "Idempotent-Replayed": "`true` on an answer sent again." } : {}),
  });
  const content = stream
    ? { "text/event-stream": { schema: answer } }
    : {
        "application/json": { schema: answer },
        ...(csv === undefined ? {} : { "text/csv": { schema: z.string() } }),
      };
  return Object.fromEntries(
    Object.entries(statuses).map(([status, description]) => [
      status,
      {
        description,
        ...(Object.keys(headers).length > 0 ? { headers } : {}),
        ...(status === "304" ? {} : { content }),
      },
    ]),
  );
}
