import { migrate } from "@milepost/engine";
import fc from "fast-check";
import pg from "pg";
import { describeRun } from "../bench/support.ts";
import { FuzzedServer } from "../packages/server/test/fuzz/FuzzedServer.ts";
import { requestOf } from "../packages/server/test/fuzz/requestOf.ts";
import { showRequest } from "../packages/server/test/fuzz/showRequest.ts";
import { documentedOperations } from "../packages/server/test/support/contract.ts";
import { Postgres } from "./support/Postgres.ts";
import { printFault } from "./support/runFault.ts";

const requests = Number(process.env.FUZZ_REQUESTS ?? 100_000);
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const atOnce = 8;
const chunk = 500;

/**
 * Requests made from the OpenAPI document, most of them nearly right, are sent by several at once.
 * Each answer is compared with the document. What is wrong is told once an operation and kind.
 */
const postgres = await Postgres.create();
const superuser = new pg.Pool({ connectionString: postgres.url, max: 4 });
try {
  await migrate(superuser);
  const ours = new pg.Pool({ connectionString: postgres.url, max: 8 });
  const server = await FuzzedServer.create(superuser, ours);
  const counts: Record<string, number> = {};
  const told = new Set<string>();
  const began = performance.now();
  for (let from = 0; from < requests; from += chunk) {
    const numRuns = Math.min(chunk, requests - from);
    const arbitrary = requestOf(await server.sources());
    const left = fc.sample(arbitrary, { seed: seed + from, numRuns });
    const send = async () => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) {
        const finding = await server.findingOf(next);
        if (finding === undefined) continue;
        counts[finding.kind] = (counts[finding.kind] ?? 0) + 1;
        const key = `${finding.kind}, ${next.operation}`;
        if (told.size < 50 && !told.has(key)) {
          console.error(`${key}: ${finding.says}\n${showRequest(next)}\n`);
        }
        told.add(key);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, send));
    process.stderr.write(".");
  }
  const seconds = (performance.now() - began) / 1000;
  const { logged, isOtherTenantChanged, isReady, ...damage } = await server.close();
  for (const line of logged.slice(0, 10)) console.error(line);
  const all = documentedOperations.map(({ operationId }) => operationId);
  console.error("Never a success:", all.filter((id) => !server.succeeded.has(id)).join(", "));
  const byStatus = (first: string) =>
    Object.entries(server.statuses)
      .filter(([status]) => status.startsWith(first))
      .reduce((sum, [, n]) => sum + n, 0);
  const found = Object.values(counts).reduce((sum, n) => sum + n, 0);
  printFault("fuzz", await describeRun(superuser), {
    seed,
    requests,
    operations: documentedOperations.length,
    succeeded: server.succeeded.size,
    byStatus: { "2xx": byStatus("2"), "4xx": byStatus("4"), "5xx": byStatus("5") },
    closed: server.statuses.closed ?? 0,
    outsideTheDocument: counts["outside the document"] ?? 0,
    hangs: counts.hang ?? 0,
    ...damage,
    differing: isOtherTenantChanged ? 1 : 0,
    unexpected: found + logged.length + (isReady ? 0 : 1),
    perSecond: Math.round(requests / seconds),
  });
} finally {
  await superuser.end();
  await postgres.remove();
}
