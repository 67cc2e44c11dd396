import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, defaultClientConditions } from "vite";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const bytesOf = (text: string) => gzipSync(text, { level: 9 }).length;

describe("what a page loads to show progress, compressed", () => {
  const folder = `${root}packages/elements/dist/bundle/`;

  /** A file and all that it imports at once; what is loaded later is not among them. */
  function filesFrom(name: string, seen = new Set<string>()): Set<string> {
    if (seen.has(name)) return seen;
    seen.add(name);
    const text = readFileSync(folder + name, "utf8");
    for (const [, file = ""] of text.matchAll(/(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g)) {
      filesFrom(file, seen);
    }
    return seen;
  }
  const sizeOf = (name: string) =>
    [...filesFrom(name)].reduce(
      (sum, file) => sum + bytesOf(readFileSync(folder + file, "utf8")),
      0,
    );

  test("bar, checkmarks and resume button as elements stay at 15 kB, all of them at 23", () => {
    expect(sizeOf("milepost-elements-core.js")).toBeLessThan(15_400);
    expect(sizeOf("milepost-elements.js")).toBeLessThan(22_800);
  });

  test("the React package stays at 10 kB without React", async () => {
    const built = await build({
      configFile: false,
      root,
      logLevel: "error",
      // As a host builds it: tests have React's development in their environment.
      oxc: { jsx: { runtime: "automatic", development: false } },
      resolve: { conditions: ["milepost-source", ...defaultClientConditions] },
      build: {
        write: false,
        lib: { entry: `${root}packages/react/src/index.ts`, formats: ["es"] },
        rolldownOptions: { external: [/^react/], output: { minify: true } },
      },
    });
    const [bundle] = [built].flat();
    if (bundle === undefined || !("output" in bundle)) throw new Error("Nothing was bundled.");
    const chunks = bundle.output.filter((one) => one.type === "chunk");
    const atOnce = new Set<string>();
    const take = (name: string) => {
      atOnce.add(name);
      for (const file of chunks.find((one) => one.fileName === name)?.imports ?? []) take(file);
    };
    take(chunks.find(({ isEntry }) => isEntry)?.fileName ?? "");
    const first = chunks.filter(({ fileName }) => atOnce.has(fileName));
    expect(first.reduce((sum, { code }) => sum + bytesOf(code), 0)).toBeLessThan(10_100);
  });
});

describe("what the dashboard loads first, compressed", () => {
  const folder = `${root}apps/dashboard/dist/public/`;
  type Chunk = { file: string; imports?: string[]; dynamicImports?: string[] };
  const manifest = JSON.parse(readFileSync(`${folder}manifest.json`, "utf8")) as Readonly<
    Record<string, Chunk>
  >;
  const entry = "apps/dashboard/src/client/main.tsx";

  /** A chunk and all that it imports at once. */
  function chunksFrom(name: string, seen = new Set<string>()): Set<string> {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const other of manifest[name]?.imports ?? []) chunksFrom(other, seen);
    return seen;
  }

  test("is 180 kB of script at most, without a chart and without a table", () => {
    const first = [...chunksFrom(entry)];
    const size = first.reduce((sum, name) => {
      return sum + bytesOf(readFileSync(folder + (manifest[name]?.file ?? ""), "utf8"));
    }, 0);
    expect(size).toBeLessThan(180_000);
    const later = Object.keys(manifest).filter((name) => !first.includes(name));
    expect(later.some((name) => name.includes("CourseTable"))).toBe(true);
    expect(later.some((name) => name.includes("Upcoming"))).toBe(true);
  });
});
