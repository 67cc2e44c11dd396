import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { afterEach, describe, expect, test, vi } from "vitest";
import { csvResponse } from "../src/csv/csvResponse.ts";
import type { CsvRow } from "../src/csv/csvRows.ts";

type Pages = AsyncGenerator<readonly CsvRow[]>;

const broken: unknown[] = [];
const file = (pages: Pages) =>
  csvResponse({
    name: "rows.csv",
    columns: ["a", "b"],
    pages,
    onBreak: (error) => broken.push(error),
  });

afterEach(() => {
  broken.length = 0;
});

async function* pagesOf(...pages: (readonly CsvRow[])[]): Pages {
  yield* pages;
}

describe("a file", () => {
  test("has its header and all rows of all pages, in order", async () => {
    const response = await file(pagesOf([{ a: 1, b: "x" }, { a: 2 }], [{ b: "y", a: 3, c: 4 }]));
    expect(await response.text()).toBe("a,b\r\n1,x\r\n2,\r\n3,y\r\n");
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": 'attachment; filename="rows.csv"',
    });
  });

  test("is its header alone where there is no row", async () => {
    expect(await (await file(pagesOf([]))).text()).toBe("a,b\r\n");
    expect(await (await file(pagesOf())).text()).toBe("a,b\r\n");
  });

  test("reads a page when the one before has gone out, not earlier", async () => {
    const read: number[] = [];
    async function* counted(): Pages {
      for (let n = 1; n <= 3; n++) {
        read.push(n);
        yield [{ a: n }];
      }
    }
    const reader = (await file(counted())).body?.getReader();
    expect(read).toEqual([1]);
    await reader?.read();
    await reader?.read();
    expect(read).toEqual([1]);
    await reader?.read();
    expect(read).toEqual([1, 2]);
  });

  test("that nobody reads on is not read from the database either", async () => {
    let ended = false;
    async function* endless(): Pages {
      try {
        for (;;) yield [{ a: 1 }];
      } finally {
        ended = true;
      }
    }
    await (await file(endless())).body?.cancel();
    expect(ended).toBe(true);
  });

  test("that can't begin is no answer", async () => {
    async function* refused(): Pages {
      await Promise.reject(new Error("refused"));
      yield [];
    }
    await expect(file(refused())).rejects.toThrow("refused");
    expect(broken).toEqual([]);
  });
});

describe("a file that breaks", () => {
  /** Fails after so many pages of that many rows. */
  async function* failing(pages: number, rows: number): Pages {
    for (let n = 0; n < pages; n++) {
      await new Promise(setImmediate);
      yield Array.from({ length: rows }, () => ({ a: n, b: "x".repeat(100) }));
    }
    throw new Error("secret of the database");
  }

  test("says so to whoever reads it, without the cause, which is told to the log", async () => {
    const response = await file(failing(2, 1));
    await expect(response.text()).rejects.toThrow("The file broke off.");
    expect(broken).toEqual([new Error("secret of the database")]);
  });

  // The last is more than a socket takes at once: the failure comes while chunks wait to go out.
  test.each([
    [1, 1],
    [3, 10],
    [3, 1_000],
    [20, 20_000],
  ])("after %i pages of %i rows is cut off on the wire, never ended", async (pages, rows) => {
    const printed = vi.spyOn(console, "error").mockImplementation(() => {});
    const app = new Hono()
      .use(async (c, next) => {
        await next();
        c.res.headers.set("x-request-id", "as observe does");
      })
      .get("/", () => file(failing(pages, rows)));
    const server = createServer(getRequestListener(app.fetch));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const response = await fetch(`http://127.0.0.1:${port}/`);
      expect(response.status).toBe(200);
      await expect(response.text()).rejects.toThrow();
      expect(broken).toHaveLength(1);
      expect(JSON.stringify(printed.mock.calls.map(String))).not.toContain("secret");
    } finally {
      server.closeAllConnections();
      server.close();
      printed.mockRestore();
    }
  });
});
