import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApiKey, migrate, putOutline } from "@milepost/engine";
import { expect, test, vi } from "vitest";
import { type Ended, startCli } from "../../packages/cli/test/support/runCli.ts";
import { untilReady } from "../../packages/cli/test/support/untilReady.ts";
import { migrateFrom } from "../../packages/engine/src/migration/migrateFrom.ts";
import { openServerDatabase } from "../support/openServerDatabase.ts";
import type { OpenDatabase } from "../support/useDatabase.ts";
import { whatIsWrong, wholeFeed } from "./support/academy.ts";
import { nextVersion } from "./support/nextVersion.ts";
import { startLoad } from "./support/startLoad.ts";

// Four servers are started, each a process of its own.
vi.setConfig({ testTimeout: 120_000 });

interface Server {
  readonly url: string;
  isReady(): Promise<boolean>;
  end(): Promise<Ended>;
}

async function startServer({ databaseUrl }: OpenDatabase): Promise<Server> {
  const env = { DATABASE_URL: databaseUrl ?? "", PORT: "0", LOG_LEVEL: "warn" };
  const running = startCli(["serve", "--json"], { env });
  const { url } = await untilReady(running);
  const isReady = async () => (await fetch(`${url}/readyz`)).status === 200;
  const end = () => {
    running.process.kill("SIGTERM");
    return running.ended;
  };
  return { url, isReady, end };
}

test("two servers are migrated under and replaced under load: nothing fails, nothing is lost", async () => {
  const database = await openServerDatabase({ empty: true });
  const { superuser } = database;
  const folder = await mkdtemp(join(tmpdir(), "milepost-upgrade-"));
  const next = await nextVersion(folder);
  await migrate(superuser);
  const lessons = ["one", "two"].map((id) => ({ id, title: id }));
  await putOutline(superuser, { course: "c", title: "Course", lessons });
  const { key } = await createApiKey(superuser, { name: "load", role: "service" });

  const old = await Promise.all([startServer(database), startServer(database)]);
  const urls = old.map(({ url }) => url);
  const load = startLoad(urls, key, 2);
  await load.more(20);
  const { applied } = await migrateFrom(next, superuser);
  expect(applied[0]).toBe("migrations/9001_next_version.sql");
  await load.more(20);
  const replacements: Server[] = [];
  for (const server of old) {
    expect(await server.isReady()).toBe(true);
    const replacement = await startServer(database);
    expect(await replacement.isReady()).toBe(true);
    replacements.push(replacement);
    load.urls.push(replacement.url);
    load.urls.splice(load.urls.indexOf(server.url), 1);
    expect(await server.end()).toMatchObject({ exitCode: 0, signal: null, err: "" });
    await load.more(20);
  }
  await load.stop();
  await Promise.all(replacements.map((server) => server.end()));

  expect(load.failures).toEqual([]);
  const { rows } = await superuser.query<{ learner: string }>(
    `select r.external_id as learner from milepost.learner r
     join milepost.enrollment e using (bucket, learner_id) where e.completed_at is not null`,
  );
  expect(rows.map(({ learner }) => learner).sort()).toEqual([...load.completed].sort());
  expect(await whatIsWrong(superuser)).toEqual([]);
  const feed = await wholeFeed(superuser);
  expect(feed.map(({ position }) => position)).toEqual(feed.map((_, n) => n + 1));
  await database.close();
  await rm(folder, { recursive: true });
});
