import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { runHere } from "./support/runHere.ts";
import { useCliDatabase } from "./support/useCliDatabase.ts";
import { useFolder } from "./support/useFolder.ts";

const outline = {
  course: "fire",
  title: "Fire safety",
  lessons: ["f-1", "f-2"].map((id) => ({ id, title: id })),
};
const completions = ["ada", "bob", "=cmd"].flatMap((learner) =>
  outline.lessons.map(({ id: lesson }) =>
    JSON.stringify({ type: "lesson.completed", learner, lesson, at: "2026-03-01T09:00:00Z" }),
  ),
);

describe.each(databaseKinds)("milepost audit on %s", (kind) => {
  const database = useCliDatabase(kind);
  const folder = useFolder();
  const json = async (...args: string[]) =>
    JSON.parse((await runHere([...args, "--json"], database)).out);

  beforeAll(async () => {
    await runHere(
      ["import", "outline", folder.write("outline.json", JSON.stringify(outline))],
      database,
    );
    await runHere(
      ["import", "events", folder.write("events.ndjson", completions.join("\n"))],
      database,
    );
  });

  test("seals, verifies and hands out evidence that stands alone", async () => {
    expect(await json("audit", "verify")).toMatchObject({ unsealedCompletions: 9, seals: 0 });
    expect(await json("audit", "seal")).toEqual({ tenant: "default", sealed: 9 });
    const kept = folder.path("seals.json");
    writeFileSync(kept, JSON.stringify(await json("audit", "seals")));
    const verified = await runHere(["audit", "verify", "--kept", kept], database);
    expect([verified.exitCode, verified.out]).toEqual([
      0,
      "0 findings in 9 sealed completions, 1 seal; 0 completions not sealed yet\n",
    ]);

    const pack = folder.path("evidence");
    const written = await runHere(["audit", "export", pack, "--learner", "=cmd"], database);
    expect(written.out).toBe(`3 completions, proved by 1 seals, in ${pack}\n`);
    expect(readdirSync(pack).sort()).toEqual([
      "SHA256SUMS",
      "completions.csv",
      "evidence.json",
      "verify.mjs",
    ]);
    execFileSync("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: pack });
    expect(readFileSync(join(pack, "completions.csv"), "utf8")).toMatch(/^'=cmd,fire,1,f-1,/m);
    expect(readFileSync(join(pack, "evidence.json"), "utf8")).not.toMatch(/"(ada|bob)"/);
    const verify = (file: string, ...keep: string[]) =>
      spawnSync(process.execPath, [join(pack, "verify.mjs"), file, ...keep], { encoding: "utf8" });
    const evidence = join(pack, "evidence.json");
    expect(verify(evidence, kept).stdout).toBe("OK: 3 completions in a chain of 1 seals\n");

    const altered = folder.path("altered.json");
    const text = readFileSync(evidence, "utf8");
    writeFileSync(altered, text.replace("2026-03-01T09", "2026-02-01T09"));
    expect(verify(altered)).toMatchObject({ status: 1, stdout: "" });
    expect(verify(altered).stderr).toMatch(/^DOES NOT HOLD: completion \d of seal 1 is altered/);
    writeFileSync(altered, text.replace(/"learner": "=cmd",\n +"salt/, '"learner": "ada", "salt'));
    expect(verify(altered).stderr).toMatch(/is not of the learner ada$/m);
    expect(verify(evidence, "0".repeat(64)).stderr).toMatch(/kept elsewhere, is not here/);
  });

  test("names a completion that a superuser changed with the guards off", async () => {
    await runHere(["audit", "seal"], database);
    await database.withPool((pool) =>
      pool.query(`
        alter table milepost.progress_event disable trigger all;
        update milepost.progress_event set occurred_at = occurred_at - interval '1 day'
        where event_no = (
          select min(event_no) from milepost.progress_event where type = 'lesson.completed');
        alter table milepost.progress_event enable trigger all;`),
    );
    const { exitCode, out } = await runHere(["audit", "verify"], database);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^completion altered +1 +1 +\d+ +(ada|bob|=cmd) +fire +1 +f-1/m);
    const kept = await runHere(["audit", "verify", "--kept", "0".repeat(64)], database);
    expect(kept.out).toMatch(/kept elsewhere, is not here: the chain was made anew/);
  });

  test.each([
    [["export", "there"], "--learner or --course has to be given"],
    [["export", "there", "--course", "fire", "--from", "soon"], "--from has to be an instant"],
    [["verify", "--kept", "nothing.json"], "nothing.json is no file of seals"],
  ])("refuses %j", async (args, why) => {
    const refused = await runHere(["audit", ...args], database);
    expect(refused.exitCode).toBe(2);
    expect(refused.err).toContain(why);
  });
});
