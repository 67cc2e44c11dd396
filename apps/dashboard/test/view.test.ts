import fc from "fast-check";
import { expect, test } from "vitest";
import { formatView, oneOf, parseView, scopeOf } from "../src/client/address/view.ts";
import { countOf, intervalText, rateText, secondsText } from "../src/client/text/numbers.ts";

test("an address says again what it was made of, whatever that is", () => {
  const value = fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" });
  const views = fc.record(
    { course: value, group: value, sort: value, asOf: value, search: value, lesson: value },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(views, (view) => {
      const search = formatView(view);
      expect(parseView(search)).toEqual(view);
      expect(formatView(parseView(search))).toBe(search);
    }),
  );
});

test("an address of another version, or with keys that are not known, chooses nothing", () => {
  expect(parseView("v=2&c=fs")).toEqual({});
  expect(parseView("v=1&c=fs&nope=1&g=")).toEqual({ course: "fs" });
  expect(formatView({ course: undefined })).toBe("");
});

test("the scope goes along to other pages, and what was chosen on one page does not", () => {
  expect(scopeOf({ group: "crew", zone: "utc", sort: "due", tab: "time" })).toEqual({
    group: "crew",
    zone: "utc",
  });
  expect(oneOf(["a", "b"], "b")).toBe("b");
  expect(oneOf(["a", "b"], "x")).toBe("a");
});

test.each([
  [null, "–"],
  [0, "0 %"],
  [0.001, "< 1 %"],
  [0.252, "25 %"],
  [0.999, "> 99 %"],
  [1, "100 %"],
])("the share %s is shown as %s: nobody and everybody only where it is so", (rate, text) => {
  expect(rateText(rate)).toBe(text);
});

test("counts, intervals and durations are written the same everywhere", () => {
  expect(countOf(1, "learner")).toBe("1 learner");
  expect(countOf(12_431, "learner")).toBe("12,431 learners");
  expect(intervalText(0.361, 0.42)).toBe("36–42 %");
  expect(intervalText(null, 0.42)).toBe("–");
  expect(secondsText(0)).toBe("0 s");
  expect(secondsText(59)).toBe("59 s");
  expect(secondsText(4_800)).toBe("1 h 20 min");
  expect(secondsText(86_400)).toBe("1 d");
});
