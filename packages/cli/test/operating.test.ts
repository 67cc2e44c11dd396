import { enroll, putOutline, recordView, reportDataHealth } from "@milepost/engine";
import { beforeAll, describe, expect, test } from "vitest";
import { runHere } from "./support/runHere.ts";
import { useCliDatabase } from "./support/useCliDatabase.ts";
import { useFolder } from "./support/useFolder.ts";

describe("operating a database", () => {
  const database = useCliDatabase("PostgreSQL");
  const folder = useFolder();
  const run = async (...args: string[]) => {
    const { exitCode, out, err } = await runHere([...args, "--json"], database);
    return { exitCode, answer: JSON.parse(out), err };
  };
  beforeAll(() =>
    database.withPool(async (pool) => {
      const lessons = [{ id: "fs-1", title: "One" }];
      await putOutline(pool, { course: "fs", title: "Fire safety", lessons });
      await enroll(pool, { course: "fs", learner: "ada" });
      await recordView(pool, { learner: "ada", lesson: "fs-1" });
    }),
  );

  test("doctor finds a number that was changed behind its back, mends it, and ends with 1 until then", async () => {
    expect(await run("doctor")).toMatchObject({
      exitCode: 0,
      answer: { attempts: 1, differenceCount: 0 },
    });
    await database.withPool((pool) =>
      pool.query("update milepost.enrollment set total_lessons = 7"),
    );
    const difference = { course: "fs", learner: "ada", attempt: 1, column: "total_lessons" };
    const found = { ...difference, stored: "7", derived: "1", repaired: false };
    expect(await run("doctor")).toMatchObject({ exitCode: 1, answer: { differences: [found] } });
    const shown = await runHere(["doctor"], database);
    expect(shown.out).toMatch(
      /^course +learner +attempt +number +stored +derived\nfs +ada +1 +total_lessons +7 +1\n/,
    );
    expect(shown.out).toContain("1 difference in 1 attempts");
    expect(await run("doctor", "--repair")).toMatchObject({
      exitCode: 0,
      answer: { differences: [{ ...found, repaired: true }] },
    });
    expect(await run("doctor")).toMatchObject({ exitCode: 0 });
    // What it found last is for the data health of the API.
    const { doctor } = await database.withPool((pool) => reportDataHealth(pool));
    expect(doctor).toMatchObject({ isRepair: false, attempts: 1, differences: 0, ok: true });
  });

  test("migrate on a migrated database has nothing to apply", async () => {
    expect(await run("migrate", "--plan")).toMatchObject({ exitCode: 0, answer: { pending: [] } });
    expect(await run("migrate")).toMatchObject({ exitCode: 0, answer: { applied: [] } });
  });

  test("a key is shown once, listed without itself, and revoked for good", async () => {
    const made = await run("keys", "create", "--name", "site", "--expires", "2100-01-01T00:00:00Z");
    expect(made).toMatchObject({ exitCode: 0, answer: { name: "site", role: "service" } });
    expect(made.answer.key).toMatch(/^mp_/);
    const listed = await runHere(["keys", "list"], database);
    expect(listed.out).toContain("site");
    expect(listed.out).not.toContain(made.answer.key);
    const revoked = await run("keys", "revoke", made.answer.id);
    expect(revoked).toMatchObject({ exitCode: 0 });
    expect(await run("keys", "revoke", made.answer.id)).toEqual(revoked);
    expect(await run("keys", "revoke", "999999")).toMatchObject({
      exitCode: 1,
      answer: { error: { code: "key_not_found" } },
    });
    expect(await run("keys", "create", "--name", "x", "--expires", "tomorrow")).toMatchObject({
      exitCode: 2,
    });
  });

  test("a tenant is opened once, and commands for one that does not exist end with 1", async () => {
    expect(await run("tenants", "create", "north", "--time-zone", "Europe/Oslo")).toMatchObject({
      exitCode: 0,
      answer: { tenant: "north", timeZone: "Europe/Oslo" },
    });
    const codes = [
      await run("tenants", "create", "north"),
      await run("doctor", "--tenant", "south"),
    ].map(({ exitCode, answer }) => [exitCode, answer.error?.code]);
    expect(codes).toEqual([
      [1, "tenant_exists"],
      [1, "tenant_not_found"],
    ]);
  });

  test("an outline can be previewed and put; a slip in the last file changes nothing", async () => {
    const lessons = [
      { id: "fs-1", title: "One" },
      { id: "fs-2", title: "Two", dueAt: "2026-01-01T00:00:00Z" },
    ];
    const good = folder.write("fs.json", JSON.stringify({ course: "fs", title: "Fire", lessons }));
    const unnamed = folder.write("new.json", JSON.stringify({ title: "New", lessons: [] }));
    expect(await run("import", "outline", "--preview", good)).toMatchObject({
      answer: { outlines: [{ id: "fs", effect: { openAttempts: 1, percentageFalls: 0 } }] },
    });
    for (const [text, says] of [
      ["{", "JSON"],
      ["[]", '"lessons" has to be a list.'],
      ['{"course":"c","title":"x","lessons":[{"id":"a"}]}', 'Lesson 1: "title" is missing.'],
      ['{"lessons":[],"title":"x","lesson":1}', 'There is no field named "lesson".'],
    ]) {
      const bad = folder.write("bad.json", text ?? "");
      const { exitCode, err } = await run("import", "outline", good, bad);
      expect([exitCode, err]).toEqual([2, expect.stringContaining(says ?? "")]);
    }
    expect(await run("import", "outline", good, unnamed, "--course", "new")).toMatchObject({
      exitCode: 0,
      answer: {
        outlines: [
          { id: "fs", outlineVersion: 2, created: false, change: { added: ["fs-2"] } },
          { id: "new", outlineVersion: 1, created: true, totalLessons: 0 },
        ],
      },
    });
  });

  test("an export is not written into a folder that holds something, nor imported half", async () => {
    const holds = folder.path("");
    expect(await run("export", holds)).toMatchObject({
      exitCode: 2,
      answer: { error: { code: "folder_not_empty" } },
    });
    expect(await run("import", holds)).toMatchObject({
      exitCode: 2,
      answer: { error: { code: "export_incomplete" } },
    });
  });
});
