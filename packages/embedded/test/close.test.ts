import { describe, expect, onTestFinished, test } from "vitest";
import { embeddedDump } from "../../../tests/support/embeddedDump.ts";
import { DatabaseStoppedError, openEmbedded } from "../src/index.ts";

async function open() {
  const database = await openEmbedded({ loadFrom: await embeddedDump() });
  onTestFinished(() => database.close());
  return database;
}

/**
 * COPY TO PROGRAM needs a process that WebAssembly cannot start, and that the backend does not
 * survive.
 */
const crash = "copy (select 1) to program 'true'";

describe("close", () => {
  test("answers what was asked before it, refuses what is asked after it", async () => {
    const database = await open();
    const before = [1, 2, 3, 4].map((n) =>
      database.pool.query("select pg_sleep(0.02), $1::int as n", [n]),
    );
    const closed = database.close();
    await expect(database.pool.query("select 1")).rejects.toThrow("database is closed");
    await expect(database.pool.connect()).rejects.toThrow("database is closed");
    await expect(database.dump()).rejects.toThrow("database is closed");
    await closed;
    const answers = await Promise.all(before);
    expect(answers.map(({ rows }) => rows[0].n)).toEqual([1, 2, 3, 4]);
  });

  test("waits for a transaction that is open", async () => {
    const database = await open();
    const client = await database.pool.connect();
    await client.query("begin");
    let closed = false;
    const closing = database.close().then(() => {
      closed = true;
    });
    await client.query("create table kept (id int)");
    await client.query("commit");
    expect(closed).toBe(false);
    client.release();
    await closing;
  });

  test("may be called twice, and after the pool was ended by itself", async () => {
    const database = await open();
    await Promise.all([database.pool.query("select 1"), database.pool.end()]);
    await Promise.all([database.close(), database.close()]);
    await database.pool.end();
  });
});

describe("a crash of the backend", () => {
  test("fails the query under way, those waiting and every later one, and says why", async () => {
    const database = await open();
    const queries = [crash, "select 1", "select 2"].map((sql) => database.pool.query(sql));
    for (const query of queries) {
      await expect(query).rejects.toThrow(DatabaseStoppedError);
    }
    await expect(database.pool.query("select 3")).rejects.toThrow(/has stopped: Unhandled cmd/);
    await expect(database.pool.connect()).rejects.toThrow(DatabaseStoppedError);
    await expect(database.dump()).rejects.toThrow(DatabaseStoppedError);
    await database.close();
  });

  test("fails a client that was idle with its next query", async () => {
    const database = await open();
    const client = await database.pool.connect();
    await expect(client.query(crash)).rejects.toThrow(DatabaseStoppedError);
    await expect(client.query("select 1")).rejects.toThrow("not queryable");
    client.release();
    await expect(database.pool.query("select 1")).rejects.toThrow(DatabaseStoppedError);
  });
});

describe("a dump", () => {
  test("opens as the same database, of which both are changed apart from then on", async () => {
    const original = await open();
    await original.pool.query("create table thing as select 1 as n");
    const dump = await original.dump();
    await original.pool.query("insert into thing values (2)");
    const copy = await openEmbedded({ loadFrom: dump });
    onTestFinished(() => copy.close());
    expect((await copy.pool.query("select n from thing")).rows).toEqual([{ n: 1 }]);
    await copy.pool.query("drop table thing");
    expect((await original.pool.query("select n from thing order by n")).rowCount).toBe(2);
  });

  test("waits for the transaction that is open, and has all of it", async () => {
    const original = await open();
    const client = await original.pool.connect();
    await client.query("begin; create table thing as select 1 as n");
    const dumping = original.dump();
    for (let n = 0; n < 10; n++) await client.query("select 1");
    await client.query("insert into thing values (2); commit");
    client.release();
    const copy = await openEmbedded({ loadFrom: await dumping });
    onTestFinished(() => copy.close());
    expect((await copy.pool.query("select n from thing")).rowCount).toBe(2);
  });
});
