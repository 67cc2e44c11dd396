import { existsSync, readFileSync } from "node:fs";
import { seedDemo } from "@milepost/demo";
import { eraseLearner } from "@milepost/engine";
import type pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { knottyHistory } from "./support/knottyHistory.ts";
import { runHere } from "./support/runHere.ts";
import { type CliDatabase, useCliDatabase } from "./support/useCliDatabase.ts";
import { useFolder } from "./support/useFolder.ts";

// The embedded database opens for each command, and takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const now = new Date("2025-06-30T09:00:00Z");

/**
 * All that the public views say of learners, but for keys and times that a database gives itself.
 */
async function stateOf({ ask }: CliDatabase) {
  const rows = async (view: string, order: string) => {
    const all = await ask("default", `select * from milepost.${view} order by ${order}`);
    return all
      .filter(({ learner }) => learner !== null)
      .map(({ learner_number: _, created_at: __, ...row }) => row);
  };
  return {
    progress: await rows("course_progress", 'learner collate "C", course, attempt'),
    views: await rows("lesson_view", 'learner collate "C", course, attempt, lesson collate "C"'),
    learners: await rows("learner_profile", 'learner collate "C"'),
    outlines: await rows("course_outline", 'course, lesson collate "C"'),
  };
}

async function fill(pool: pg.Pool): Promise<void> {
  await seedDemo(pool, { now, learners: 30 });
  await knottyHistory(pool);
  await eraseLearner(pool, { learner: "lr-0007" }, { now });
}

const json = async (args: string[], database: CliDatabase) =>
  JSON.parse((await runHere([...args, "--json"], database)).out);

const from = useCliDatabase("PostgreSQL");
const folder = useFolder();
let before: Awaited<ReturnType<typeof stateOf>>;
beforeAll(async () => {
  await from.withPool(fill);
  before = await stateOf(from);
});

describe.each([
  ["ndjson", "PostgreSQL"],
  ["csv", "PostgreSQL"],
  ["ndjson", "embedded"],
] as const)("an export with events in %s, imported on %s", (format, kind) => {
  const to = useCliDatabase(kind);
  const directory = folder.path(`${kind}-${format}`);

  test("gives an empty database the same rows, every one of them", async () => {
    const exported = await runHere(["export", directory, "--format", format, "--json"], from);
    expect(exported).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(exported.out)).toMatchObject({
      courses: 6,
      enrollments: before.progress.length,
      erasedLearners: 1,
    });

    const imported = await runHere(["import", directory, "--json"], to);
    expect(imported).toMatchObject({ exitCode: 0 });
    expect(await stateOf(to)).toEqual(before);
    const has = (column: string, value: unknown) =>
      before.progress.some((row) => row[column] === value);
    expect([has("attempt", 2), has("is_current", false), has("completed_outline_version", 1)]) //
      .toEqual([true, true, true]);
  });

  test("gives it the same seals, and all that they say holds there", async () => {
    const { seals } = await json(["audit", "seals"], from);
    expect(seals.length).toBeGreaterThan(0);
    expect((await json(["audit", "seals"], to)).seals).toEqual(seals);
    const verified = await json(["audit", "verify"], to);
    expect(verified).toMatchObject({ findingCount: 0, unsealedCompletions: 0 });
    expect(verified.lastHash).toBe(seals.at(-1).hash);
  });

  test("changes nothing when it is imported once more", async () => {
    const again = await runHere(["import", directory, "--json"], to);
    const { files } = JSON.parse(again.out) as { files: { file: string; recorded: number }[] };
    const recorded = Object.fromEntries(files.map((file) => [file.file, file.recorded]));
    expect(recorded).toMatchObject({ "enrollments.csv": 0, "outlines.ndjson": 0 });
    expect(recorded[`events.${format}`]).toBe(0);
    expect(await stateOf(to)).toEqual(before);
    const checked = await runHere(["doctor"], to);
    expect(checked.out).toMatch(/^0 differences in/);
  });

  test("is the same when it is exported from there, line for line", async () => {
    const second = `${directory}-again`;
    expect(await runHere(["export", second, "--format", format], to)).toMatchObject({
      exitCode: 0,
    });
    const sorted = (path: string) => readFileSync(path, "utf8").split("\n").sort();
    const names = ["learners.csv", "outlines.ndjson", "enrollments.csv", "seals.ndjson"];
    for (const name of [...names, `events.${format}`]) {
      expect(sorted(`${second}/${name}`)).toEqual(sorted(`${directory}/${name}`));
    }
  });
});

describe("an import of an export that is stopped again and again", () => {
  const to = useCliDatabase("PostgreSQL");

  test("goes on each time, and gives the same rows in the end", async () => {
    const directory = folder.path("stopped");
    await runHere(["export", directory], from);
    const env = { ...to.env, MILEPOST_POOL_SIZE: "1" };
    const stops: string[] = [];
    // Told to stop from the outset, a run writes one chunk of rows and ends.
    for (;;) {
      const stop = AbortSignal.abort();
      const { exitCode, err } = await runHere(["import", directory], { env, stop });
      expect(exitCode).toBe(130);
      const place = /Stopped after line (\d+ of \S+);/.exec(err)?.[1];
      if (place === undefined) break;
      stops.push(place);
    }
    expect(new Set(stops).size).toBe(stops.length);
    expect(stops.length).toBeGreaterThan(10);
    expect(await runHere(["import", directory], { env })).toMatchObject({ exitCode: 0 });
    expect(await stateOf(to)).toEqual(before);
    expect(existsSync(`${directory}.import.json`)).toBe(false);
  });

  test("does not mix with a course that has had another history", async () => {
    const directory = folder.path("stopped");
    const outlines = folder.read("stopped/outlines.ndjson");
    folder.write("stopped/outlines.ndjson", outlines.replace("Fire safety at work", "Fire"));
    const { exitCode, err } = await runHere(["import", directory], to);
    folder.write("stopped/outlines.ndjson", outlines);
    expect(exitCode).toBe(2);
    expect(err).toContain("The course fire-safety is there already, with another history.");
  });

  test("lists rows that stand in another order than the outlines do", async () => {
    const directory = folder.path("stopped");
    const [head = "", ...lines] = folder.read("stopped/enrollments.csv").trimEnd().split("\n");
    folder.write("stopped/enrollments.csv", [head, ...lines.toReversed()].join("\n"));
    const { exitCode, out } = await runHere(["import", directory, "--json"], to);
    expect(exitCode).toBe(1);
    expect(JSON.parse(out).refused).toBeGreaterThan(50);
    expect(folder.read("stopped.rejects.csv")).toContain(",out_of_step,");
  });
});
