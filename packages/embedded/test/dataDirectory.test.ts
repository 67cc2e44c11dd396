import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { embeddedDump } from "../../../tests/support/embeddedDump.ts";
import { DatabaseStoppedError, openEmbedded } from "../src/index.ts";
import { startChild } from "./support/startChild.ts";
import { temporaryDirectory } from "./support/temporaryDirectory.ts";

/** A directory with a database in it that was closed. */
async function closedDatabase(): Promise<string> {
  const dataDirectory = temporaryDirectory();
  await (await openEmbedded({ dataDirectory, loadFrom: await embeddedDump() })).close();
  return dataDirectory;
}

// Most tests here open several databases, and one creates its own: seconds each on busy cores.
vi.setConfig({ testTimeout: 60_000 });

/** `state` of PostgreSQL's control file: how the database was left. */
const shutDown = 1;
const inProduction = 6;
function controlState(directory: string): number {
  return readFileSync(join(directory, "postgres/global/pg_control")).readUInt32LE(16);
}

describe("a data directory", () => {
  test("is made where it is missing, keeps what was written, and is left clean", async () => {
    const directory = join(temporaryDirectory(), "not/there/yet");
    const first = await openEmbedded({ dataDirectory: directory });
    expect(first.dataDirectory).toBe(directory);
    await first.pool.query("create table kept as select 42 as n");
    expect(controlState(directory)).toBe(inProduction);
    await first.close();
    expect(controlState(directory)).toBe(shutDown);
    expect(readdirSync(directory)).toEqual(["postgres"]);

    const second = await openEmbedded({ dataDirectory: directory });
    expect((await second.pool.query("select n from kept")).rows).toEqual([{ n: 42 }]);
    await second.close();
  });

  test("is refused while this process has it open, and while another has", async () => {
    const dataDirectory = await closedDatabase();
    const ours = await openEmbedded({ dataDirectory });
    const refusal = { name: "DataDirectoryInUseError", dataDirectory };
    await expect(openEmbedded({ dataDirectory })).rejects.toMatchObject({
      ...refusal,
      holderPid: process.pid,
    });
    await ours.pool.query("select 1");
    await ours.close();

    const child = startChild("holdDatabase", dataDirectory);
    expect(await child.line()).toBe("open");
    await expect(openEmbedded({ dataDirectory })).rejects.toMatchObject({
      ...refusal,
      holderPid: child.pid,
    });
    await child.finish();
    expect(existsSync(join(dataDirectory, "lock"))).toBe(false);
    await (await openEmbedded({ dataDirectory })).close();
  });

  test("in which a database was still being made at a kill is begun anew", async () => {
    const dataDirectory = temporaryDirectory();
    mkdirSync(join(dataDirectory, "postgres/global"), { recursive: true });
    writeFileSync(join(dataDirectory, "postgres/PG_VERSION"), "18\n");
    writeFileSync(join(dataDirectory, "postgres.incomplete"), "");
    const database = await openEmbedded({ dataDirectory, loadFrom: await embeddedDump() });
    expect((await database.pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await database.close();
    expect(readdirSync(dataDirectory)).toEqual(["postgres"]);
  });

  test("with a database in it is not loaded into", async () => {
    const dataDirectory = await closedDatabase();
    const loading = openEmbedded({ dataDirectory, loadFrom: await embeddedDump() });
    await expect(loading).rejects.toThrow("already");
    await (await openEmbedded({ dataDirectory })).close();
  });

  test("with files that are no database is left alone", async () => {
    const dataDirectory = temporaryDirectory();
    mkdirSync(join(dataDirectory, "postgres"));
    writeFileSync(join(dataDirectory, "postgres/thesis.txt"), "all of it");
    await expect(openEmbedded({ dataDirectory })).rejects.toThrow("not a PostgreSQL database");
    expect(readFileSync(join(dataDirectory, "postgres/thesis.txt"), "utf8")).toBe("all of it");
    expect(readdirSync(dataDirectory)).toEqual(["postgres"]);
  });

  test("that PostgreSQL cannot start on is refused in its words, its lock given back", async () => {
    const dataDirectory = await closedDatabase();
    writeFileSync(join(dataDirectory, "postgres/PG_VERSION"), "17\n");
    const opening = openEmbedded({ dataDirectory });
    await expect(opening).rejects.toThrow(DatabaseStoppedError);
    await expect(opening).rejects.toThrow(
      /did not start: database files are incompatible.*by PostgreSQL version 17/,
    );
    expect(existsSync(join(dataDirectory, "lock"))).toBe(false);
  });
});

describe("a process", () => {
  test("ends by itself once it has closed its database", async () => {
    const child = startChild("closeDatabase", await closedDatabase());
    expect(await child.rest()).toEqual(["closed"]);
    await child.finish();
    expect(child.process.exitCode).toBe(0);
  });
});

describe("a kill -9 in the middle of writing", () => {
  test("loses no acknowledged row, round after round", { timeout: 180_000 }, async () => {
    const dataDirectory = await closedDatabase();
    const rounds = 5;
    let acknowledged = 0;
    for (let round = 1; round <= rounds; round++) {
      const writer = startChild("writeRows", dataDirectory);
      for (let rows = 0; rows < 50 * round; rows++) {
        acknowledged = Number(await writer.line());
      }
      await writer.kill();
      // What it had said and we had not read was acknowledged too.
      acknowledged = Number((await writer.rest()).at(-1) ?? acknowledged);

      const database = await openEmbedded({ dataDirectory });
      const { rows } = await database.pool.query(
        "select count(*)::int as n, max(id)::int as last, min(length(filler)) as filler from row",
      );
      expect(rows[0].last).toBeGreaterThanOrEqual(acknowledged);
      expect(rows[0]).toMatchObject({ n: rows[0].last, filler: 500 });
      await database.close();
      acknowledged = rows[0].last;
    }
  });
});
