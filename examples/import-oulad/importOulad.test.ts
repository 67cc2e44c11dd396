import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runCli } from "../../packages/cli/test/support/runCli.ts";
import { useCliDatabase } from "../../packages/cli/test/support/useCliDatabase.ts";
import { useFolder } from "../../packages/cli/test/support/useFolder.ts";
import { databaseKinds } from "../../tests/support/useDatabase.ts";

const here = dirname(fileURLToPath(import.meta.url));

/** The dataset is not part of the repository: it lies beside it, or where OULAD_DATA says. */
function findDataset(): string | undefined {
  const name = join("shared", "data", "oulad-aaa-2013j");
  const above = [1, 2, 3, 4].map((steps) => join(here, ...Array(steps + 1).fill(".."), name));
  return [process.env.OULAD_DATA ?? "", ...above].find((folder) =>
    existsSync(join(folder, "oracle.csv")),
  );
}

const dataset = findDataset();
if (dataset === undefined) {
  console.log("examples/import-oulad is not tested: its dataset is not here (OULAD_DATA).");
}

const dayOf = (aggregate: "min" | "max", column: string) =>
  `extract(epoch from
    ${aggregate}(v.${column}) filter (where not v.required) - '2013-10-01Z')::int / 86400`;

/**
 * Per learner what the dataset's own oracle counts, out of what Milepost stored. Materials are
 * optional lessons.
 */
const question = `
  select p.learner,
    count(*) filter (where v.viewed and not v.required)::int as lessons_viewed,
    ${dayOf("min", "first_viewed_at")} as first_day,
    ${dayOf("max", "last_viewed_at")} as last_day,
    count(v.completed_at)::int as submitted,
    count(*) filter (where v.completed_on_time)::int as on_time,
    count(*) filter (where not v.completed_on_time)::int as late,
    (select count(*) from milepost.course_outline where due_at is not null)::int
      - count(v.completed_at) filter (where v.lesson_due_at is not null)::int as not_submitted
  from milepost.course_progress p
  left join milepost.lesson_view v using (learner, course, attempt)
  group by p.learner
  order by p.learner::int`;

function readOracle(folder: string): Record<string, unknown>[] {
  const [head = "", ...lines] = readFileSync(join(folder, "oracle.csv"), "utf8").trim().split("\n");
  const names = head.split(",");
  return lines.map((line) => {
    const row = Object.fromEntries(line.split(",").map((text, at) => [names[at] ?? "", text]));
    const number = (name: string) => (row[name] === "" ? null : Number(row[name]));
    const counted = ["lessons_viewed", "first_day", "last_day", "submitted"];
    const judged = ["on_time", "late", "not_submitted"];
    const counts = [...counted, ...judged].map((name) => [name, number(name)]);
    return { learner: row.learner, ...Object.fromEntries(counts) };
  });
}

describe.each(databaseKinds)("a real course on %s", (kind) => {
  const database = useCliDatabase(kind);
  const folder = useFolder();

  test.runIf(dataset !== undefined)(
    "comes out as its oracle counts it, for every learner, and nothing of it is refused",
    async () => {
      const files = folder.path("converted");
      execFileSync(process.execPath, [join(here, "convert.mjs"), dataset ?? "", files]);
      const imports = [
        ["outline", "AAA-2013J.outline.json"],
        ["enrollments", "enrollments.csv"],
        ["events", "events.ndjson"],
      ];
      for (const [what = "", file = ""] of imports) {
        const { exitCode, out, err } = await runCli(["import", what, join(files, file)], database);
        expect([exitCode, err]).toEqual([0, expect.any(String)]);
        console.log(`${kind}: ${out.trim().replaceAll("\n", "; ")}`);
      }
      const oracle = readOracle(dataset ?? "");
      expect(oracle).toHaveLength(383);
      expect(await database.ask("default", question)).toEqual(
        oracle.sort((a, b) => Number(a.learner) - Number(b.learner)),
      );
      expect((await runCli(["doctor"], database)).out).toBe("0 differences in 383 attempts\n");
    },
    300_000,
  );
});
