import fc from "fast-check";
import pg from "pg";
import { describe, expect, test, vi } from "vitest";
import { type DatabaseKind, useDatabase } from "../../../../tests/support/useDatabase.ts";
import { FuzzedServer } from "./FuzzedServer.ts";
import { requestOf } from "./requestOf.ts";
import { showRequest } from "./showRequest.ts";

vi.setConfig({ testTimeout: 180_000 });

/** Of a server on PostgreSQL 2,000, and 100,000 by `npm run faults fuzz`. */
const kinds: readonly (readonly [DatabaseKind, number])[] = [
  ["PostgreSQL", 2_000],
  ["embedded", 300],
];

describe.each(kinds)("whatever is sent to a server on %s", (kind, numRuns) => {
  const database = useDatabase(kind);

  test("is answered as the document says, and breaks nothing", async () => {
    const ours =
      kind === "embedded"
        ? database.app
        : new pg.Pool({ connectionString: database.databaseUrl, max: 4 });
    const server = await FuzzedServer.create(database.superuser, ours);
    const requests = requestOf(await server.sources());
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const finding = await server.findingOf(request);
        if (finding === undefined) return;
        throw new Error(`${finding.kind}: ${finding.says}\n${showRequest(finding.request)}`);
      }),
      { numRuns },
    );
    expect(await server.close()).toEqual({
      differences: 0,
      sealFindings: 0,
      isOtherTenantChanged: false,
      logged: [],
      isReady: true,
    });
  });
});
