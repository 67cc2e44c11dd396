import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifySeals } from "@milepost/engine";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCli } from "../../packages/cli/test/support/runCli.ts";
import { untilReady } from "../../packages/cli/test/support/untilReady.ts";
import { endPool } from "../support/endPool.ts";
import { findServer } from "../support/findServer.ts";
import { type Cluster, startCluster } from "../support/startCluster.ts";
import {
  complete,
  inDatabase,
  openAcademy,
  passTransactions,
  whatIsWrong,
  wholeFeed,
} from "./support/academy.ts";
import { documented, runDocumented } from "./support/runDocumented.ts";

let folder: string;
let clusters: Cluster[];
let pool: pg.Pool;
let key: string;
let urls: { academy: string; backup: string; newServer: string; restored: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "milepost-dump-"));
  clusters = await Promise.all([startCluster(), startCluster()]);
  const [from, to] = clusters.map(({ url }) => url) as [string, string];
  const academy = inDatabase(from, "academy");
  const admin = new pg.Pool({ connectionString: from, max: 1 });
  // Its transactions are to be such as the new cluster has not come to.
  await passTransactions(admin, 20_000);
  await admin.query(documented("backup-role"));
  await admin.query("alter role milepost_backup password 'backup'");
  await endPool(admin);
  ({ pool, key } = await openAcademy(from));
  await pool.query("create role web login password 'web'; grant milepost_app to web");
  await pool.query("create role owning login password 'owning'; grant milepost_owner to owning");
  const backup = as(academy, "milepost_backup", "backup");
  urls = { academy, backup, newServer: to, restored: inDatabase(to, "academy") };
});
afterAll(async () => {
  await endPool(pool);
  await Promise.all(clusters.map((cluster) => cluster.stop()));
  await rm(folder, { recursive: true });
});

function as(url: string, role: string, password: string): string {
  return Object.assign(new URL(url), { username: role, password }).href;
}

test.each([
  ["owning", "query would be affected by row-level security policy"],
  ["web", "permission denied"],
])("a dump as %s fails", async (role, why) => {
  const env = { DATABASE_URL: as(urls.academy, role, role) };
  await expect(runDocumented("dump", { folder, env })).rejects.toThrow(why);
});

test("a dump restored into a new cluster is proved, and goes on where it was", async () => {
  const kept = await verifySeals(pool);
  await runDocumented("keep-seals", { folder, env: { DATABASE_URL: urls.academy } });
  // Committed, and neither numbered nor sealed when the dump is taken.
  await complete(pool, ["dan"]);
  await runDocumented("dump", { folder, env: { DATABASE_URL: urls.backup } });
  const before = await wholeFeed(pool);

  const env = { NEW_SERVER_URL: urls.newServer, NEW_DATABASE_URL: urls.restored };
  await runDocumented("restore", { folder, env });
  const restored = new pg.Pool({ connectionString: urls.restored, max: 2 });
  for (const role of ["owning", "web"]) {
    await restored.query(`alter role ${role} password '${role}'`);
  }
  const owning = { DATABASE_URL: as(urls.restored, "owning", "owning") };
  const proof = await runDocumented("prove", { folder, env: owning });
  expect(proof).toMatch(/^0 differences in 4 attempts\n0 findings in 9 sealed completions, 1 seal/);

  expect((await verifySeals(restored)).lastHash).toBe(kept.lastHash);
  const unnumbered = (entry: object) => ({ ...entry, position: 0, cursor: "" });
  expect((await wholeFeed(restored)).map(unnumbered)).toEqual(before.map(unnumbered));
  const guarded = restored.query("update milepost.lesson_progress set completed_at = now()");
  await expect(guarded).rejects.toMatchObject({ code: "MPG01" });

  await serveRestored();
  const after = await wholeFeed(restored);
  expect(after.slice(0, before.length).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  // Once it comes to the transactions of the former cluster, nothing is told again.
  await passTransactions(restored, 25_000);
  expect(await wholeFeed(restored)).toEqual(after);
  expect(after.map(({ position }) => position)).toEqual(after.map((_, n) => n + 1));
  expect(await whatIsWrong(restored)).toEqual([]);
  await endPool(restored);
});

/** A server, as the role that the dump brought along, takes a completion with the former key. */
async function serveRestored(): Promise<void> {
  const env = { DATABASE_URL: as(urls.restored, "web", "web"), PORT: "0", LOG_LEVEL: "warn" };
  const server = startCli(["serve", "--json"], { env });
  const { url } = await untilReady(server);
  const headers = { authorization: `Bearer ${key}` };
  const completion = `${url}/v1/learners/eve/lessons/one/completion`;
  expect((await fetch(completion, { method: "PUT", headers })).status).toBe(200);
  server.process.kill("SIGTERM");
  expect(await server.ended).toMatchObject({ exitCode: 0 });
}

test("a dump with --enable-row-security ends well and is empty", async () => {
  const dump = join(await findServer(), "pg_dump");
  const dbname = `--dbname=${as(urls.academy, "owning", "owning")}`;
  const args = ["--enable-row-security", "--data-only", "--table=milepost.learner", dbname];
  expect(execFileSync(dump, args, { encoding: "utf8" })).toMatch(/^COPY milepost\..*\n\\\.$/m);
});
