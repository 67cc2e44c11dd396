import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const scripts = new URL("../../scripts/", import.meta.url);
const { isAllowed } = await import(new URL("packages/isAllowed.mjs", scripts).href);
const { bundled, installed } = await import(new URL("packages/dependencies.mjs", scripts).href);

const namesOf = (list: { name: string }[]) => list.map(({ name }) => name);

test("a registry that gives no answer counts as not asked, never as nothing found", () => {
  const program = fileURLToPath(new URL("audit.mjs", scripts));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], {
    encoding: "utf8",
    env: {
      ...process.env,
      // Nothing listens there.
      npm_config_registry: "http://127.0.0.1:1/",
      npm_config_fetch_retries: "0",
    },
  });
  expect(stderr).toMatch(/^not asked: /);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
});

test.each([
  ["a", "MIT", true],
  ["a", "(MIT OR CC0-1.0)", true],
  ["a", "GPL-3.0-only OR MIT", true],
  ["a", "MIT AND GPL-3.0-only", false],
  ["a", "GPL-3.0-only", false],
  ["a", "none", false],
  ["a", "OFL-1.1", false],
  ["@fontsource-variable/inter", "OFL-1.1", true],
])("a license is allowed by name only: %s under %s", (name, license, allowed) => {
  expect(isAllowed({ name, license })).toBe(allowed);
});

test("dependencies count as installed though they are used in development too", () => {
  const names = namesOf(installed());
  expect(names).toEqual(expect.arrayContaining(["pg", "react", "undici", "undici-types"]));
  expect(names).not.toContain("vitest");
});

test("what is inside the bundles is known though nobody installs it", () => {
  expect(namesOf(bundled())).toEqual(
    expect.arrayContaining(["preact", "@mantine/core", "@fontsource-variable/inter"]),
  );
});
