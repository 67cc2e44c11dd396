import { existsSync, rmSync } from "node:fs";
import { putOutline } from "@milepost/engine";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { splitCsvRecord } from "../src/files/splitCsvRecord.ts";
import { runHere } from "./support/runHere.ts";
import { type CliDatabase, useCliDatabase } from "./support/useCliDatabase.ts";
import { useFolder } from "./support/useFolder.ts";

// The embedded database opens for each command, and takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const lessons = ["fs-1", "fs-2"].map((id) => ({ id, title: id }));
const at = "2025-03-01T09:00:00Z";

const putCourse = ({ withPool }: CliDatabase) =>
  withPool((pool) => putOutline(pool, { course: "fs", title: "Fire safety", lessons }));

const event = (learner: string, lesson: string, more = {}) =>
  JSON.stringify({ type: "lesson.completed", learner, lesson, at, ...more });

describe.each(["PostgreSQL", "embedded"] as const)("importing events on %s", (kind) => {
  const database = useCliDatabase(kind);
  const folder = useFolder();
  beforeAll(() => putCourse(database).then(() => undefined));

  test("lists every line that it refuses, with its number and the reason, and imports the others", async () => {
    const path = folder.write(
      "bad.ndjson",
      [
        event("ada", "fs-1"),
        "{ not json",
        event("ada", "fs-9"),
        '["ada"]',
        event("", "fs-1"),
        event("ada", "fs-2", { at: "2025-02-30T09:00:00Z" }),
        event("ada", "fs-2", { at: "1999-02-03T09:00:00Z" }),
        event("ada", "fs-2", { when: at }),
        event("ada", "fs-2", { attempt: 0 }),
        event("a\u0000b", "fs-2"),
        event("ada", "fs-2", { type: "lesson.seen" }),
        "",
        event("x".repeat(256), "fs-2"),
        event("ada", "fs-2", { attempt: 7 }),
        event("ada", "fs-2"),
      ].join("\n"),
    );
    const { exitCode, out } = await runHere(["import", "events", path, "--json"], database);
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      files: [{ file: "bad.ndjson", recorded: 2, unchanged: 0, refused: 12 }],
      refused: 12,
      rejects: `${path}.rejects.csv`,
      rows: 14,
    });
    const rejects = folder.read("bad.ndjson.rejects.csv").trimEnd().split("\n").slice(1);
    expect(rejects.map((line) => splitCsvRecord(line, ",").slice(0, 4))).toEqual([
      ["bad.ndjson", "2", "malformed", expect.stringMatching(/^The line is not JSON: /)],
      ["bad.ndjson", "3", "lesson_not_found", "No such lesson."],
      ["bad.ndjson", "4", "malformed", "The line is JSON, and no object."],
      ["bad.ndjson", "5", "id_out_of_range", "An id has 1 to 255 characters."],
      ["bad.ndjson", "6", "malformed", expect.stringMatching(/^"at" has to be an instant/)],
      ["bad.ndjson", "7", "time_out_of_range", expect.any(String)],
      ["bad.ndjson", "8", "malformed", 'There is no field named "when".'],
      ["bad.ndjson", "9", "malformed", '"attempt" has to be a whole number from 1 up.'],
      ["bad.ndjson", "10", "malformed", '"learner" holds NUL or half of a surrogate pair.'],
      ["bad.ndjson", "11", "malformed", expect.stringMatching(/^"type" has to be one of/)],
      ["bad.ndjson", "13", "id_out_of_range", "An id has 1 to 255 characters."],
      ["bad.ndjson", "14", "enrollment_not_found", expect.any(String)],
    ]);
    expect(existsSync(`${path}.import.json`)).toBe(false);
  });
});

