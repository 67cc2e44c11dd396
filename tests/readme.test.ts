import { readFile } from "node:fs/promises";
import { settings } from "@milepost/server";
import { expect, test } from "vitest";

const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");

test("the README's table of configuration is what the server reads", () => {
  const rows = readme
    .split("\n")
    .map((line) => /^\| `([A-Z_]+)` \| (–|`[^`]+`) \| (.+) \|$/.exec(line))
    .flatMap((row) => (row === null ? [] : [row.slice(1)]));
  const shown = (value: string | null) => (value ? `\`${value}\`` : "–");
  expect(rows).toEqual(settings.map((s) => [s.name, shown(s.default), s.about]));
});

test("the README shows both commands in its first screen", () => {
  const firstScreen = readme.split("\n").slice(0, 12).join("\n");
  expect(firstScreen).toContain("npm start");
  expect(firstScreen).toContain("npm test");
});
