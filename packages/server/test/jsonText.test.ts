import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonText } from "../src/http/jsonText.ts";

test("writes a member of any name", () => {
  const body: unknown = JSON.parse('{"__proto__":[{"constructor":1}],"toString":null}');
  expect(jsonText(body)).toBe('{"__proto__":[{"constructor":1}],"toString":null}');
});

test("writes whatever a handler answers as JSON.stringify does", () => {
  const instant = fc.date({ noInvalidDate: false });
  const near = fc.integer({ min: -2e8, max: 2e8 }).map((ms) => new Date(Date.UTC(2026, 0) + ms));
  const body = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, undefined, true, "", 'a"b\\', -0, 33.33, Number.NaN),
      fc.string(),
      fc.double(),
      instant,
      near,
      fc.array(tie("value")),
      fc.dictionary(fc.string(), tie("value"), { noNullPrototype: true }),
    ),
  })).value;
  fc.assert(
    fc.property(body, (value) => {
      expect(jsonText({ value })).toBe(JSON.stringify({ value }));
    }),
    { numRuns: 1_000 },
  );
});
