import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from, to } from "pg-copy-streams";
import { beforeEach, describe, expect, test } from "vitest";
import { useEmbedded, withClient } from "./support/useEmbedded.ts";

const embedded = useEmbedded();
const rowCount = 100_000;
const patience = { timeout: 15_000, interval: 10 };

function* lines(): Generator<string> {
  for (let id = 1; id <= rowCount; id++) yield `${id}\trow number ${id}\n`;
}

/** Ten megabytes, of which the backend writes four ahead of its reader. */
async function fill(): Promise<void> {
  await embedded.pool.query(
    `insert into thing select n, repeat('x', 100) from generate_series(1, ${rowCount}) as n`,
  );
}

function unreadBytes(client: pg.PoolClient): number {
  return (client as unknown as { connection: { stream: Readable } }).connection.stream
    .readableLength;
}

async function count(): Promise<number> {
  const { rows } = await embedded.pool.query("select count(*)::int as n from thing");
  return rows[0].n;
}

beforeEach(() =>
  embedded.pool.query(
    "drop table if exists thing; create table thing (id int primary key, name text)",
  ),
);

describe("COPY", () => {
  test("takes a stream in and gives the same one out", async () => {
    await withClient(embedded.pool, async (client) => {
      const copyIn = client.query(from("copy thing from stdin"));
      await pipeline(Readable.from(lines()), copyIn);
      expect(copyIn.rowCount).toBe(rowCount);

      const parts: Buffer[] = [];
      const collect = new Writable({
        write(part: Buffer, _encoding, callback) {
          parts.push(part);
          callback();
        },
      });
      await pipeline(client.query(to("copy (select * from thing order by id) to stdout")), collect);
      expect(Buffer.concat(parts).toString()).toBe([...lines()].join(""));
    });
  });

  test("out waits for a slow reader instead of filling its memory, and loses nothing", async () => {
    await fill();
    await withClient(embedded.pool, async (client) => {
      const copyOut = client.query(to("copy (select name from thing) to stdout"));
      await expect.poll(() => unreadBytes(client), patience).toBeGreaterThan(4_000_000);
      // Turns in which the backend would write all the rest, if it did not wait.
      for (let turn = 0; turn < 3_000; turn++) await new Promise(setImmediate);
      expect(unreadBytes(client)).toBeLessThan(5_000_000);
      let bytes = 0;
      for await (const part of copyOut) bytes += part.length;
      expect(bytes).toBe(rowCount * 101);
    });
  });

  test("in that fails half-way leaves no row, and its transaction to be rolled back", async () => {
    await withClient(embedded.pool, async (client) => {
      await client.query("begin");
      const bad = ["1\tone\n", "not a number\ttwo\n"];
      const copy = pipeline(Readable.from(bad), client.query(from("copy thing from stdin")));
      await expect(copy).rejects.toMatchObject({ code: "22P02" });
      await expect(client.query("select 1")).rejects.toMatchObject({ code: "25P02" });
      await client.query("rollback");
    });
    expect(await count()).toBe(0);
  });

  test("in whose source fails is undone", async () => {
    await withClient(embedded.pool, async (client) => {
      const source = Readable.from(
        (function* () {
          yield "1\tone\n";
          throw new Error("the file is broken");
        })(),
      );
      const copy = pipeline(source, client.query(from("copy thing from stdin")));
      await expect(copy).rejects.toThrow("the file is broken");
    });
    expect(await count()).toBe(0);
  });

  test("in whose client is thrown away is undone, and the next client served", async () => {
    const client = await embedded.pool.connect();
    const copyIn = client.query(from("copy thing from stdin"));
    const failed = new Promise((resolve) => copyIn.once("error", resolve));
    await new Promise<void>((resolve) => copyIn.write("1\tone\n", () => resolve()));
    client.release(new Error("thrown away"));
    expect(await count()).toBe(0);
    await expect(failed).resolves.toBeInstanceOf(Error);
  });

  test("out that nobody reads to its end does not block the next client, ever", async () => {
    await fill();
    for (let round = 0; round < 3; round++) {
      const client = await embedded.pool.connect();
      const copyOut = client.query(to("copy thing to stdout"));
      copyOut.on("error", () => {});
      await expect.poll(() => unreadBytes(client), patience).toBeGreaterThan(4_000_000);
      client.release(new Error("thrown away"));
      expect(await count()).toBe(rowCount);
    }
  });
});
