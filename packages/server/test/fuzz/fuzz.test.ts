import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../../tests/support/useDatabase.ts";
import { documentedOperations } from "../support/contract.ts";
import { checkAfterwards } from "./checkAfterwards.ts";
import { checkAnswer } from "./checkAnswer.ts";
import { describeRequest } from "./describeRequest.ts";
import type { FuzzRequest } from "./FuzzRequest.ts";
import { learn } from "./learn.ts";
import { requests } from "./requests.ts";
import { callersOf, seedWorld } from "./seedWorld.ts";
import { sendRequest } from "./sendRequest.ts";
import { type FuzzServer, startFuzzServer } from "./startFuzzServer.ts";
import { tenantSnapshot } from "./tenantSnapshot.ts";
import type { World } from "./World.ts";

const runs = { PostgreSQL: 2_000, embedded: 300 };

describe.each(databaseKinds)("bad input on %s", (kind) => {
  const database = useDatabase(kind);
  let server: FuzzServer;
  let world: World;
  let before: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const seeded = await seedWorld(database.superuser);
    before = await tenantSnapshot(database.superuser, "bystander");
    // A server ends the pool that it was given.
    const pool =
      kind === "embedded"
        ? unending(database.app)
        : new pg.Pool({ connectionString: database.databaseUrl });
    server = await startFuzzServer(pool);
    world = { names: seeded.names, callers: await callersOf(seeded, server.token) };
  });
  afterAll(() => server.close());

  const answered = new Map<string, Set<number>>();
  const send = async (request: FuzzRequest) => {
    const answer = await sendRequest(server.url, request);
    learn(world, request, answer);
    if (typeof answer !== "string") {
      const statuses = answered.get(request.operation) ?? new Set();
      answered.set(request.operation, statuses.add(answer.status));
    }
    const [finding] = checkAnswer(request, answer);
    if (finding === undefined) return;
    throw new Error(`${finding.kind}: ${finding.says}\n${describeRequest(request)}`);
  };

  test("whatever is sent is answered, and as the document says", { timeout: 300_000 }, async () => {
    const numRuns = runs[kind];
    const given = process.env.FUZZ_SEED;
    const seed = given === undefined ? {} : { seed: Number(given) };
    await fc.assert(fc.asyncProperty(requests(world), send), { ...seed, numRuns, verbose: 1 });
  });

  test("enough of it was well-formed to reach what the operations do", () => {
    const done = documentedOperations.filter(({ operationId }) =>
      [...(answered.get(operationId) ?? [])].some((status) => status < 300),
    );
    expect(done.length / documentedOperations.length).toBeGreaterThan(
      kind === "embedded" ? 0.5 : 0.9,
    );
  });

  test("it changed no stored number, no seal and nothing of another tenant", async () => {
    expect(await checkAfterwards(database.superuser, before)).toEqual({
      differences: 0,
      sealFindings: 0,
      otherTenantChanged: [],
    });
  });

  test("it was nothing that the server logs as an error, and it is ready for more", async () => {
    expect(server.errors).toEqual([]);
    const ready = await fetch(`${server.url}/readyz`);
    expect(await ready.json()).toEqual({ status: "ready" });
  });
});

/** The pool of the test's own database, which the test's end has to find open. */
function unending(pool: pg.Pool): pg.Pool {
  return new Proxy(pool, {
    get(target, name) {
      if (name === "end") return () => Promise.resolve();
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
