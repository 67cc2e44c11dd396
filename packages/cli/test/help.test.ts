import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { createProgram } from "../src/createProgram.ts";
import { runHere } from "./support/runHere.ts";

function programWithoutWork(): Command {
  const quiet = () => {};
  const terminal = { env: {}, out: quiet, err: quiet, columns: null, stop: AbortSignal.abort() };
  return createProgram({ terminal: { ...terminal, stdin: (async function* () {})() } });
}

/** Every command that does something, by the words that call it. */
function commandsBelow(command: Command, words: readonly string[] = []): [string, Command][] {
  const below = command.commands.flatMap((one) => commandsBelow(one, [...words, one.name()]));
  const does = Reflect.get(command, "_actionHandler") !== null && words[0] !== "help";
  return does && words.length > 0 ? [[words.join(" "), command], ...below] : below;
}

const names = commandsBelow(programWithoutWork()).map(([name]) => name);

describe("the help", () => {
  test("knows every command", () => {
    expect(names).toEqual([
      "start",
      "serve",
      "migrate",
      "doctor",
      "audit seal",
      "audit verify",
      "audit seals",
      "audit export",
      "import",
      "import outline",
      "import learners",
      "import enrollments",
      "import events",
      "export",
      "keys create",
      "keys list",
      "keys revoke",
      "tenants create",
    ]);
  });

  test.each(names)("of %s has examples that parse, and exit codes", async (name) => {
    const { exitCode, out } = await runHere([...name.split(" "), "--help"], { env: {} });
    expect(exitCode).toBe(0);
    expect(out).toContain("Exit codes: 0");
    expect(out).toContain("--json");
    const examples = out.split("\n").filter((line) => line.startsWith("  $ "));
    expect(examples).not.toHaveLength(0);
    for (const example of examples) {
      const words = /\bmilepost ([^|)]*)/.exec(example)?.[1]?.trim().split(/ +/) ?? [];
      const program = programWithoutWork();
      let called = "";
      for (const [callable, command] of commandsBelow(program)) {
        command.action(() => {
          called = callable;
        });
      }
      await program.parseAsync(words, { from: "user" });
      expect(words.join(" ")).toMatch(new RegExp(`^${called}( |$)`));
      expect(called).not.toBe("");
    }
  });

  test("of the program lists every exit code that there is", async () => {
    const { out } = await runHere(["--help"], { env: {} });
    const { exitCodes } = await import("../src/terminal/exitCodes.ts");
    for (const code of Object.values(exitCodes))
      expect(out).toMatch(new RegExp(`^  ${code} `, "m"));
  });
});

describe("a command line that is wrong", () => {
  test.each([
    [["docter"], "Did you mean doctor?"],
    [["doctor", "--repiar"], "Did you mean --repair?"],
    [["import"], "Nothing to import is named."],
    [["import", "events"], "missing required argument 'file'"],
    [["import", "events", "facts.txt"], "facts.txt ends in none of .csv"],
    [["import", "events", "no-such.csv"], "no such file or directory"],
    [["keys", "create", "--name", "x", "--role", "owner"], "Allowed choices are service"],
    [["export", "x", "--format", "xml"], "Allowed choices are ndjson, csv."],
  ])("%j ends with 2 and says what would be right", async (args, says) => {
    const { exitCode, out, err } = await runHere(args, { env: {} });
    expect(exitCode).toBe(2);
    expect(err).toContain(says);
    expect(out).toBe("");
  });

  test("answers one JSON document with --json, as any other does", async () => {
    const { exitCode, out } = await runHere(["doctor", "--nope", "--json"], { env: {} });
    expect(exitCode).toBe(2);
    expect(JSON.parse(out)).toEqual({
      error: { code: "usage", message: "error: unknown option '--nope'" },
    });
  });

  test("names every variable of the environment that is wrong, and none of their values", async () => {
    const env = { PORT: "eighty", DATABASE_URL: "mysql://secret@db", MILEPOST_AUTH: "maybe" };
    const { exitCode, out, err } = await runHere(["doctor", "--json"], { env });
    expect(exitCode).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ error: { code: "configuration_wrong" } });
    for (const name of Object.keys(env)) expect(err).toContain(name);
    expect(err).not.toContain("secret");
  });
});
