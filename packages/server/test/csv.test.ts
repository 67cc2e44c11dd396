import { describe, expect, test } from "vitest";
import { csvColumns } from "../src/csv/csvColumns.ts";
import { csvRecord } from "../src/csv/csvRecord.ts";
import { csvRows } from "../src/csv/csvRows.ts";
import { prefersCsv } from "../src/csv/prefersCsv.ts";
import { reportOperations } from "../src/routes/reports.ts";

describe("a record", () => {
  test("is quoted where RFC 4180 says so, and ends in CR LF", () => {
    expect(csvRecord(["a", "b c", 'say "hi"', "x,y", "two\nlines", "cr\rhere", ""])).toBe(
      'a,b c,"say ""hi""","x,y","two\nlines","cr\rhere",\r\n',
    );
  });

  test("has instants as JSON has them, and nothing for what is not there", () => {
    const at = new Date("2026-03-01T09:00:00Z");
    expect(csvRecord([at, null, undefined, true, 0, 0.25])).toBe(
      "2026-03-01T09:00:00.000Z,,,true,0,0.25\r\n",
    );
  });

  test.each(["=1+1", "+49 30", "-1", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0"])(
    "keeps %j from being a formula",
    (text) => {
      expect(csvRecord([text])).toBe(`'${text}\r\n`);
    },
  );

  test("keeps a formula in quotes from being one, and one that begins with CR", () => {
    expect(csvRecord(['=HYPERLINK("x")', "\r=1"])).toBe(`"'=HYPERLINK(""x"")","'\r=1"\r\n`);
  });

  test("leaves numbers alone, and signs inside of a text", () => {
    expect(csvRecord([-1, -0.5, "a=1", "ada@example.org"])).toBe("-1,-0.5,a=1,ada@example.org\r\n");
  });

  test("keeps every character that is not ASCII", () => {
    expect(csvRecord(["Jürgen", "学习者", "👩‍🏫"])).toBe("Jürgen,学习者,👩‍🏫\r\n");
  });
});

describe("an Accept header", () => {
  test.each([
    "text/csv",
    "TEXT/CSV",
    "text/csv; header=present",
    "text/csv, */*",
    "text/csv, */*;q=0.8",
    "application/json;q=0.9, text/csv",
    "text/*",
    "text/csv;q=0.1",
    "application/json;q=0, */*;q=0.1, text/csv;q=0.1",
  ])("%j asks for CSV", (accept) => {
    expect(prefersCsv(accept)).toBe(true);
  });

  test.each([
    undefined,
    "",
    "*/*",
    "application/json",
    "application/json, text/csv",
    "text/csv;q=0.5, application/json",
    "text/csv;q=0.5, */*",
    "text/csv;q=0",
    "text/csv;q=x",
    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "image/png",
  ])("%j does not", (accept) => {
    expect(prefersCsv(accept)).toBe(false);
  });
});

describe("an answer as rows", () => {
  const head = { asOf: new Date(0), definition: 1 };

  test("has a row an item, with what the answer says of all", () => {
    const answer = { ...head, total: 2, items: [{ a: 1 }, { a: 2 }], next: "x" };
    expect(csvRows(answer)).toEqual([
      { a: 1, total: 2, next: "x", ...head },
      { a: 2, total: 2, next: "x", ...head },
    ]);
    expect(csvRows({ ...head, items: [] })).toEqual([]);
  });

  test("has the fields of a part behind its name", () => {
    expect(csvRows({ ...head, matured: { rate: 0.5, low: null } })).toEqual([
      { ...head, maturedRate: 0.5, maturedLow: null },
    ]);
  });

  test("has a row a point of a curve, and one for a curve without points", () => {
    const items = [
      { cohort: "a", curve: [{ day: 1 }, { day: 2 }] },
      { cohort: "b", curve: [] },
    ];
    expect(csvRows({ items })).toEqual([
      { cohort: "a", curveDay: 1 },
      { cohort: "a", curveDay: 2 },
      { cohort: "b" },
    ]);
    expect(csvRows({ n: 0, curve: [] })).toEqual([{ n: 0 }]);
  });
});

describe("the columns of a report", () => {
  const reports = reportOperations
    .filter(({ csv }) => csv !== undefined)
    .map((operation) => [operation.operationId, operation] as const);

  test.each(reports)("%s has each once, of the instant and the definition last", (_, operation) => {
    const columns = csvColumns(operation.answer);
    expect(new Set(columns).size).toBe(columns.length);
    const window = columns.includes("enrolledFrom") ? ["enrolledFrom", "enrolledBefore"] : [];
    expect(window.length === 0).toBe(/Cohorts|Changes/.test(operation.operationId));
    const head = ["asOf", "definition", "group", "membership", ...window];
    expect(columns.slice(-head.length)).toEqual(head);
    expect(columns).not.toContain("next");
    expect(operation.csv).toMatch(/^[a-z-]+$/);
  });

  test("are those of its items, then those of its parts", () => {
    const columnsOf = (id: string) =>
      reports.filter(([name]) => name === id).flatMap(([, { answer }]) => csvColumns(answer));
    expect(columnsOf("reportActivity")).toEqual([
      ...["period", "from", "enrollments", "starts", "completions", "complete"],
      ...["course", "by", "asOf", "definition", "group", "membership"],
      ...["enrolledFrom", "enrolledBefore"],
    ]);
    expect(columnsOf("reportTimeToComplete").slice(6, 11)).toEqual([
      ...["curveDay", "curveCompleted", "curveLow", "curveHigh", "curveAtRisk"],
    ]);
    expect(columnsOf("reportCourse")).toContain("maturedRate");
    expect(columnsOf("reportCourses")).toContain("maturedRate");
  });
});
