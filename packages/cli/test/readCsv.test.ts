import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine } from "../src/files/csvLine.ts";
import type { Row } from "../src/files/Row.ts";
import { type Fields, readCsv } from "../src/files/readCsv.ts";
import { readLines } from "../src/files/readLines.ts";

const columns = ["a", "b", "c"];

async function read(text: string | Buffer, cut = 1 << 16) {
  const bytes = Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / cut) }, (_, at) =>
    bytes.subarray(at * cut, (at + 1) * cut),
  );
  const rows = readCsv(readLines(Readable.from(chunks)), { columns, required: ["a"] });
  const all: Row<Fields>[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

const summary = (rows: Awaited<ReturnType<typeof read>>) =>
  rows.map(({ line, value, fault }) => [line, fault ?? value]);

describe("a CSV file", () => {
  // A line that ends in the middle of its file would be another file.
  const field = fc.string({ unit: fc.constantFrom("x", '"', ",", ";", "\n", "\r", " ", "é", "𝄞") });
  const record = fc.tuple(fc.string({ minLength: 1 }), field, field);
  const given = ([a, b, c]: readonly string[]) =>
    Object.fromEntries(Object.entries({ a, b, c }).filter(([, value]) => value !== ""));

  test("gives back what was written, wherever the chunks of the stream are cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { maxLength: 8 }),
        fc.integer({ min: 1, max: 7 }),
        async (records, cut) => {
          const text = csvLine(columns) + records.map((one) => csvLine(one)).join("");
          const rows = await read(text, cut);
          expect(rows.map(({ value, fault }) => fault ?? value)).toEqual(records.map(given));
        },
      ),
    );
  });

  test("gives back what another program wrote", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 8 }), async (records) => {
        const options = { record_delimiter: "windows" as const, quoted_match: /[\r\n]/ };
        const rows = await read(stringify([columns, ...records], options));
        expect(rows.map(({ value, fault }) => fault ?? value)).toEqual(records.map(given));
      }),
    );
  });

  test("may begin with a byte order mark, and use semicolons, tabs and names in another spelling", async () => {
    expect(summary(await read('\uFEFFA;"B"; c \r\n1;2;3\r\n'))).toEqual([
      [2, { a: "1", b: "2", c: "3" }],
    ]);
    expect(summary(await read("c\ta\n1\t2"))).toEqual([[2, { c: "1", a: "2" }]]);
  });

  test("keeps a quote that stands in an unquoted field", async () => {
    expect(summary(await read('a,b\n5" disk,"say ""ah"""\n'))).toEqual([
      [2, { a: '5" disk', b: 'say "ah"' }],
    ]);
  });

  test("passes over empty lines and counts them", async () => {
    expect(summary(await read("a\n\n1\n \n2\n"))).toEqual([
      [3, { a: "1" }],
      [5, { a: "2" }],
    ]);
  });

  test("loses one line to a quote that is not closed", async () => {
    const rows = await read('a,b\n1,"two\n2,"b"\n3,c\n4,"d"d\n5,e\n');
    expect(summary(rows)).toEqual([
      [2, "A quote is opened and not closed."],
      [3, { a: "2", b: "b" }],
      [4, { a: "3", b: "c" }],
      [5, "Something follows a closing quote."],
      [6, { a: "5", b: "e" }],
    ]);
    expect(rows[0]?.text).toBe('1,"two');
  });

  test("loses a line that has too few or too many fields", async () => {
    expect(summary(await read("a,b\n1\n1,2,3\n1,2\n"))).toEqual([
      [2, "The line has 1 fields where the first line has 2."],
      [3, "The line has 3 fields where the first line has 2."],
      [4, { a: "1", b: "2" }],
    ]);
  });

  test("loses a line that is not UTF-8, and one of more than a megabyte", async () => {
    const latin1 = Buffer.from("a\nJos\xe9\nEve\n", "latin1");
    const long = Buffer.from(`${"x".repeat(1_100_000)}\nAda\n`);
    const rows = await read(Buffer.concat([latin1, long]));
    expect(summary(rows)).toEqual([
      [2, "The line is not UTF-8."],
      [3, { a: "Eve" }],
      [4, "The line is longer than a megabyte."],
      [5, { a: "Ada" }],
    ]);
    expect(rows[2]?.text).toHaveLength(200);
  });

  test.each([
    ["a,d\n", 'There is no column named "d".'],
    ["b\n", 'The column "a" is missing.'],
    ["a,A\n", 'The column "a" comes twice.'],
    ['"a\n', "The first line is not one of names."],
  ])("is refused whole when its first line is %j", async (text, message) => {
    await expect(read(text)).rejects.toMatchObject({ code: "wrong_columns", message });
  });
});
