import { readFileSync } from "node:fs";
import { OpenAPIHono, z } from "@hono/zod-openapi";
import { credentialCacheMs } from "../auth/authenticate.ts";
import { operations } from "../routes/operations.ts";
import { systemPaths } from "../routes/systemPaths.ts";
import { problem } from "../schemas/problem.ts";
import { sharedResponses } from "./problemResponses.ts";
import { routeOf } from "./routeOf.ts";

export type OpenApiDocument = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")));

const description = `Records which lessons learners viewed and completed, and answers how far
through their courses they are: always from what is stored, to the last committed write.

**Ids** are your own, of 1 to 255 characters, percent-encoded in paths. The URL standard reads
\`.\` and \`..\` as steps and not as names, so those two can't stand in a path.

**Instants** are RFC 3339; answers are in UTC, to the millisecond. **Percentages** are 0–100,
truncated to two decimals, so 100 means all of it; null where nothing is required. Unknown fields
and query parameters are refused.

**Lists** answer \`items\` and \`next\`, the cursor to send as \`after\`; a \`Link\` header has the
address of the next page.

**Reports** answer fractions 0–1 to four decimals, null for 0 of 0, and say the instant they are
of. With \`Accept: text/csv\` they answer a file: all rows, whatever \`limit\` and \`after\` are, in
columns named after the fields (\`matured.rate\` is \`maturedRate\`). A text that a spreadsheet
would take for a formula has an apostrophe before it. A file is sent as it is read, so its transfer
breaks off where the database fails: one that arrives whole is whole.

**Repeating a request** is safe. A PUT or DELETE may be sent again as it is. A POST with an
\`Idempotency-Key\` is carried out once within a day, and its answer sent again with
\`Idempotent-Replayed: true\`; a refused one leaves its key unused.

**Refusals** are \`application/problem+json\` with a \`code\` to branch on.

**Limits**: a body has up to 1 MiB; a batch 8 MiB, and 5,000 events or 10,000 learners; an outline
2,000 lessons; a page 1,000 items; the request line and headers 16 KiB together; a request takes up
to 30 seconds, of a file its first 1,000 rows. A server keeps 1,000 streams open; a tenant has 50
webhooks, and 500 saved views for everyone beside the 500 of each owner. A person may send 600
requests a minute over all servers, and a key any number; one too many is answered 429. Whoever runs
the server may have set those of bodies, time and requests otherwise.`;

const tags = {
  Outlines: "Courses, and their lessons in order.",
  Learners: "Who they are. All that names a person is here and can be erased.",
  Groups: "Teams, managers, sites: who belongs to them, and who did when.",
  Enrollments: "Attempts of learners at courses: deadlines, withdrawal, exemption, retakes.",
  Facts: "What learners did. Facts are never taken back: the first completion counts.",
  Progress: "How far learners are, and why.",
  Feed: "What was recorded, in the order of its commits: nothing skipped, nothing twice.",
  Reports: "Where courses stand: numbers over all learners, and the learners behind them.",
  Callers: "As whom a request is taken.",
  Views: "Pages of a dashboard with their filters, kept under names.",
  Webhooks: "Receivers that are sent what is recorded, signed after Standard Webhooks.",
  System: "For whoever runs the server.",
};

const keyLifetime = `${credentialCacheMs / 1_000} seconds`;

/** The OpenAPI 3.1 document of every route, the same at every call. */
export function openApiDocument(): OpenApiDocument {
  const app = new OpenAPIHono();
  const registry = app.openAPIRegistry;
  registry.register("Problem", problem);
  registry.registerComponent("securitySchemes", "apiKey", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "mp_…",
    description: `Of a service or an administrator. Once revoked it works up to ${keyLifetime}.`,
  });
  registry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description:
      "A token that the host signs with ES256 or RS256. `sub` is the learner's id, `role` is " +
      "`learner` (the default) or `administrator`, `tenant` the tenant (`default` by default); " +
      "`iss`, `aud` and `exp` are needed. A learner's token reaches their own record only.",
  });
  for (const [name, response] of Object.entries(sharedResponses)) {
    registry.registerComponent("responses", name, response);
  }
  for (const operation of operations) registry.registerPath(routeOf(operation));
  for (const path of systemPaths) registry.registerPath(path);

  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Milepost",
      version,
      description,
      license: {
        name: "Apache License 2.0",
        url: "https://www.apache.org/licenses/LICENSE-2.0",
      },
    },
    servers: [{ url: "http://127.0.0.1:4680", description: "As `npm start` runs it" }],
    tags: Object.entries(tags).map(([name, about]) => ({ name, description: about })),
  });
  // The generator leaves empty collections, which say nothing.
  const { webhooks, ...rest } = document;
  const { parameters, ...components } = rest.components ?? {};
  return { ...rest, components };
}
