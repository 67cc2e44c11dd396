import { migrate } from "@milepost/engine";
import pg from "pg";
import { describeRun } from "../bench/support.ts";
import { checkAfterwards } from "../packages/server/test/fuzz/checkAfterwards.ts";
import { runFuzz } from "../packages/server/test/fuzz/runFuzz.ts";
import { callersOf, seedWorld } from "../packages/server/test/fuzz/seedWorld.ts";
import { startFuzzServer } from "../packages/server/test/fuzz/startFuzzServer.ts";
import { tenantSnapshot } from "../packages/server/test/fuzz/tenantSnapshot.ts";
import { startCluster } from "../tests/support/startCluster.ts";

// Bad input for a server on a PostgreSQL of its own: FUZZ_REQUESTS of them, made from FUZZ_SEED.
// Findings go to standard error; the figures are one line of JSON.

const requests = Number(process.env.FUZZ_REQUESTS ?? 100_000);
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const mostTold = 50;

console.error(`FUZZ_SEED=${seed}`);
const cluster = await startCluster();
const superuser = new pg.Pool({ connectionString: cluster.url, max: 8 });
superuser.on("error", () => {});
try {
  process.exitCode = (await fuzz()) ? 0 : 1;
} finally {
  await superuser.end();
  await cluster.stop();
}

/** Whether nothing was found. */
async function fuzz(): Promise<boolean> {
  await migrate(superuser);
  const seeded = await seedWorld(superuser);
  const before = await tenantSnapshot(superuser, "bystander");
  const server = await startFuzzServer(new pg.Pool({ connectionString: cluster.url, max: 10 }));
  let told = 0;
  const onFinding = (text: string) => {
    told += 1;
    if (told <= mostTold) console.error(text);
  };
  const world = { names: seeded.names, callers: await callersOf(seeded, server.token) };
  const { url } = server;
  const run = await runFuzz({ url, world, seed, count: requests, workers: 8, onFinding });
  const ready = await fetch(`${url}/readyz`);
  if (!ready.ok) onFinding(`/readyz is answered ${ready.status} afterwards.`);
  await server.close();
  for (const line of server.errors) onFinding(`logged: ${line.slice(0, 2_000)}`);
  const {
    differences,
    sealFindings,
    otherTenantChanged: changed,
  } = await checkAfterwards(superuser, before);
  if (changed.length > 0) onFinding(`changed in another tenant: ${changed.join(", ")}`);

  const { hang, "server error": serverErrors, ...others } = run.findings;
  const outsideTheDocument = Object.values(others).reduce((sum, count) => sum + count, 0);
  console.log(
    JSON.stringify({
      fault: "fuzz",
      ...(await describeRun(superuser)),
      seed,
      requests,
      operations: run.operations,
      byStatus: run.byStatus,
      outsideTheDocument,
      hangs: hang,
      serverErrors,
      differences,
      sealFindings,
      otherTenantChanged: changed.length > 0,
      perSecond: run.perSecond,
    }),
  );
  const found = outsideTheDocument + hang + serverErrors + differences + sealFindings;
  return found + server.errors.length === 0 && ready.ok && changed.length === 0;
}
