import { once } from "node:events";
import { existsSync, rmSync, watch } from "node:fs";
import { generateEvents, loadOutline } from "@milepost/demo";
import { createTenant, putOutline } from "@milepost/engine";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { startCli } from "./support/runCli.ts";
import { runHere } from "./support/runHere.ts";
import { useCliDatabase } from "./support/useCliDatabase.ts";
import { useFolder } from "./support/useFolder.ts";

// Some hundred thousand rows in all, on a machine that others use too.
vi.setConfig({ testTimeout: 120_000 });

const [start, end] = [new Date("2025-01-01T00:00:00Z"), new Date("2025-06-01T00:00:00Z")];

/** Lines to import, one in a thousand of which is refused: the list of those has to go on, too. */
function eventLines(learners: number): string[] {
  return [...generateEvents({ seed: 7, learners, start, end })].map((event, n) =>
    JSON.stringify(n % 1_000 === 500 ? { ...event, lesson: "elsewhere" } : event),
  );
}

describe("an import that did not come to its end", () => {
  const database = useCliDatabase("PostgreSQL");
  const folder = useFolder();
  const cameTo = (name: string): number => {
    const journal = JSON.parse(folder.read(`${name}.import.json`));
    return (journal as { progress: Record<string, { line: number }> }).progress[name]?.line ?? 0;
  };
  const rowsOf = (out: string) => (JSON.parse(out) as { rows: number }).rows;
  const stateOf = async (tenant: string) =>
    (await database.ask(tenant, "select * from milepost.lesson_view order by learner, lesson")).map(
      ({ learner_number: _, completion_received_at: __, ...row }) => row,
    );

  beforeAll(() =>
    database.withPool(async (pool) => {
      for (const tenant of ["whole", "killed", "stopped"]) {
        await createTenant(pool, { tenant });
        await putOutline(pool, loadOutline(), { tenant });
      }
    }),
  );

  test("goes on where it was killed, and arrives at the same state and list", async () => {
    const lines = eventLines(2_500);
    const path = folder.write("events.ndjson", lines.join("\n"));
    await runHere(["import", "events", path, "--tenant", "whole"], database);
    rmSync(`${path}.rejects.csv`);

    const env = { ...database.env, MILEPOST_POOL_SIZE: "2" };
    const args = ["import", "events", path, "--tenant", "killed", "--json"];
    const running = startCli(args, { env });
    const watcher = watch(folder.path(""));
    while (!existsSync(`${path}.import.json`)) await once(watcher, "change");
    running.process.kill("SIGKILL");
    watcher.close();
    expect(await running.ended).toMatchObject({ signal: "SIGKILL" });
    const came = cameTo("events.ndjson");
    expect(came).toBeGreaterThan(0);
    expect(came).toBeLessThan(lines.length);

    const rest = await runHere(args, database);
    expect(rest.err).toContain("Going on from where an earlier run of this import came to.");
    expect(JSON.parse(rest.out)).toMatchObject({ continued: true, rows: lines.length - came });
    expect(await stateOf("killed")).toEqual(await stateOf("whole"));
    const listed = folder.read("events.ndjson.rejects.csv").trimEnd().split("\n").slice(1);
    const refused = lines.flatMap((line, n) => (line.includes("elsewhere") ? [n + 1] : []));
    expect(listed.map((line) => Number(line.split(",")[1]))).toEqual(refused);
    expect(existsSync(`${path}.import.json`)).toBe(false);
  });

  test("changes nothing when its first lines are sent once more", async () => {
    const path = folder.path("events.ndjson");
    const again = await runHere(
      ["import", "events", path, "--tenant", "killed", "--json"],
      database,
    );
    expect(JSON.parse(again.out)).toMatchObject({ files: [{ recorded: 0 }] });
    expect(await stateOf("killed")).toEqual(await stateOf("whole"));
  });

  test("stops in order when it is asked to, and begins anew for another tenant, file or wish", async () => {
    // Without temporary tables rows go in calls of 5,000.
    await database.withPool(async (pool) => {
      const { rows } = await pool.query("select current_database() as name");
      await pool.query(`revoke temporary on database "${rows[0].name}" from public`);
    });
    const lines = eventLines(250);
    const path = folder.write("few.ndjson", lines.join("\n"));
    const env = { ...database.env, MILEPOST_POOL_SIZE: "1" };
    const args = ["import", "events", path, "--json", "--tenant"];
    const stopped = await runHere([...args, "stopped"], { env, stop: AbortSignal.abort() });
    expect(stopped.exitCode).toBe(130);
    expect(stopped.err).toContain("Stopped after line 5000 of few.ndjson");
    expect(stopped.err).toContain("Run the same command again");
    expect(cameTo("few.ndjson")).toBe(5_000);

    const kept = folder.read("few.ndjson.import.json");
    const rows = async (...more: string[]) => {
      folder.write("few.ndjson.import.json", kept);
      return rowsOf((await runHere([...args, ...more], { env })).out);
    };
    expect(await rows("whole")).toBe(lines.length);
    expect(await rows("stopped", "--restart")).toBe(lines.length);
    expect(await rows("stopped")).toBe(lines.length - 5_000);
    folder.write("few.ndjson", [...lines, lines[0]].join("\n"));
    expect(await rows("stopped")).toBe(lines.length + 1);
  });
});
