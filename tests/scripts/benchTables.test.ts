import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const scripts = new URL("../../scripts/", import.meta.url);
const { keepResult, readResults } = await import(new URL("keepResult.mjs", scripts).href);
const { fillTables } = await import(new URL("generate/tables/fillTables.mjs", scripts).href);

const reads = {
  bench: "reads",
  size: "usual",
  day: "2026-03-01",
  machine: { cores: 2, cpu: "A processor", memoryGiB: 24 },
  versions: { milepost: "abc1234", node: "20.19.0", postgres: "15.1" },
  lessons: 40,
  constantsPerSecond: 37_794,
  pagesPerSecond: 1_449,
  ratio: 0.04,
  p50Ms: 10.3,
  p99Ms: 128.24,
};
const page = "Before\n\n<!-- bench: reads -->\n<!-- end of bench -->\n\nAfter\n";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "milepost-results-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("a table is made of the result between its markers, and the text around it stays", () => {
  const filled = fillTables(page, [reads]);
  expect(filled).toBe(`Before

<!-- bench: reads -->
| | per second | ratio | p50 | p99 |
|---|---|---|---|---|
| \`select 1\` through the driver | 37,794 | 1 | | |
| \`readCourseProgress\`, a course page of 40 lessons | 1,449 | 0.04 | 10.3 ms | 128 ms |

\`npm run bench reads\`, 2026-03-01, commit abc1234: 2 cores (A processor),
24 GiB, Node 20.19.0, PostgreSQL 15.1.
<!-- end of bench -->

After
`);
  expect(fillTables(filled, [reads])).toBe(filled);
});

test("a table is made of the largest size there is", () => {
  const filled = fillTables(page, [{ ...reads, size: "full", pagesPerSecond: 9_999 }, reads]);
  expect(filled).toContain("| 9,999 |");
  expect(filled).toContain("`BENCH_FULL=1 npm run bench reads`");
});

test("a marker of no table, and a table without a result, are errors", () => {
  expect(() => fillTables(page, [])).toThrow("npm run bench reads");
  expect(() => fillTables(page.replace("reads", "nothing"), [reads])).toThrow('"nothing"');
});

test("a result takes the place of the one before of its bench and size; the rest stays", async () => {
  const file = join(folder, "results.ndjson");
  const keep = (result: object) => keepResult(JSON.stringify(result), file);
  keep({ ...reads, ratio: 1 });
  keep({ ...reads, size: "full" });
  keep({ ...reads, bench: "http" });
  keep(reads);
  keep({ ...reads, size: "tiny", ratio: 2 });
  keep({ ...reads, size: "part", ratio: 2 });
  expect(readResults(file)).toEqual([
    { ...reads, bench: "http" },
    { ...reads, size: "full" },
    reads,
  ]);
  expect((await readFile(file, "utf8")).trimEnd().split("\n")).toHaveLength(3);
});

test("a bench that does not exist is refused with the names of those that do", () => {
  const command = fileURLToPath(new URL("bench.mjs", scripts));
  const { status, stderr } = spawnSync(process.execPath, [command, "nothing"]);
  expect(status).toBe(1);
  expect(`${stderr}`).toMatch(
    /^There is no bench nothing; there are .*completions, .*reports, seals\.\n$/,
  );
});
