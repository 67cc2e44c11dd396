import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { ar } from "../src/messages/ar.ts";
import { de } from "../src/messages/de.ts";
import { en, type Messages } from "../src/messages/en.ts";
import { formatMessage } from "../src/messages/formatMessage.ts";

const catalogs: readonly [string, Messages][] = [
  ["en", en],
  ["de", de],
  ["ar", ar],
];
const numbers = [...Array.from({ length: 130 }, (_, n) => n), 1_000, 12_345];
const argumentsOf = (message: string) =>
  [...new Set([...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name ?? ""))].sort();
const withoutIsolates = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, "");

/** A value for every argument: numbers where the message counts, a text otherwise. */
function valuesOf(message: string, count: number): Record<string, string | number> {
  const counted = new Set(["completed", "total", "count", "percentage"]);
  const named = argumentsOf(message).map((name) => [name, counted.has(name) ? count : "Öl #3"]);
  return Object.fromEntries(named);
}

describe.each(catalogs)("the catalogue of %s", (locale, messages) => {
  test("every text reads as the library for ICU messages reads it, whatever the number", () => {
    for (const message of Object.values(messages)) {
      // The library writes a number that stands alone without the locale's separators.
      const numbered = message.replaceAll(
        /\{(completed|total|count|percentage)\}/g,
        "{$1, number}",
      );
      const library = new IntlMessageFormat(numbered, locale);
      for (const count of numbers) {
        const values = valuesOf(message, count);
        const text = withoutIsolates(formatMessage(message, values, locale));
        expect(text).toBe(withoutIsolates(String(library.format(values))));
      }
    }
  });

  test("it has every text, with the values that the English one has", () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(en).sort());
    for (const [key, message] of Object.entries(messages)) {
      const english = en[key as keyof typeof en];
      expect([key, argumentsOf(message)]).toEqual([key, argumentsOf(english)]);
    }
  });
});

describe("formatting a message", () => {
  test("a title in the other direction is kept from turning the sentence around", () => {
    const arabic = formatMessage("Continue: {lesson}", { lesson: "مرحبا" }, "en");
    expect(arabic).toBe("Continue: \u2068مرحبا\u2069");
    const english = formatMessage("تابع: {lesson}", { lesson: "Fire safety" }, "ar");
    expect(english).toBe("تابع: \u2068Fire safety\u2069");
    expect(formatMessage("تابع: {lesson}", { lesson: "12:40" }, "ar")).toBe("تابع: 12:40");
  });

  test("braces of a title are text", () => {
    const text = formatMessage("Continue: {lesson}", { lesson: "{count}} # {" }, "en");
    expect(text).toBe("Continue: {count}} # {");
  });

  test("numbers are written as the locale writes them", () => {
    expect(formatMessage("{n}", { n: 12_345 }, "de")).toBe("12.345");
    expect(formatMessage("{n, plural, other {#}}", { n: 12_345 }, "en")).toBe("12,345");
  });

  test("an exact number comes before its plural form", () => {
    const message = "{n, plural, =0 {none} one {one} other {#}}";
    expect([0, 1, 2].map((n) => formatMessage(message, { n }, "en"))).toEqual(["none", "one", "2"]);
  });

  test.each([
    ["a value that is missing", "{lesson}"],
    ["a plural without other", "{n, plural, one {one}}"],
    ["a brace left open", "{n"],
    ["a brace too many", "n}"],
  ])("%s is refused", (_, message) => {
    expect(() => formatMessage(message, { n: 2 }, "en")).toThrow();
  });
});
