import { type RouteConfig, z } from "@hono/zod-openapi";

const text = (type: string) => ({ [type]: { schema: z.string() } });
const status = (value: string) => ({
  "application/json": { schema: z.object({ status: z.literal(value) }) },
});
/** They read nothing of a request; it may still be none, by its line or its headers. */
const refused = {
  400: { $ref: "#/components/responses/Unreadable" },
  403: { $ref: "#/components/responses/Forbidden" },
};

const open: Pick<RouteConfig, "method" | "tags" | "security"> = {
  method: "get",
  tags: ["System"],
  security: [],
};

/** What `mountSystem` answers, for the document. */
export const systemPaths: readonly RouteConfig[] = [
  {
    ...open,
    path: "/healthz",
    operationId: "readHealth",
    summary: "Say whether the process is up",
    responses: { 200: { description: "It is.", content: status("ok") }, ...refused },
  },
  {
    ...open,
    path: "/readyz",
    operationId: "readReadiness",
    summary: "Say whether requests can be served",
    description: "The database can be reached and is migrated.",
    responses: {
      200: { description: "They can.", content: status("ready") },
      ...refused,
      503: { $ref: "#/components/responses/Unavailable" },
    },
  },
  {
    ...open,
    path: "/metrics",
    operationId: "readMetrics",
    summary: "Read the metrics",
    description:
      "In the text format of Prometheus. Off unless the server runs on loopback or is told.",
    responses: {
      200: { description: "The metrics.", content: text("text/plain") },
      ...refused,
      404: { $ref: "#/components/responses/NotFound" },
    },
  },
  {
    ...open,
    path: "/v1/openapi.json",
    operationId: "readOpenApi",
    summary: "Read this document",
    responses: {
      200: {
        description: "The document.",
        content: { "application/json": { schema: z.record(z.string(), z.unknown()) } },
      },
      ...refused,
    },
  },
  {
    ...open,
    path: "/v1/docs",
    operationId: "readDocs",
    summary: "Read this document as a page",
    responses: { 200: { description: "The page.", content: text("text/html") }, ...refused },
  },
];