describe("importing events", () => {
  const database = useCliDatabase("PostgreSQL");
  const folder = useFolder();
  beforeAll(() => putCourse(database).then(() => undefined));

  test("reads a CSV from standard input", async () => {
    const input = `type;learner;lesson;at\nlesson.viewed;bea;fs-1;${at}\nlesson.viewed;bea;fs-9;${at}\n`;
    const rejects = folder.path("stdin.csv");
    const args = ["import", "events", "-", "--format", "csv", "--rejects", rejects];
    const { exitCode, out } = await runHere(args, { ...database, input });
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^-: 1 recorded, 0 unchanged, 1 refused\n/);
    expect(folder.read("stdin.csv")).toContain("\n-,3,lesson_not_found,No such lesson.,");
  });

  test("leaves no list behind when a later run refuses nothing", async () => {
    const path = folder.write("once.ndjson", event("cy", "fs-9"));
    expect(await runHere(["import", "events", path], database)).toMatchObject({ exitCode: 1 });
    folder.write("once.ndjson", event("cy", "fs-1"));
    expect(await runHere(["import", "events", path], database)).toMatchObject({ exitCode: 0 });
    expect(existsSync(`${path}.rejects.csv`)).toBe(false);
  });

  test("keeps the order of a learner's lines: the first completion stands", async () => {
    const days = Array.from({ length: 28 }, (_, n) => `2025-03-${String(n + 1).padStart(2, "0")}`);
    const lines = days.flatMap((day, n) =>
      ["dee", "eli", "flo"].map((learner) =>
        event(learner, "fs-1", { at: `${n === 0 ? "2025-03-20" : day}T09:00:00Z` }),
      ),
    );
    const path = folder.write("order.ndjson", lines.join("\n"));
    expect(await runHere(["import", "events", path], database)).toMatchObject({ exitCode: 0 });
    const rows = await database.ask(
      "default",
      "select distinct completed_at from milepost.lesson_view where learner in ('dee', 'eli', 'flo')",
    );
    expect(rows).toEqual([{ completed_at: new Date("2025-03-20T09:00:00Z") }]);
  });
});

describe("importing enrollments", () => {
  const database = useCliDatabase("PostgreSQL");
  const folder = useFolder();
  beforeAll(() => putCourse(database).then(() => undefined));

  test("takes a deadline stated in any of three ways, and refuses what is none of them", async () => {
    const path = folder.write(
      "enrollments.csv",
      [
        "learner,enrolled_at,dueAt,dueOn,dueAfterDays,dueTimeZone,withdrawnAt,withdrawnReason",
        `ada,${at},2025-04-01T00:00:00Z,,,,,`,
        `bea,${at},,2025-04-24,,Europe/Berlin,,`,
        `cy,${at},,,30,,2025-03-05T00:00:00Z,"Left, for good"`,
        `dee,${at},,2025-04-24,,,,`,
        `eli,${at},,2025-02-30,,UTC,,`,
        `flo,${at},2025-04-01T00:00:00Z,,30,,,`,
        `gus,${at},,2025-04-24,,Mars/Olympus,,`,
        `hal,1999-01-01T00:00:00Z,,,,,,`,
      ].join("\n"),
    );
    const args = ["import", "enrollments", "--course", "fs", path, "--json"];
    const { exitCode, out } = await runHere(args, database);
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ files: [{ recorded: 3, refused: 5 }] });
    const rejects = folder.read("enrollments.csv.rejects.csv").trimEnd().split("\n").slice(1);
    expect(rejects.map((line) => splitCsvRecord(line, ",").slice(1, 4))).toEqual([
      ["5", "malformed", '"dueOn" needs "dueTimeZone".'],
      ["6", "malformed", '"dueOn" has to be a date, such as 2026-04-24.'],
      ["7", "malformed", 'A deadline is one of "dueAt", "dueOn" and "dueAfterDays".'],
      ["8", "time_zone_unknown", "No such IANA time zone."],
      ["9", "time_out_of_range", expect.any(String)],
    ]);
    const rows = await database.ask(
      "default",
      `select learner, due_at, withdrawn_at from milepost.course_progress order by learner`,
    );
    expect(rows).toEqual([
      { learner: "ada", due_at: new Date("2025-04-01T00:00:00Z"), withdrawn_at: null },
      { learner: "bea", due_at: new Date("2025-04-24T21:59:59.999Z"), withdrawn_at: null },
      {
        learner: "cy",
        due_at: new Date("2025-03-31T23:59:59.999Z"),
        withdrawn_at: new Date("2025-03-05T00:00:00Z"),
      },
    ]);
  });

  test("leaves a file alone whose columns are others", async () => {
    const path = folder.write("columns.csv", "student,course\nada,fs\n");
    const { exitCode, err } = await runHere(["import", "enrollments", path], database);
    expect(exitCode).toBe(2);
    expect(err).toContain('There is no column named "student".');
    expect(err).toContain("learner, attempt");
    rmSync(path);
    expect(await runHere(["import", "enrollments", path], database)).toMatchObject({ exitCode: 2 });
  });
});
