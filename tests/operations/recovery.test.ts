import { appendFile, chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { doctor, readCourseProgress, reportOverview, verifySeals } from "@milepost/engine";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { endPool } from "../support/endPool.ts";
import { type Account, serverAccount } from "../support/findServer.ts";
import { type Cluster, startCluster } from "../support/startCluster.ts";
import { complete, inDatabase, openAcademy, whatIsWrong, wholeFeed } from "./support/academy.ts";
import { documented, runDocumented } from "./support/runDocumented.ts";

let folder: string;
let account: Account;
let cluster: Cluster;
let pool: pg.Pool;

/** The settings that the page names, with the archive in this test's folder. */
function archiving(archive: string): Record<string, string> {
  const lines = documented("archiving").replaceAll("/srv/archive", archive).trim().split("\n");
  const settings = lines.map((line) => /^(\w+) = '?(.*?)'?$/.exec(line)?.slice(1) ?? []);
  return Object.fromEntries(settings);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "milepost-recovery-"));
  await mkdir(join(folder, "archive"));
  account = await serverAccount();
  // The server writes here, and it may be another account's than the test.
  for (const path of [folder, join(folder, "archive")]) await chmod(path, 0o777);
  cluster = await startCluster({ settings: archiving(join(folder, "archive")) });
  ({ pool } = await openAcademy(cluster.url));
});
afterAll(async () => {
  await endPool(pool);
  await cluster.stop();
  await rm(folder, { recursive: true });
});

/** Runs what the page says as the account that PostgreSQL runs as. */
function asServer(name: string, env: Record<string, string> = {}): Promise<string> {
  const places = { BASE: join(folder, "base"), ARCHIVE: join(folder, "archive") };
  const all = { SERVER_URL: cluster.url, ...places, ...env };
  return runDocumented(name, { folder, env: all, account });
}

/** Starts a cluster on the files that a block of the page makes in `PGDATA`. */
async function startFrom(block: string, settings = ""): Promise<{ copy: Cluster; db: pg.Pool }> {
  const copyTo = async (PGDATA: string) => {
    await asServer(block, { PGDATA });
    await appendFile(join(PGDATA, "postgresql.auto.conf"), settings);
  };
  const copy = await startCluster({ files: { url: cluster.url, copyTo } });
  const db = new pg.Pool({ connectionString: inDatabase(copy.url, "academy"), max: 2 });
  return { copy, db };
}

async function value<T>(db: pg.Pool, question: string): Promise<T> {
  const { rows } = await db.query<{ v: T }>(question);
  return rows[0]?.v as T;
}

const patience = { timeout: 30_000, interval: 20 };

async function untilRecovered(db: pg.Pool): Promise<void> {
  const recovering = "select pg_is_in_recovery() as v";
  await vi.waitUntil(async () => !(await value<boolean>(db, recovering)), patience);
}

test("recovered to a point it has what was before and not what came after", async () => {
  await asServer("base-backup");
  await complete(pool, ["before"]);
  const kept = await wholeFeed(pool);
  const sealed = await verifySeals(pool);
  await asServer("restore-point");
  const instant = await value<string>(pool, "select clock_timestamp()::text as v");
  await complete(pool, ["after"]);
  const lost = (await wholeFeed(pool)).slice(kept.length);
  const segment = await value<string>(pool, "select pg_walfile_name(pg_switch_wal()) as v");
  const archived = "select last_archived_wal as v from pg_stat_archiver";
  await vi.waitUntil(async () => (await value<string>(pool, archived)) >= segment, patience);

  // Of two settings of one name the last counts.
  const toInstant = `recovery_target_name = ''\nrecovery_target_time = '${instant}'\n`;
  const byTime = await startFrom("recover", toInstant);
  await untilRecovered(byTime.db);
  expect(await wholeFeed(byTime.db)).toEqual(kept);
  await endPool(byTime.db);
  await byTime.copy.stop();

  const { copy, db } = await startFrom("recover");
  await untilRecovered(db);
  await db.query(documented("pass-over-ids"));
  expect(await wholeFeed(db)).toEqual(kept);
  expect(await whatIsWrong(db)).toEqual([]);
  expect(await verifySeals(db)).toMatchObject({ lastHash: sealed.lastHash });
  const gone = readCourseProgress(db, { learner: "after", course: "c" });
  await expect(gone).rejects.toMatchObject({ code: "learner_not_found" });

  await complete(db, ["later"]);
  const feed = await wholeFeed(db);
  expect(feed.map(({ position }) => position)).toEqual(feed.map((_, n) => n + 1));
  const ids = new Set(lost.map(({ id }) => id));
  expect(feed.slice(kept.length).filter(({ id }) => ids.has(id))).toEqual([]);
  expect(await whatIsWrong(db)).toEqual([]);
  await endPool(db);
  await copy.stop();
});

test("a standby answers reads, and takes over with the feed where it was", async () => {
  const { copy, db } = await startFrom("standby");
  await complete(pool, ["followed"]);
  const feed = await wholeFeed(pool);
  await complete(pool, ["unnumbered"]);
  const end = await value<string>(pool, "select pg_current_wal_lsn() as v");
  const replayed = `select pg_last_wal_replay_lsn() >= '${end}' as v`;
  await vi.waitUntil(() => value<boolean>(db, replayed), patience);

  expect(await value(db, "select pg_is_in_recovery() as v")).toBe(true);
  const followed = { learner: "unnumbered", course: "c" };
  expect(await readCourseProgress(db, followed)).toMatchObject({ progressPercentage: 100 });
  const now = { now: new Date() };
  expect(await reportOverview(db, {}, now)).toEqual(await reportOverview(pool, {}, now));
  expect(await wholeFeed(db)).toEqual(feed);
  expect((await doctor(db)).differences).toEqual([]);
  const write = complete(db, ["refused"]);
  await expect(write).rejects.toThrow(/read-only transaction|recovery/);

  await runDocumented("promote", { folder, env: { STANDBY_URL: copy.url } });
  await complete(db, ["promoted"]);
  const after = await wholeFeed(db);
  expect(after.slice(0, feed.length)).toEqual(feed);
  expect(after.map(({ position }) => position)).toEqual(after.map((_, n) => n + 1));
  expect(await whatIsWrong(db)).toEqual([]);
  await endPool(db);
  await copy.stop();
});
