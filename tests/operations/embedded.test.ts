import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedded } from "@milepost/embedded";
import { putOutline, sealAllCompletions } from "@milepost/engine";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { embeddedDump } from "../support/embeddedDump.ts";
import { complete, whatIsWrong, wholeFeed } from "./support/academy.ts";
import { runDocumented } from "./support/runDocumented.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "milepost-copied-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function goesOn(pool: pg.Pool, before: readonly object[]): Promise<void> {
  expect(await wholeFeed(pool)).toEqual(before);
  await complete(pool, ["later"]);
  expect((await wholeFeed(pool)).slice(0, before.length)).toEqual(before);
  expect(await whatIsWrong(pool)).toEqual([]);
}

test("a copy of the closed folder and a dump of the open database both go on", async () => {
  const dataDirectory = join(folder, "data");
  const copied = join(folder, "copied");
  const first = await openEmbedded({ dataDirectory, loadFrom: await embeddedDump() });
  const lessons = ["one", "two"].map((id) => ({ id, title: id }));
  await putOutline(first.pool, { course: "c", title: "Course", lessons });
  await complete(first.pool, ["ada", "bob"]);
  await sealAllCompletions(first.pool);
  const before = await wholeFeed(first.pool);
  const dump = await first.dump();
  await first.close();
  const env = { MILEPOST_DATA: dataDirectory, BACKUP: copied };
  await runDocumented("copy-folder", { folder, env });

  for (const from of [{ dataDirectory: copied }, { loadFrom: dump }]) {
    const database = await openEmbedded(from);
    await goesOn(database.pool, before);
    await database.close();
  }
});
