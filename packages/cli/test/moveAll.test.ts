import {
  completeLesson,
  createTenant,
  putGroup,
  putGroupMembers,
  putOutline,
  removeGroupMember,
  withdraw,
} from "@milepost/engine";
import type pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { runHere } from "./support/runHere.ts";
import { type CliDatabase, useCliDatabase } from "./support/useCliDatabase.ts";
import { useFolder } from "./support/useFolder.ts";

// The embedded database opens for each command, and takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const json = async (args: string[], database: CliDatabase) =>
  JSON.parse((await runHere([...args, "--json"], database)).out);

const [joinedAt, leftAt] = [new Date("2026-01-01T08:00:00Z"), new Date("2026-02-01T08:00:00Z")];

async function fill(pool: pg.Pool, tenant: string, learners: readonly string[]): Promise<void> {
  const lessons = ["s-1", "s-2"].map((id) => ({ id, title: id }));
  await putOutline(pool, { course: "sea", title: "Sea", lessons }, { tenant });
  for (const learner of learners) {
    await completeLesson(pool, { learner, lesson: "s-1" }, { tenant });
    await completeLesson(pool, { learner, lesson: "s-2" }, { tenant });
  }
  await putGroup(pool, { group: "crew", name: 'Crew, "first"', kind: "team" }, { tenant });
  await putGroupMembers(pool, { group: "crew", learners, joinedAt }, { tenant });
  const [left = ""] = learners;
  await removeGroupMember(pool, { group: "crew", learner: left, leftAt }, { tenant });
  await completeLesson(pool, { learner: "gone", lesson: "s-1" }, { tenant });
  await withdraw(pool, { learner: "gone", course: "sea", reason: "Left." }, { tenant });
}

describe("every tenant, moved to the embedded database and back", () => {
  const from = useCliDatabase("PostgreSQL");
  const embedded = useCliDatabase("embedded");
  const back = useCliDatabase("PostgreSQL");
  const folder = useFolder();
  const chain = async (tenant: string, database: CliDatabase) =>
    (await json(["audit", "seals", "--tenant", tenant], database)).seals;

  beforeAll(() =>
    from.withPool(async (pool) => {
      await createTenant(pool, { tenant: "north", timeZone: "Europe/Oslo" });
      await fill(pool, "default", ["ada", "bob"]);
      await fill(pool, "north", ["=1+1", "ünï"]);
    }),
  );

  test("is the same there by doctor and by seals, and so is what comes back", async () => {
    const written = await json(["export", "--all", folder.path("out")], from);
    expect(written.tenants).toMatchObject([
      { tenant: "default", learners: 3, groups: 1, memberships: 2, seals: 1 },
      { tenant: "north", learners: 3, groups: 1, memberships: 2, seals: 1 },
    ]);
    const moved = await runHere(["import", "--all", folder.path("out")], embedded);
    expect([moved.exitCode, moved.err]).toEqual([0, expect.any(String)]);
    await runHere(["export", "--all", folder.path("in")], embedded);
    for (const file of ["north/groups.csv", "north/memberships.csv"]) {
      const lines = (path: string) => folder.read(path).split("\n").sort();
      expect(lines(`in/${file}`)).toEqual(lines(`out/${file}`));
    }
    expect(folder.read("in/north/memberships.csv")).toContain(
      "crew,=1+1,2026-01-01T08:00:00.000Z,2026-02-01T08:00:00.000Z",
    );
    expect((await runHere(["import", "--all", folder.path("in")], back)).exitCode).toBe(0);
    for (const tenant of ["default", "north"]) {
      const seals = await chain(tenant, from);
      expect(seals).toHaveLength(1);
      expect(await chain(tenant, embedded)).toEqual(seals);
      expect(await chain(tenant, back)).toEqual(seals);
      const there = ["--tenant", tenant];
      for (const database of [embedded, back]) {
        expect((await runHere(["doctor", ...there], database)).exitCode).toBe(0);
        expect(await json(["audit", "verify", ...there], database)).toMatchObject({
          sealedCompletions: 7,
          unsealedCompletions: 0,
          findingCount: 0,
        });
      }
    }
    const zones = await back.withPool((pool) =>
      pool.query("select name, time_zone from milepost.list_tenants()"),
    );
    expect(zones.rows).toContainEqual({ name: "north", time_zone: "Europe/Oslo" });
  });

  test("is the same in a tenant of another name, whose chain goes on from there", async () => {
    await back.withPool((pool) => createTenant(pool, { tenant: "south" }));
    const into = ["--tenant", "south"];
    await runHere(["import", folder.path("out/north"), ...into], back);
    expect(await chain("south", back)).toEqual(await chain("north", from));
    await back.withPool((pool) =>
      completeLesson(pool, { learner: "new", lesson: "s-1" }, { tenant: "south" }),
    );
    expect(await json(["audit", "seal", ...into], back)).toMatchObject({ sealed: 1 });
    expect(await json(["audit", "verify", ...into], back)).toMatchObject({
      seals: 2,
      findingCount: 0,
    });
  });

  test("keeps the seals of a tenant that has completions, and says so", async () => {
    await back.withPool(async (pool) => {
      await createTenant(pool, { tenant: "own" });
      await putOutline(
        pool,
        { course: "own", title: "Own", lessons: [{ id: "o-1", title: "One" }] },
        { tenant: "own" },
      );
      await completeLesson(pool, { learner: "ada", lesson: "o-1" }, { tenant: "own" });
    });
    const again = await runHere(["import", folder.path("out/north"), "--tenant", "own"], back);
    expect(again.exitCode).toBe(1);
    expect(folder.read("out/north.rejects.csv")).toContain(
      "seals.ndjson,1,seal_not_held,The tenant has a chain of its own.",
    );
    expect(await json(["audit", "seal", "--tenant", "own"], back)).toMatchObject({ sealed: 9 });
  });

  test("does not take over a seal that does not bear out what was moved in", async () => {
    const altered = folder
      .read("out/north/events.ndjson")
      .replace(/"receivedAt":"2026/, '"receivedAt":"2025');
    folder.write("out/north/events.ndjson", altered);
    await back.withPool((pool) => createTenant(pool, { tenant: "forged" }));
    const forged = await runHere(["import", folder.path("out/north"), "--tenant", "forged"], back);
    expect(forged.exitCode).toBe(1);
    expect(folder.read("out/north.rejects.csv")).toContain("A completion is not here as it was");
    expect(await chain("forged", back)).not.toEqual(await chain("north", from));
  });
});
